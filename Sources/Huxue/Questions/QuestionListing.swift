/// What a list of the bank is narrowed to; empty and nil narrow nothing.
struct QuestionFilter: Hashable, Sendable {
    var topic = ""
    var level: QuestionLevel?
    var type: QuestionType?
    var state: QuestionState?
    /// Words, each of which must occur; width, case and variants of characters do not matter.
    var search = ""
    /// Questions whose key the reader must not learn: their explanations are not searched.
    var sealed: Set<ID<Question>> = []
}

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

/// How many active questions a topic has at each level.
struct TopicCount: Hashable, Sendable {
    let topic: String
    let counts: [QuestionLevel: Int]
    /// Questions that are kept but not drawn.
    let retired: Int

    var total: Int { counts.values.reduce(0, +) }
}

/// An active question as drawing needs it.
struct DrawableQuestion: Hashable, Sendable {
    let id: ID<Question>
    let revision: ID<QuestionRevision>
    let code: String
    let topic: String
    let level: QuestionLevel
}
