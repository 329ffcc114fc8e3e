/// An article as it reads now, beside what rests on it.
struct CitedArticle: Hashable, Sendable {
    let citation: Citation
    /// Nil when the office has no such text, or a statute is cited as a whole.
    let text: String?
}
