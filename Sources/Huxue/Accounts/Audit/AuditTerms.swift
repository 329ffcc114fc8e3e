extension AuditAction {
    static let officeFoundation = AuditAction("office.foundation", "建立機關資料")
    static let officeSetting = AuditAction("office.setting", "變更機關設定")
    static let unitCreation = AuditAction("unit.creation", "新增單位")
    static let unitChange = AuditAction("unit.change", "變更單位")
    static let unitRemoval = AuditAction("unit.removal", "刪除單位")
    static let staffImport = AuditAction("staff.import", "匯入人員")
    static let staffCreation = AuditAction("staff.creation", "新增人員")
    static let staffChange = AuditAction("staff.change", "變更人員資料")
    static let staffExport = AuditAction("staff.export", "匯出人員名冊")
    static let passwordChange = AuditAction("password.change", "變更密碼")
    static let passwordReset = AuditAction("password.reset", "重設密碼")
    static let passwordIssue = AuditAction("password.issue", "核發密碼")
    static let roleGrant = AuditAction("role.grant", "授予角色")
    static let roleRevocation = AuditAction("role.revocation", "收回角色")
    static let sessionStart = AuditAction("session.start", "登入")
    static let sessionEnd = AuditAction("session.end", "登出")
    static let sessionRefusal = AuditAction("session.refusal", "密碼連續錯誤")
    static let auditExport = AuditAction("audit.export", "匯出稽核紀錄")
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
    /// The actions of this floor.
    static let actions: [AuditAction] = [
        .officeFoundation, .officeSetting, .unitCreation, .unitChange, .unitRemoval, .staffImport, .staffCreation,
        .staffChange, .staffExport, .passwordChange, .passwordReset, .passwordIssue, .roleGrant, .roleRevocation,
        .sessionStart, .sessionEnd, .sessionRefusal, .auditExport,
    ]

    /// Those whose subject is a login or a staff number.
    static let namingPersons: Set<AuditAction> = [
        .staffCreation, .staffChange, .passwordChange, .passwordReset, .passwordIssue, .roleGrant,
        .roleRevocation, .sessionStart, .sessionEnd, .sessionRefusal,
    ]

    static func namesUnit(_ entry: AuditEntry) -> Bool {
        [AuditAction.unitCreation.code, AuditAction.unitChange.code].contains(entry.action)
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
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .roleGrant, .roleRevocation:
            guard let at = detail.firstRange(of: " @ "), let role = Role(rawValue: String(detail[..<at.lowerBound]))
            else { return nil }
            return "\(RoleTerms.name(of: role))，範圍：\(detail[at.upperBound...])"
        case .officeFoundation: return detail.replacing("admin: ", with: "系統管理者：")
        case .staffExport: return "\(detail) 人"
        case .auditExport: return "\(detail) 筆"
        case .sessionEnd: return detail == "all" ? "所有裝置" : detail
        case .sessionRefusal: return guessing(detail)
        default: return nil
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
