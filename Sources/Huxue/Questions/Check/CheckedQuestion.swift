/// A question of the bank as its check reads it.
struct CheckedQuestion: Sendable {
    let id: ID<Question>
    let revision: ID<QuestionRevision>
    let code: String
    let topic: String
}

/// What the check finds in one revision by itself; a revision never changes, and so neither does this.
struct QuestionFacts: Sendable {
    /// The stem as two are compared, and its pairs of letters.
    let stem: String
    let pairs: Set<UInt64>
    let details: [BankFinding.Detail]
    let habit: QuestionHabit

    init(of question: QuestionReading) {
        let text = question.stem ?? ""
        stem = QuestionWordingRules.comparable(text)
        pairs = LikenessRules.pairs(of: text)
        details =
            QuestionWordingRules.problems(of: question).map { .problem($0.kind) }
            + QuestionWarningRules.warnings(ofOne: question).map { .warning($0.kind) }
        habit = QuestionHabit(of: question)
    }
}
