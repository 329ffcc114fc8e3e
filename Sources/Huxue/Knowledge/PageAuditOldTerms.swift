/// Reads the details of rows about pages that were written as text, before 115/11/30; see `AuditDetail`.
enum PageAuditOldTerms {
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .pageReview: Day(detail).map(PageAuditTerms.reviewed)
        case .pageImport: imported(detail)
        case .pageState: state(detail)
        case .announcementSending: sending(detail)
        case .announcementReminder, .announcementExport: "\(detail) 人"
        case .announcementReading: "第 \(detail) 版"
        case .feedTokenChange: PageAuditTerms.feed(detail)
        default: nil
        }
    }

    /// `retired: …`: the state, and why, in somebody's words.
    private static func state(_ detail: String) -> String? {
        let parts = detail.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        guard let state = parts.first.flatMap({ PageState(rawValue: String($0)) }) else { return nil }
        return PageAuditTerms.state(state, reason: parts.dropFirst().first ?? "")
    }

    /// `+3 ~1 =40 @2 >1`: added, revised, unchanged, attachments, left alone as newer here; earlier lines end sooner.
    private static func imported(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /\+([0-9]+) ~([0-9]+) =([0-9]+)(?: @([0-9]+))?(?: >([0-9]+))?/),
            let added = Int(found.1), let revised = Int(found.2), let unchanged = Int(found.3)
        else { return nil }
        return PageAuditTerms.imported(
            added: added, revised: revised, unchanged: unchanged, newer: found.5.flatMap { Int($0) } ?? 0)
    }

    /// `2 2026-11-30 40`: the revision, the last day, how many people.
    private static func sending(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /([0-9]+) ([0-9-]{10}) ([0-9]+)/), let day = Day("\(found.2)"),
            let revision = Int(found.1), let people = Int(found.3)
        else { return nil }
        return PageAuditTerms.sent(revision, by: day, to: people)
    }
}
