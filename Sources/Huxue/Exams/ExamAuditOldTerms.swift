/// Reads the details of rows about exams that were written as text, before 115/11/30; see `AuditDetail`.
enum ExamAuditOldTerms {
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .attemptSubmission: SubmissionCause(rawValue: detail).map(ExamAuditTerms.ending)
        case .examResultsView, .examResultsExport: counted(detail, ExamAuditTerms.looked)
        case .examClosure: counted(detail, ExamAuditTerms.closed)
        case .examChange: detail == "closed → published" ? ExamAuditTerms.reopened : nil
        case .examAccommodation: accommodation(detail)
        case .programmeChange: programme(detail)
        default: nil
        }
    }

    /// Words for a detail made of a title and a number after it; nil for any other text.
    private static func counted(_ detail: String, _ words: (Substring, Int) -> String) -> String? {
        guard let found = detail.wholeMatch(of: /(.*) ([0-9]+)/), let count = Int(found.2) else { return nil }
        return words(found.1, count)
    }

    /// `A01 +30 excused 2026-…Z–2026-…Z`: staff number, extra minutes, whether excused, make-up window.
    private static func accommodation(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /(.*?) \+([0-9]+)( excused)?(?: (\S+–\S+))?/),
            let minutes = Int(found.2)
        else { return nil }
        return ExamAuditTerms.accommodation(
            found.1, minutes: minutes, isExcused: found.3 != nil, window: found.4.map(String.init))
    }

    /// `quarterlyQuiz 1/quarter semiannualTest 1/half`.
    private static func programme(_ detail: String) -> String {
        detail.replacing(/(\w+) ([0-9]+)\/(\w+)/) { found in
            guard let kind = ExamKind(rawValue: String(found.1)), let count = Int(found.2),
                let period = ProgrammePeriod(rawValue: String(found.3))
            else { return String(found.0) }
            return ExamAuditTerms.asked(kind, period, count)
        }
    }
}
