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
    /// The actions of accounts, staff and units.
    static let actions: [AuditAction] = [
        .officeFoundation, .officeSetting, .unitCreation, .unitChange, .unitRemoval, .staffImport, .staffCreation,
        .staffChange, .staffExport, .passwordChange, .passwordReset, .passwordIssue, .roleGrant, .roleRevocation,
        .sessionStart, .sessionEnd, .sessionRefusal, .auditExport,
    ]

    /// The actions whose subject is a login or a staff number.
    static let namingPersons: Set<AuditAction> = [
        .staffCreation, .staffChange, .passwordChange, .passwordReset, .passwordIssue, .roleGrant,
        .roleRevocation, .sessionStart, .sessionEnd, .sessionRefusal,
    ]

    static func namesUnit(_ entry: AuditEntry) -> Bool {
        [AuditAction.unitCreation.code, AuditAction.unitChange.code].contains(entry.action)
    }

    /// `mark`: the login or staff number that the log stores.
    static func person(_ name: String, mark: String) -> String { "\(name)（\(mark)）" }

    /// Stands for somebody who has not signed in, or for a login that does not exist; it is no valid login itself.
    static let nobody = "-"

    /// The displayed name of an actor who is no employee.
    static func actor(_ code: String) -> String {
        if code == nobody { return "未登入的人" }
        if code == "system" { return "系統" }
        guard code.hasPrefix("console:") else { return code }
        return "指令列（\(code.dropFirst("console:".count))）"
    }

    /// The displayed name of somebody who wrote or reviewed something and is no employee: it came with an import.
    static func author(_ code: String) -> String { code.hasPrefix("console:") ? "系統匯入" : actor(code) }

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

    /// The details of this feature's own actions in words; nil for other actions.
    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        switch action {
        case .roleGrant, .roleRevocation:
            guard let role = detail.text("role").flatMap(Role.init(rawValue:)), let unit = detail.text("unit") else {
                return nil
            }
            return roleWords(role, unit: unit)
        case .officeFoundation: return detail.text("admin").map { "系統管理者：\($0)" }
        case .unitRemoval: return detail.count.map(AccountTerms.movedLeavers)
        case .staffExport: return detail.count.map { "\($0) 人" }
        case .staffChange: return changes(detail)
        case .staffCreation: return creation(detail)
        case .staffImport: return imported(detail)
        case .auditExport: return detail.count.map { "\($0) 筆" }
        case .sessionStart: return detail.text("device")
        case .sessionEnd: return detail.text("sessions") == "all" ? allSessions : nil
        case .sessionRefusal: return guessing(detail)
        default: return nil
        }
    }

    static let allSessions = "所有裝置"

    static func roleWords(_ role: Role, unit: some StringProtocol) -> String {
        "\(RoleTerms.name(of: role))，範圍：\(unit)"
    }

    /// Words for details that all features share: a count, words, or a change from old to new; nil for others.
    static func commonWords(for detail: AuditDetail) -> String? {
        if let words = detail.words { return words }
        if let count = detail.count { return String(count) }
        guard let old = detail["old"], let new = detail["new"] else { return nil }
        return "\(plain(old)) → \(plain(new))"
    }

    private static func plain(_ value: AuditValue) -> String {
        switch value {
        case .text(let text): Moment(text).map(ROCDate.withTime) ?? text
        case .number(let number): String(number)
        case .list(let values): values.map(plain).joined(separator: "、")
        case .detail: ""
        }
    }

    private static func changes(_ detail: AuditDetail) -> String? {
        let changes = StaffFile.Column.allCases.compactMap { column -> String? in
            guard let change = detail[column.code]?.detail, let old = change.text("old"), let new = change.text("new")
            else { return nil }
            return "\(column.rawValue)：\(old)→\(new)"
        }
        return changes.isEmpty ? nil : changes.joined(separator: "；")
    }

    private static func creation(_ detail: AuditDetail) -> String? {
        let facts = StaffFile.Column.allCases.compactMap { column in
            detail.text(column.code).map { "\(column.rawValue)：\($0)" }
        }
        return facts.isEmpty ? nil : facts.joined(separator: "；")
    }

    private static func imported(_ detail: AuditDetail) -> String? {
        guard let created = detail.number("created"), let changed = detail.number("changed"),
            let unchanged = detail.number("unchanged"), let skipped = detail.number("skipped"),
            let units = detail.number("newUnits")
        else { return nil }
        return "新增 \(created)、變更 \(changed)、不變 \(unchanged)、略過 \(skipped)、新單位 \(units)"
    }

    private static func guessing(_ detail: AuditDetail) -> String? {
        guard let failures = detail.number("failures"), let source = detail.text("from") else { return nil }
        return guessing(failures: failures, ofOne: source == "one", leftOut: detail.number("leftOut") ?? 0)
    }

    static func guessing(failures: Int, ofOne: Bool, leftOut: Int) -> String {
        "連續 \(failures) 次，\(ofOne ? "來自同一個位址" : "來自多個位址")，登入已變慢"
            + (leftOut > 0 ? "；另有 \(leftOut) 筆同類紀錄沒有列出" : "")
    }
}
