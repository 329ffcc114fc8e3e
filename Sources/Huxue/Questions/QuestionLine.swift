/// A line of the list of questions.
struct QuestionLine: Hashable, Sendable {
    let id: ID<Question>
    let code: String
    /// The number of the current revision.
    let revision: Int
    let type: QuestionType
    let level: QuestionLevel
    let topic: String
    let state: QuestionState
    let stem: String
}
