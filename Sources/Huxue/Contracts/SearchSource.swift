import GRDB

/// What one feature offers to be found.
///
/// A source asks the policy itself: whoever may not see something learns neither that it is there nor how many.
protocol SearchSource: Sendable {
    var kind: SearchKind { get }

    /// Whether `visitor` may find anything here; otherwise the kind is not even named. Nil is the public.
    func isOpen(to visitor: Visitor?) -> Bool

    /// Asked only when it is open to `visitor`.
    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches

    /// What the request has found, ready to be shown; nil when it is not there any more.
    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit?

    /// The part that answers `request.aspect`, of the first hit that has such parts; nil when that hit has none, or
    /// when nothing is asked.
    func answer(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchAnswer?

    /// On what the findings rest when they are the same for everybody who may see as much as `visitor`; nil when they
    /// depend on the person.
    ///
    /// What was found is then kept in memory until a generation moves: colleagues look for the same words.
    func sharing(with visitor: Visitor) -> SearchSharing?

    /// At most `request.limit` of what is called so, the best first: while somebody types.
    func suggestions(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> [SearchSuggestion]

    /// What the words name as a whole, the best first: it stands before everything that only has the words in it.
    func places(named text: String, for visitor: Visitor, in db: Database) throws -> [NamedPlace]
}

extension SearchSource {
    func findings(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchFindings {
        try shown(matches(request, for: visitor, in: db), of: request, for: visitor, in: db)
    }

    private func shown(
        _ matches: SearchMatches, of request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> SearchFindings {
        SearchFindings(
            hits: try matches.ids.compactMap { try hit($0, of: request, for: visitor, in: db) }, count: matches.count)
    }

    /// The same request, or a looser one where the words as they were typed fill less than a page, and what it finds.
    func widened(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> (request: SearchRequest, findings: SearchFindings) {
        let matches = try matches(request, for: visitor, in: db)
        guard request.breadth == .exact, matches.count < Self.enough, request.loose.expression != nil else {
            return (request, try shown(matches, of: request, for: visitor, in: db))
        }
        var looser = request
        looser.breadth = .loose
        return (looser, try self.findings(looser, for: visitor, in: db))
    }

    private static var enough: Int { 20 }

    func answer(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchAnswer? { nil }

    func sharing(with visitor: Visitor) -> SearchSharing? { nil }

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] { [] }

    func places(named text: String, for visitor: Visitor, in db: Database) throws -> [NamedPlace] { [] }
}
