/// The words behind the codes that the knowledge base leaves in the audit log.
enum PageAuditTerms {
    static func detail(of state: PageState, reason: String) -> AuditDetail {
        ["state": .text(state.rawValue), "reason": reason.isEmpty ? nil : .text(reason)]
    }

    /// Which revision of an announcement is to be read, until when, by how many people.
    static func sending(_ revision: Int, by deadline: Day, to people: Int) -> AuditDetail {
        ["revision": .number(revision), "deadline": .day(deadline), "count": .number(people)]
    }

    /// Nil for actions that are not about pages, and for details that are words already.
    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        switch action {
        case .pageReview: detail.day("day").map(reviewed)
        case .pageImport: imported(detail)
        case .pageState:
            detail.text("state").flatMap(PageState.init(rawValue:)).map {
                state($0, reason: detail.text("reason") ?? "")
            }
        case .announcementSending: sent(detail)
        case .announcementReminder, .announcementExport: detail.count.map { "\($0) 人" }
        case .announcementReading: detail.number("revision").map { "第 \($0) 版" }
        case .attachmentUpload: detail.text("hash")
        case .feedTokenChange: detail.text("address").map(feed)
        default: nil
        }
    }

    static func reviewed(on day: Day) -> String { "\(ROCDate.long(day))確認仍正確" }

    static func state(_ state: PageState, reason: some StringProtocol) -> String {
        PageTerms.name(of: state) + (reason.isEmpty ? "" : "：\(reason)")
    }

    static func feed(_ code: String) -> String { code == "withdrawn" ? "收回" : "產生新的網址" }

    private static func imported(_ detail: AuditDetail) -> String? {
        guard let added = detail.number("added"), let revised = detail.number("revised"),
            let unchanged = detail.number("unchanged")
        else { return nil }
        return imported(added: added, revised: revised, unchanged: unchanged, newer: detail.number("newer") ?? 0)
    }

    static func imported(added: Int, revised: Int, unchanged: Int, newer: Int) -> String {
        "新增 \(added)，改版 \(revised)，未變 \(unchanged)" + (newer == 0 ? "" : "，這裡較新而未動 \(newer)")
    }

    private static func sent(_ detail: AuditDetail) -> String? {
        guard let revision = detail.number("revision"), let day = detail.day("deadline"), let people = detail.count
        else { return nil }
        return sent(revision, by: day, to: people)
    }

    static func sent(_ revision: Int, by deadline: Day, to people: Int) -> String {
        "第 \(revision) 版，期限 \(ROCDate.plain(deadline))，\(people) 人"
    }
}

extension AuditAction {
    static let pageImport = AuditAction("page.import", "匯入知識庫")
    static let pageExport = AuditAction("page.export", "匯出知識庫")
    static let pageRevision = AuditAction("page.revision", "儲存知識庫條目")
    static let pageState = AuditAction("page.state", "變更條目狀態")
    static let pageReview = AuditAction("page.review", "複核條目")
    static let announcementSending = AuditAction("announcement.sending", "發出必讀公告")
    static let announcementReminder = AuditAction("announcement.reminder", "提醒未讀公告")
    static let announcementReading = AuditAction("announcement.reading", "確認已讀公告")
    static let announcementWithdrawal = AuditAction("announcement.withdrawal", "收回必讀公告")
    static let announcementExport = AuditAction("announcement.export", "匯出公告閱讀情形")
    static let feedTokenChange = AuditAction("feed.token.change", "變更訂閱網址")
}
