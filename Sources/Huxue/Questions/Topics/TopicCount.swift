/// How many active questions a topic has at each level.
struct TopicCount: Hashable, Sendable {
    let topic: String
    let counts: [QuestionLevel: Int]
    /// Questions that are being written or reviewed.
    let unfinished: Int
    /// Questions that are kept but not drawn.
    let retired: Int

    var total: Int { counts.values.reduce(0, +) }
}
