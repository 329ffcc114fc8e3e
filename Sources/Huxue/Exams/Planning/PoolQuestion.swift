/// A question that may be drawn, with the fields that drawing needs.
struct PoolQuestion: Hashable, Sendable {
    let revision: ID<QuestionRevision>
    let code: String
    let topic: String
    let level: QuestionLevel
}

/// The questions that the bank has for exams.
struct ExamStock: Sendable {
    /// The questions that may be drawn.
    let drawable: [PoolQuestion]
    /// The questions held back because their law was amended and they have not been reviewed since.
    let held: [PoolQuestion]
}
