/// What is scored, as the feature that owns it declares it: a proposal, an essay, a courtesy check.
struct ScoredSubject: Hashable, Sendable {
    /// Names the kind of works; stored, so never change one that has shipped.
    let kind: String
    /// Its row's key in the table of its own feature.
    let id: Int64
}
