/// Words of what points to a person.
enum CaseFindTerms {
    static func name(of kind: PrivacyKind) -> String {
        switch kind {
        case .identityNumber: "國民身分證統一編號"
        case .residentNumber: "外來人口統一證號"
        case .email: "電子郵件"
        case .messenger: "通訊軟體帳號"
        case .passport: "護照號碼"
        case .householdNumber: "戶號"
        case .mobile: "行動電話"
        case .landline: "電話"
        case .birthDate: "出生日期"
        case .address: "住址"
        case .plate: "車牌"
        case .name: "姓名"
        }
    }
}
