/// The words behind the codes that the knowledge base leaves in the audit log.
enum PageAuditTerms {
    /// Nil for actions that are not about pages, and for details that are words already.
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .pageReview: Day(detail).map { "\(ROCDate.long($0))確認仍正確" }
        case .pageImport: imported(detail)
        case .pageState: state(detail)
        case .announcementSending: sending(detail)
        case .announcementReminder, .announcementExport: "\(detail) 人"
        case .announcementReading: "第 \(detail) 版"
        case .feedTokenChange: detail == "withdrawn" ? "收回" : "產生新的網址"
        default: nil
        }
    }

    /// The detail of a change of state, as `words` reads it.
    static func code(of state: PageState, reason: String) -> String { "\(state.rawValue): \(reason)" }

    /// `retired: …`: the state, and why, in somebody's words.
    private static func state(_ detail: String) -> String? {
        let parts = detail.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        guard let state = parts.first.flatMap({ PageState(rawValue: String($0)) }) else { return nil }
        let reason = parts.dropFirst().first ?? ""
        return PageTerms.name(of: state) + (reason.isEmpty ? "" : "：\(reason)")
    }

    /// `+3 ~1 =40 @2 >1`: added, revised, unchanged, attachments, left alone as newer here; earlier lines end sooner.
    private static func imported(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /\+([0-9]+) ~([0-9]+) =([0-9]+)(?: @([0-9]+))?(?: >([0-9]+))?/) else {
            return nil
        }
        let words = "新增 \(found.1)，改版 \(found.2)，未變 \(found.3)"
        guard let kept = found.5, kept != "0" else { return words }
        return "\(words)，這裡較新而未動 \(kept)"
    }

    /// `2 2026-11-30 40`: the revision, the last day, how many people.
    private static func sending(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /([0-9]+) ([0-9-]{10}) ([0-9]+)/), let day = Day("\(found.2)") else {
            return nil
        }
        return "第 \(found.1) 版，期限 \(ROCDate.plain(day))，\(found.3) 人"
    }
}

extension AuditAction {
    static let pageImport = AuditAction("page.import", "匯入知識庫")
    static let pageExport = AuditAction("page.export", "匯出知識庫")
    static let pageRevision = AuditAction("page.revision", "儲存知識庫條目")
    static let pageState = AuditAction("page.state", "變更條目狀態")
    static let pageReview = AuditAction("page.review", "複核條目")
    static let attachmentUpload = AuditAction("attachment.upload", "上傳附件")
    static let announcementSending = AuditAction("announcement.sending", "發出必讀公告")
    static let announcementReminder = AuditAction("announcement.reminder", "提醒未讀公告")
    static let announcementReading = AuditAction("announcement.reading", "確認已讀公告")
    static let announcementWithdrawal = AuditAction("announcement.withdrawal", "收回必讀公告")
    static let announcementExport = AuditAction("announcement.export", "匯出公告閱讀情形")
    static let feedTokenChange = AuditAction("feed.token.change", "變更訂閱網址")
}
