import GRDB

/// A full-text table of a feature, with the columns of `SearchColumn`; its rows have the keys of what they index.
///
/// Made with
///
///     CREATE VIRTUAL TABLE pageText USING fts5 (title, headings, body,
///         tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")
struct SearchIndex: Sendable {
    let table: StaticString

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

    /// The keys of what `expression` finds, the best first: those of one page, and how many there are, counted up to
    /// `SearchRequest.countLimit`.
    ///
    /// `visible`: a condition on `found.id`, for who may see what. `lowered`: one for what comes behind all others.
    func find(
        _ expression: String, offset: Int, limit: Int, visible: SQL = "1", lowered: SQL = "0", in db: Database
    ) throws -> (ids: [Int64], count: Int) {
        let candidates: SQL = """
            SELECT found.id, found.score FROM (
                SELECT rowid AS id, bm25(\(sql: "\(table)"), 8, 4, 1) AS score FROM \(sql: "\(table)")
                WHERE \(sql: "\(table)") MATCH \(expression) LIMIT -1) AS found
            WHERE \(visible) LIMIT \(SearchRequest.countLimit)
            """
        let ranked: SQL = """
            SELECT found.id FROM (\(candidates)) AS found ORDER BY (\(lowered)), found.score, found.id
            """
        let ids = try SQLRequest<Int64>(literal: ranked).fetchAll(db)
        return (Array(ids.dropFirst(offset).prefix(limit)), ids.count)
    }
}
