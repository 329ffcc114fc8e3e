import GRDB

/// The full-text index of the articles in force.
enum ArticleIndexStore {
    struct Hit: Sendable {
        let pcode: String
        let statute: String
        let number: ArticleNumber
        let text: String
    }

    static func add(_ id: Int64, title: String, text: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO articleText (rowid, title, headings, body) VALUES (?, ?, '', ?)")
        try statement.execute(arguments: [id, SearchText(title).indexed, SearchText(text).indexed])
    }

    /// `title`: under which it was added; nil when it was not.
    static func remove(_ id: Int64, title: String?, text: String, in db: Database) throws {
        guard let title else { return }
        let statement = try db.cachedStatement(
            sql: "INSERT INTO articleText (articleText, rowid, title, headings, body) VALUES ('delete', ?, ?, '', ?)")
        try statement.execute(arguments: [id, SearchText(title).indexed, SearchText(text).indexed])
    }

    /// The best of the articles that `expression` finds, and how many there are in all, counted up to `countLimit`.
    static func hits(
        _ expression: String, offset: Int, limit: Int, countLimit: Int = 1000, in db: Database
    ) throws -> (hits: [Hit], count: Int) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT statute.pcode, version.name, article.main, article.branch, articleVersion.text
                FROM (SELECT rowid FROM articleText WHERE articleText MATCH ?
                    ORDER BY bm25(articleText, 8, 4, 1), rowid LIMIT ? OFFSET ?) AS hit
                JOIN articleVersion ON articleVersion.id = hit.rowid
                JOIN article ON article.id = articleVersion.articleID
                JOIN statute ON statute.id = article.statuteID
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                """, arguments: [expression, limit, offset])
        let hits = rows.compactMap { row in
            ArticleNumber(row["main"], branch: row["branch"]).map {
                Hit(pcode: row["pcode"], statute: row["name"], number: $0, text: row["text"])
            }
        }
        let count =
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM (SELECT 1 FROM articleText WHERE articleText MATCH ? LIMIT ?)",
                arguments: [expression, countLimit]) ?? 0
        return (hits, count)
    }
}
