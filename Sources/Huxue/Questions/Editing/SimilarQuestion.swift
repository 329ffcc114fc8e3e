/// A question of the bank whose stem is like another one.
struct SimilarQuestion: Hashable, Sendable {
    let code: String
    let stem: String
    /// How many of a hundred pairs of neighbouring characters the two stems share.
    let percent: Int
}
