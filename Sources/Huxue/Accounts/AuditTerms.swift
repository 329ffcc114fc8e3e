extension AuditAction {
    /// The words for a stored action; the code itself when this program does not know it.
    static func name(_ code: String) -> String { AuditAction(rawValue: code)?.name ?? code }

    var name: String {
        switch self {
        case .officeFoundation: "建立機關資料"
        case .officeSetting: "變更機關設定"
        case .unitCreation: "新增單位"
        case .staffImport: "匯入人員"
        case .staffCreation: "新增人員"
        case .staffChange: "變更人員資料"
        case .staffExport: "匯出人員名冊"
        case .passwordChange: "變更密碼"
        case .passwordReset: "重設密碼"
        case .passwordIssue: "核發密碼"
        case .roleGrant: "授予角色"
        case .roleRevocation: "收回角色"
        case .sessionStart: "登入"
        case .sessionEnd: "登出"
        case .auditExport: "匯出稽核紀錄"
        case .questionImport: "匯入試題"
        case .questionExport: "匯出試題"
        case .questionKeyView: "查閱試題答案"
        case .examCreation: "建立測驗"
        case .examChange: "變更測驗"
        case .examPublication: "發布測驗"
        case .examDeletion: "刪除測驗草稿"
        case .examExtension: "延長應試期間"
        case .examClosure: "結束測驗"
        case .examAnnouncement: "公布成績"
        case .examAccommodation: "調整應試條件"
        case .examResultsView: "查閱成績"
        case .examResultsExport: "匯出成績"
        case .attemptStart: "開始應試"
        case .attemptSubmission: "交卷"
        case .attemptView: "查閱答案卷"
        case .programmeChange: "變更年度測驗計畫"
        }
    }
}

extension AuditChain.Break {
    /// What is wrong, as `huxue doctor` says it.
    var sentence: String {
        switch self {
        case .altered(let id): "稽核紀錄第 \(id) 筆被改過，或它之前的紀錄不見了。"
        case .missing(let id): "稽核紀錄第 \(id) 筆不見了。"
        case .shortened(let count, let kept): "稽核紀錄應有 \(count) 筆，只剩 \(kept) 筆：最後的紀錄不見了。"
        case .headAltered: "稽核紀錄的末筆與封存的雜湊值不符。"
        }
    }
}
