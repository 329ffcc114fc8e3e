/// The fields of a proposal as it is written in a form.
enum ProposalField: String, WrittenField {
    /// Of the call; only drafts of new proposals have it.
    case call
    case title, kind, novelty, problem, idea, method, cost, benefit, minutes, cases
    case citations, lawAsOf, attachments, authors, reason

    static let subjectKind = "proposal"
    static let content = allCases.filter { ![.call, .method, .reason].contains($0) }
    static let text: ProposalField? = .method

    /// What is written in sentences.
    static let prose: [ProposalField] = [.problem, .idea, .method, .cost, .benefit]

    /// Without which nothing is submitted.
    static let required: [ProposalField] = [.title, .kind, .novelty, .problem, .idea, .method, .benefit, .authors]

    /// Those that are part of a proposal, whoever writes it.
    static let kept = content + [.method]

    var name: String { ProposalFieldTerms.name(of: self) }
    func shown(_ value: String) -> String { ProposalFieldTerms.shown(self, value) }

    /// Also when a date or the space between values is written in another way.
    func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        switch self {
        case .citations: return ProposalForm.items(one) == ProposalForm.items(other)
        case .attachments: return Form.lines(typed: one) == Form.lines(typed: other)
        case .authors: return ProposalAuthorFile.lines(one) == ProposalAuthorFile.lines(other)
        case .minutes, .cases: return Form.number(typed: one).map { $0 == Form.number(typed: other) } ?? false
        case .lawAsOf: return ROCDate.parseDay(one).map { $0 == ROCDate.parseDay(other) } ?? false
        default: return false
        }
    }
}
