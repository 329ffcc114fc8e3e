import GRDB

/// What one feature offers to be found.
///
/// A source asks the policy itself: whoever may not see something learns neither that it is there nor how many.
protocol SearchSource: Sendable {
    var kind: SearchKind { get }

    /// Whether `visitor` may find anything here; otherwise the kind is not even named. Nil is the public.
    func isOpen(to visitor: Visitor?) -> Bool

    /// Asked only when it is open to `visitor`.
    func findings(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchFindings

    /// At most `request.limit` of what is called so, the best first: while somebody types.
    func suggestions(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> [SearchSuggestion]

    /// What the words name as a whole, the best first: it stands before everything that only has the words in it.
    func places(named text: String, for visitor: Visitor, in db: Database) throws -> [NamedPlace]
}

extension SearchSource {
    /// The same request, or a looser one where the words as they were typed fill less than a page, and what it finds.
    func widened(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> (request: SearchRequest, findings: SearchFindings) {
        let findings = try findings(request, for: visitor, in: db)
        guard request.breadth == .exact, findings.count < Self.enough, request.loose.expression != nil else {
            return (request, findings)
        }
        var looser = request
        looser.breadth = .loose
        return (looser, try self.findings(looser, for: visitor, in: db))
    }

    private static var enough: Int { 20 }

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] { [] }

    func places(named text: String, for visitor: Visitor, in db: Database) throws -> [NamedPlace] { [] }
}
