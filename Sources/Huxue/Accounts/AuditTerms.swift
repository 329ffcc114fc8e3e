extension AuditAction {
    /// The words for a stored action; the code itself when this program does not know it.
    static func name(_ code: String) -> String { AuditAction(rawValue: code)?.name ?? code }

    var name: String {
        switch self {
        case .officeFoundation: "建立機關資料"
        case .officeSetting: "變更機關設定"
        case .unitCreation: "新增單位"
        case .unitChange: "變更單位"
        case .unitRemoval: "刪除單位"
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
        case .sessionRefusal: "密碼連續錯誤"
        case .auditExport: "匯出稽核紀錄"
        case .questionImport: "匯入試題"
        case .statuteImport: "匯入法規"
        case .statuteImportStart: "開始匯入法規"
        case .amendmentConfirmation: "修法後複核"
        case .questionExport: "匯出試題"
        case .questionKeyView: "查閱試題答案"
        case .questionRetirement: "停用試題"
        case .pageImport: "匯入知識庫"
        case .pageExport: "匯出知識庫"
        case .pageRevision: "儲存知識庫條目"
        case .pageState: "變更條目狀態"
        case .pageReview: "複核條目"
        case .attachmentUpload: "上傳附件"
        case .announcementSending: "發出必讀公告"
        case .announcementReminder: "提醒未讀公告"
        case .announcementReading: "確認已讀公告"
        case .announcementWithdrawal: "收回必讀公告"
        case .announcementExport: "匯出公告閱讀情形"
        case .feedTokenChange: "變更訂閱網址"
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

/// The words in which the codes of the audit log are shown.
enum AuditTerms {
    /// Whether the row's subject is a login or a staff number.
    static func namesPerson(_ entry: AuditEntry) -> Bool {
        switch AuditAction(rawValue: entry.action) {
        case .staffCreation, .staffChange, .passwordChange, .passwordReset, .passwordIssue, .roleGrant, .roleRevocation,
            .sessionStart, .sessionEnd, .sessionRefusal, .feedTokenChange:
            true
        default: false
        }
    }

    static func namesUnit(_ entry: AuditEntry) -> Bool {
        [.unitCreation, .unitChange].contains(AuditAction(rawValue: entry.action))
    }

    /// `mark`: the login or staff number that stands in the log.
    static func person(_ name: String, mark: String) -> String { "\(name)（\(mark)）" }

    /// Stands for somebody who has not signed in, and for a login that does not exist; no login looks like it.
    static let nobody = "-"

    /// `5 one`: so many failures in a row, of one address or of several; `+3` for lines left out before it.
    static func code(of run: LoginThrottle.Run, leftOut: Int) -> String {
        "\(run.failures) \(run.isOfOne ? "one" : "several")" + (leftOut > 0 ? " +\(leftOut)" : "")
    }

    private static func guessing(_ detail: String) -> String {
        guard let found = detail.wholeMatch(of: /([0-9]+) (one|several)(?: \+([0-9]+))?/) else { return detail }
        return "連續 \(found.1) 次，\(found.2 == "one" ? "來自同一個位址" : "來自多個位址")，登入已變慢"
            + (found.3.map { "；另有 \($0) 筆同類紀錄沒有列出" } ?? "")
    }

    /// Somebody who is no employee.
    static func actor(_ code: String) -> String {
        if code == nobody { return "未登入的人" }
        if code == "system" { return "系統" }
        guard code.hasPrefix("console:") else { return code }
        return "指令列（\(code.dropFirst("console:".count))）"
    }

    static func origin(_ code: String) -> String {
        code == CommandSession.origin ? "指令列" : code
    }

    static func subject(_ code: String) -> String {
        switch code {
        case "minimumPasswordLength": "密碼最短長度"
        case nobody: "不存在的帳號"
        default: code
        }
    }

    /// The details of this feature's own actions.
    static func words(for detail: String, of action: AuditAction) -> String {
        switch action {
        case .roleGrant, .roleRevocation:
            guard let at = detail.firstRange(of: " @ "), let role = Role(rawValue: String(detail[..<at.lowerBound]))
            else { return detail }
            return "\(Terms.name(of: role))，範圍：\(detail[at.upperBound...])"
        case .officeFoundation: return detail.replacing("admin: ", with: "系統管理者：")
        case .staffExport: return "\(detail) 人"
        case .auditExport: return "\(detail) 筆"
        case .sessionEnd: return detail == "all" ? "所有裝置" : detail
        case .sessionRefusal: return guessing(detail)
        default: return detail
        }
    }

    /// The records that a detail names, as `exam/5`.
    static func references(in detail: String) -> [String] {
        detail.matches(of: reference).map { String($0.output) }
    }

    /// A detail with `name` in the place of each reference that it knows, and times as people read them.
    static func filled(_ detail: String, name: (String) -> String?) -> String {
        detail.replacing(reference) { name(String($0.output)) ?? String($0.output) }
            .replacing(moment) { Moment(String($0.output)).map(ROCDate.withTime) ?? String($0.output) }
    }

    // Made anew each time: a regular expression cannot be shared between threads.
    private static var reference: Regex<Substring> { /\b[a-z]+\/[0-9]+(?:\/[0-9]+)?\b/ }
    private static var moment: Regex<Substring> { /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z/ }
}
