import GRDB

/// The full-text index of the articles in force.
enum ArticleIndexStore {
    /// Without content: what is removed has to be told as it was added.
    static let index = SearchIndexStore(table: "articleText")

    static func add(_ id: Int64, title: String, text: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO articleText (rowid, title, headings, body) VALUES (?, ?, '', ?)")
        try statement.execute(arguments: [id, SearchText.indexed(title), SearchText.indexed(text)])
    }

    /// `title`: under which it was added; nil when it was not, empty when it still has to be.
    static func remove(_ id: Int64, title: String?, text: String, in db: Database) throws {
        guard let title, !title.isEmpty else { return }
        let statement = try db.cachedStatement(
            sql: "INSERT INTO articleText (articleText, rowid, title, headings, body) VALUES ('delete', ?, ?, '', ?)")
        try statement.execute(arguments: [id, SearchText.indexed(title), SearchText.indexed(text)])
    }

    /// Adds articles that a migration took out of the index, at most `limit`; returns how many there were.
    static func catchUp(limit: Int, in db: Database) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT waiting.id, waiting.text, version.name, article.main, article.branch
                FROM articleVersion AS waiting JOIN article ON article.id = waiting.articleID
                JOIN statute ON statute.id = article.statuteID
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE waiting.indexedTitle = '' ORDER BY waiting.id LIMIT ?
                """, arguments: [limit])
        let update = try db.cachedStatement(sql: "UPDATE articleVersion SET indexedTitle = ? WHERE id = ?")
        for row in rows {
            let number = ArticleNumber(row["main"], branch: row["branch"])
            let title = number.map { StatuteEdition.indexedTitle(of: $0, in: row["name"]) }
            if let title { try add(row["id"], title: title, text: row["text"], in: db) }
            try update.execute(arguments: [title, row["id"] as Int64])
        }
        return rows.count
    }

    /// The indexed articles of the statutes whose names `expression` finds, up to as many as a search counts.
    static func articles(named expression: String, in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT articleVersion.id
                FROM (SELECT rowid AS id FROM statuteText WHERE statuteText MATCH ? LIMIT ?) AS found
                JOIN article ON article.statuteID = found.id
                JOIN articleVersion ON articleVersion.articleID = article.id AND articleVersion.untilVersionID IS NULL
                WHERE articleVersion.indexedTitle IS NOT NULL LIMIT ?
                """, arguments: [expression, SearchRequest.countLimit, SearchRequest.countLimit])
    }
}
