/// The fields of a question as it is written in a form.
enum QuestionField: String, WrittenField {
    case topic, unit, type, level, stem, choice1, choice2, choice3, choice4, choice5, choice6, choice7, choice8,
        choice9, answer
    case explanation, citations, lawAsOf, reason

    static let subjectKind = "question"
    static let content = allCases.filter { $0 != .explanation && $0 != .reason }
    static let text: QuestionField? = .explanation

    static let choices: [QuestionField] = [
        .choice1, .choice2, .choice3, .choice4, .choice5, .choice6, .choice7, .choice8, .choice9,
    ]

    var name: String { QuestionFieldTerms.name(of: self) }
    func shown(_ value: String) -> String { QuestionFieldTerms.shown(self, value) }

    /// Also when a date or the space between values is written in another way.
    func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        switch self {
        case .answer, .citations: return QuestionForm.items(one) == QuestionForm.items(other)
        case .lawAsOf: return ROCDate.parseDay(one).map { $0 == ROCDate.parseDay(other) } ?? false
        default: return false
        }
    }
}
