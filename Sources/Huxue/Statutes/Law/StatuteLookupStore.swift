import GRDB

enum StatuteLookupStore {
    /// An article in force of the number that was looked for.
    struct Numbered: Sendable {
        /// Of its text, as in the full-text index.
        let id: Int64
        let pcode: String
        let statute: String
    }

    /// What the text is when it is nothing but an article's number, such as 第14條之1; nil for anything else, also for
    /// a number that is not said to be one.
    static func number(typed text: String) -> ArticleNumber? {
        LawText.folded(text).contains { "條§-之".contains($0) } ? ArticleNumber(typed: text) : nil
    }

    /// The articles of a number in all statutes in force: those that can always be cited in the table's order, then by
    /// name; as many as a search counts.
    static func articles(numbered number: ArticleNumber, in db: Database) throws -> [Numbered] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT articleVersion.id, statute.pcode, version.name FROM article
                JOIN articleVersion ON articleVersion.articleID = article.id AND articleVersion.untilVersionID IS NULL
                JOIN statute ON statute.id = article.statuteID
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE article.main = ? AND article.branch = ? AND articleVersion.indexedTitle IS NOT NULL
                ORDER BY version.name
                """, arguments: [number.main, number.branch])
        let found = rows.map { Numbered(id: $0["id"], pcode: $0["pcode"], statute: $0["name"]) }
        let byPcode = Dictionary(found.map { ($0.pcode, $0) }) { first, _ in first }
        let listed = StatuteTable.all.compactMap { byPcode[$0.pcode] }
        let isListed = Set(listed.map(\.pcode))
        return Array((listed + found.filter { !isListed.contains($0.pcode) }).prefix(SearchRequest.countLimit))
    }

    /// What the text names; nil when it is neither a statute's name nor a citation.
    static func named(_ text: String, in db: Database) throws -> StatuteLookup? {
        guard let citation = try? Citation(parsing: text, names: StatuteDirectoryStore.names(in: db)) else {
            return nil
        }
        let pcode = citation.statute.pcode
        return StatuteLookup(
            citation: citation, name: try StatuteStore.name(of: pcode, in: db),
            hasArticle: try citation.article.map { try StatuteStore.text(of: pcode, $0, in: db) != nil } ?? false)
    }
}
