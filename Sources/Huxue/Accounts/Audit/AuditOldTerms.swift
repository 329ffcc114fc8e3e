/// Reads the details of rows from before 115/11/30 (2026-11-30), which were plain text; now see `AuditDetail`.
///
/// Nothing writes such rows any more, but the log keeps them as they are.
enum AuditOldTerms {
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .roleGrant, .roleRevocation:
            guard let at = detail.firstRange(of: " @ "), let role = Role(rawValue: String(detail[..<at.lowerBound]))
            else { return nil }
            return AuditTerms.roleWords(role, unit: detail[at.upperBound...])
        case .officeFoundation: return detail.replacing("admin: ", with: "系統管理者：")
        case .staffExport: return "\(detail) 人"
        case .auditExport: return "\(detail) 筆"
        case .sessionEnd: return detail == "all" ? AuditTerms.allSessions : detail
        case .sessionRefusal: return guessing(detail)
        default: return nil
        }
    }

    /// Reads failures in a row: `5 one` from one address, or `5 several +3` with three lines left out before.
    private static func guessing(_ detail: String) -> String {
        guard let found = detail.wholeMatch(of: /([0-9]+) (one|several)(?: \+([0-9]+))?/), let failures = Int(found.1)
        else { return detail }
        return AuditTerms.guessing(
            failures: failures, ofOne: found.2 == "one", leftOut: found.3.flatMap { Int($0) } ?? 0)
    }

    /// The references to records in a detail, such as `exam/5`.
    static func references(in detail: String) -> [String] {
        detail.matches(of: reference).map { String($0.output) }
    }

    /// The detail with known references replaced by the names that `name` gives, and with times in local form.
    static func filled(_ detail: String, name: (String) -> String?) -> String {
        detail.replacing(reference) { name(String($0.output)) ?? String($0.output) }
            .replacing(moment) { Moment(String($0.output)).map(ROCDate.withTime) ?? String($0.output) }
    }

    // Computed each time, because a `Regex` cannot be shared between threads.
    private static var reference: Regex<Substring> { /\b[a-z]+\/[0-9]+(?:\/[0-9]+)?\b/ }
    private static var moment: Regex<Substring> { /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z/ }
}
