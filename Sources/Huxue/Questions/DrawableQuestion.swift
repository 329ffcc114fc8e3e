/// An active question as drawing needs it.
struct DrawableQuestion: Hashable, Sendable {
    let id: ID<Question>
    let revision: ID<QuestionRevision>
    let code: String
    let topic: String
    let level: QuestionLevel
}
