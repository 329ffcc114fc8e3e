import GRDB

/// What one feature offers to be found; App lists all of them.
///
/// A source asks the policy itself: whoever may not see something learns neither that it is there nor how many.
protocol SearchSource: Sendable {
    var kind: SearchKind { get }

    /// Whether there can be anything for `visitor`; otherwise the kind is not even named. Nil is the public.
    func isOpen(to visitor: Visitor?) -> Bool

    /// Asked only when it is open to `visitor`.
    func findings(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchFindings

    /// What is called so, the best first: while somebody types.
    func suggestions(
        _ query: SearchQuery, limit: Int, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion]
}

extension SearchSource {
    func suggestions(
        _ query: SearchQuery, limit: Int, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] { [] }
}
