/// A question that may be drawn, as drawing needs it.
struct PoolQuestion: Hashable, Sendable {
    let revision: ID<QuestionRevision>
    let code: String
    let topic: String
    let level: QuestionLevel
}

/// What the bank has for exams.
struct ExamStock: Sendable {
    /// What may be drawn.
    let drawable: [PoolQuestion]
    /// What is left out because its law was amended and nobody has decided yet.
    let held: [PoolQuestion]
}
