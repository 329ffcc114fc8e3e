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

    /// `title`: under which it was added; nil when it was not.
    static func remove(_ id: Int64, title: String?, text: String, in db: Database) throws {
        guard let title else { return }
        let statement = try db.cachedStatement(
            sql: "INSERT INTO articleText (articleText, rowid, title, headings, body) VALUES ('delete', ?, ?, '', ?)")
        try statement.execute(arguments: [id, SearchText.indexed(title), SearchText.indexed(text)])
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
