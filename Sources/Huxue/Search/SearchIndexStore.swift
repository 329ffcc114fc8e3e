import GRDB

/// A full-text table of a feature, with the columns of `SearchColumn`; its rows have the keys of what they index.
///
/// Made with
///
///     CREATE VIRTUAL TABLE pageText USING fts5 (title, headings, body,
///         tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")
struct SearchIndex: Sendable {
    let table: StaticString

    /// How many rows are looked at when any of the words will do: the best may stand anywhere among them.
    private static let partialLimit = 10_000

    /// Puts a row in, or in its place another one; not for tables without content.
    func put(_ id: Int64, title: String, headings: String, body: String, in db: Database) throws {
        try remove(id, in: db)
        let statement = try db.cachedStatement(
            sql: "INSERT INTO \(table) (rowid, title, headings, body) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [
            id, SearchText(title).indexed, SearchText(headings).indexed, SearchText(body).indexed,
        ])
    }

    func remove(_ id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?").execute(arguments: [id])
    }

    /// The keys of what the request finds, the best first: those of its page, and how many there are, counted up to
    /// `SearchRequest.countLimit`.
    ///
    /// A word that more rows have is not ranked by all of them: those with it in the title come first, then the oldest.
    ///
    /// `visible`: a condition on `found.id`, for who may see what. `lowered`: a number by `found.id`; what has a higher
    /// one comes behind. `titled`: the keys with the words in the title, where a feature finds them faster.
    func find(
        _ request: SearchRequest, visible: SQL = "1", lowered: SQL = "0",
        titled: ((Database) throws -> [Int64])? = nil, in db: Database
    ) throws -> (ids: [Int64], count: Int) {
        guard let expression = request.expression else { return ([], 0) }
        let limit = SearchRequest.countLimit
        var ids = try ranked(
            expression, visible: visible, lowered: lowered, limit: request.isPartial ? Self.partialLimit : limit, in: db
        )
        if ids.count >= limit, !request.isPartial, !request.isOfTitles {
            let first =
                try titled?(db)
                ?? ranked(request.query.titles(.title), visible: visible, lowered: lowered, limit: limit, in: db)
            let isFirst = Set(first)
            ids = first + ids.filter { !isFirst.contains($0) }
        }
        return (Array(ids.prefix(limit).dropFirst(request.offset).prefix(request.limit)), min(ids.count, limit))
    }

    /// The inner limit keeps the conditions out of the full-text query, which would be run for each of their keys.
    private func ranked(
        _ expression: String, visible: SQL, lowered: SQL, limit: Int, in db: Database
    ) throws -> [Int64] {
        let query: SQL = """
            SELECT found.id FROM (
                SELECT found.id, found.score FROM (
                    SELECT rowid AS id, relevance(\(sql: "\(table)"), 8, 4, 1) AS score FROM \(sql: "\(table)")
                    WHERE \(sql: "\(table)") MATCH \(expression) LIMIT -1) AS found
                WHERE \(visible) LIMIT \(limit)) AS found
            ORDER BY 0 + (\(lowered)), found.score, found.id
            """
        return try SQLRequest<Int64>(literal: query).fetchAll(db)
    }
}
