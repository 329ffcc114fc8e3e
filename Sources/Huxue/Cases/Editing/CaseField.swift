/// The fields of a case study as it is written in a form.
enum CaseField: String, WrittenField {
    case title, kind, subject, service, events, handling, improvement, doubt, conclusion
    case citations, lawAsOf, attachments, authors, reason

    static let subjectKind = "case"
    static let content = allCases.filter { ![.events, .reason].contains($0) }
    static let text: CaseField? = .events

    /// What is written in sentences.
    static let prose: [CaseField] = [.events, .handling, .improvement, .doubt, .conclusion]

    /// Those that hold several values, apart by commas.
    static let lists: Set<CaseField> = [.subject, .service, .citations]

    /// Those that are part of a case study, whoever writes it.
    static let kept = content + [.events]

    var name: String { CaseFieldTerms.name(of: self) }
    func shown(_ value: String) -> String { CaseFieldTerms.shown(self, value) }

    /// Also when a date or the space between values is written in another way.
    func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        if Self.lists.contains(self) { return CaseForm.items(one) == CaseForm.items(other) }
        switch self {
        case .attachments: return Form.lines(typed: one) == Form.lines(typed: other)
        case .authors: return ProposalAuthorFile.lines(one) == ProposalAuthorFile.lines(other)
        case .lawAsOf: return ROCDate.parseDay(one).map { $0 == ROCDate.parseDay(other) } ?? false
        default: return false
        }
    }
}
