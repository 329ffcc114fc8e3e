import Foundation

/// Words for what each office decides for itself.
enum LocalFactTerms {
    static let place = Crumb("本所資料", LocalFactTerms.address)
    static let address: Address = "/local-facts"

    /// The name in `本所：NAME`; nil for another text.
    static func name(in placeholder: String) -> String? {
        for sign in ["本所：", "本所:"] where placeholder.hasPrefix(sign) {
            return placeholder.dropFirst(sign.count).trimmingCharacters(in: .whitespaces)
        }
        return nil
    }

    /// As a page asks for it.
    static func placeholder(for fact: LocalFact) -> String { "{{本所：\(name(of: fact))}}" }

    static func name(of fact: LocalFact) -> String {
        switch fact {
        case .address: "地址"
        case .telephone: "電話"
        case .hours: "服務時間"
        case .anyOffice: "異地受理項目"
        case .anyOfficeCards: "身分證異地申請項目"
        case .ownHousehold: "單獨立戶證明"
        case .identityPapers: "受託人身分證明"
        case .legalInterest: "利害關係證明"
        case .foreignersMarriage: "外國人結婚證明"
        case .otherProofs: "其他證明文件"
        case .courtCommissions: "囑託登記收件"
        case .processingTimes: "處理時限"
        }
    }

    static func hint(for fact: LocalFact) -> String {
        switch fact {
        case .address: "印在一次告知單上"
        case .telephone: "總機；各人的分機在「帳號與密碼」設定"
        case .hours: "例如：週一至週五 8:00–17:00，中午不休息"
        case .anyOffice: "公告可以向任一戶政事務所申請的登記（戶籍法第26條第1款）"
        case .anyOfficeCards: "公告可以向任一戶政事務所申請的身分證項目（戶籍法第61條第2項）"
        case .ownHousehold: "單獨立戶時收哪些證明（戶籍法施行細則第13條第10款）"
        case .identityPapers: "申請人、受託人出示哪些身分證明文件"
        case .legalInterest: "利害關係人附哪些證明"
        case .foreignersMarriage: "外國人結婚附哪些證明"
        case .otherProofs: "法規沒有寫明種類的證明文件，收哪些"
        case .courtCommissions: "法院囑託登記怎麼收件"
        case .processingTimes: "各項業務多久辦好"
        }
    }

    /// What stands in a page while the office has not answered.
    static func missing(_ fact: LocalFact) -> String { "（\(name(of: fact))：本所尚未填寫）" }

    /// The same for citizens.
    static let askUs = "（請洽本所承辦人員）"

    static let saved = "本所資料已儲存，用到的條目都會顯示新的內容。"
}

extension AuditAction {
    static let localFactChange = AuditAction("page.localFact", "變更本所資料")
}
