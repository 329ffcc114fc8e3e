import GRDB

/// A full-text table of a feature, with the columns of `SearchColumn`; its rows have the keys of what they index.
///
/// Made with
///
///     CREATE VIRTUAL TABLE pageText USING fts5 (title, headings, body,
///         tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")
struct SearchIndexStore: Sendable {
    let table: StaticString

    /// When any of the words will do, each of them counts more than where it stands.
    private static let presence = 20

    /// Puts a row in, or in its place another one; not for tables without content.
    func put(_ id: Int64, title: String, headings: String, body: String, in db: Database) throws {
        try remove(id, in: db)
        let statement = try db.cachedStatement(
            sql: "INSERT INTO \(table) (rowid, title, headings, body) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [
            id, SearchText.indexed(title), SearchText.indexed(headings), SearchText.indexed(body),
        ])
    }

    func remove(_ id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?").execute(arguments: [id])
    }

    /// The keys of what the request finds, the best first: those of its page, and how many there are, counted up to
    /// `SearchRequest.countLimit`.
    ///
    /// Of more rows than that not all are ranked, unless any of the words will do: those with the words in the title come
    /// first, then the oldest.
    ///
    /// Of a question, what is called so word for word comes first, unless it is lowered; then what is `meant`, with the
    /// shortest name: it says nothing else.
    ///
    /// `visible`: a condition on `found.id`, for who may see what. `lowered`: a number by `found.id`; what has a higher
    /// one comes behind. `titled`: the keys with the words in the title, where a feature finds them faster.
    func find(
        _ request: SearchRequest, visible: SQL = "1", lowered: SQL = "0", meant: String? = nil,
        titled: ((Database) throws -> [Int64])? = nil, in db: Database
    ) throws -> SearchMatches {
        guard let expression = request.expression else { return SearchMatches() }
        let limit = SearchRequest.countLimit
        var ids = try ranked(request, expression, visible: visible, lowered: lowered, in: db)
        if ids.count >= limit, request.breadth != .partial, request.scope != .titles {
            let first =
                try titled?(db)
                ?? ranked(request, SearchColumn.titles(expression), visible: visible, lowered: lowered, in: db)
            let isFirst = Set(first)
            ids = first + ids.filter { !isFirst.contains($0) }
        }
        if let meant, request.breadth != .partial {
            let names = try [SearchScope.titles, .names].flatMap { scope in
                try named(scope.narrowed(meant), visible: visible, lowered: lowered, in: db)
            }
            let first = names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
            ids = first + ids.filter { !first.contains($0) }
        }
        if let whole = request.whole, request.breadth != .partial {
            let called = try ranked(
                request, whole, visible: "(\(visible)) AND 0 + (\(lowered)) = 0", lowered: lowered, in: db)
            ids = called + ids.filter { !called.contains($0) }
        }
        return SearchMatches(
            ids: Array(ids.prefix(limit).dropFirst(request.offset).prefix(request.limit)), count: min(ids.count, limit))
    }

    /// What has all of it in its name and is not lowered, the shortest title first.
    private func named(_ expression: String, visible: SQL, lowered: SQL, in db: Database) throws -> [Int64] {
        let query: SQL = """
            SELECT found.id FROM (
                SELECT rowid AS id, length(title) AS size FROM \(sql: "\(table)")
                WHERE \(sql: "\(table)") MATCH \(expression) LIMIT \(SearchRequest.countLimit)) AS found
            WHERE \(visible) AND 0 + (\(lowered)) = 0 ORDER BY found.size, found.id LIMIT \(Self.namedLimit)
            """
        return try SQLRequest<Int64>(literal: query, cached: true).fetchAll(db)
    }

    private static let namedLimit = 10

    /// The inner limit keeps the conditions out of the full-text query, which would be run for each of their keys.
    private func ranked(
        _ request: SearchRequest, _ expression: String, visible: SQL, lowered: SQL, in db: Database
    ) throws -> [Int64] {
        let isPartial = request.breadth == .partial
        let query: SQL = """
            SELECT found.id FROM (
                SELECT found.id, found.score FROM (
                    SELECT rowid AS id, relevance(\(sql: "\(table)"), \(isPartial ? Self.presence : 0)) AS score FROM \(sql: "\(table)")
                    WHERE \(sql: "\(table)") MATCH \(expression) LIMIT -1) AS found
                WHERE \(visible) LIMIT \(isPartial ? -1 : SearchRequest.countLimit)) AS found
            ORDER BY 0 + (\(lowered)), found.score, found.id LIMIT \(SearchRequest.countLimit)
            """
        return try SQLRequest<Int64>(literal: query, cached: true).fetchAll(db)
    }
}
