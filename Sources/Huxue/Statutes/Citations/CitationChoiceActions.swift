import GRDB

/// Finds articles to cite while somebody types a statute with a number, or words of an article.
enum CitationChoiceActions {
    /// An article, as it is written in a citation, with the beginning of its text.
    struct Choice: Encodable, Sendable {
        let text: String
        let note: String
    }

    private static let shown = 8
    private static let noteLength = 40

    /// At most eight, by number where the words name a statute, by words otherwise.
    /// - Throws: `CommonRefusal.forbidden`.
    static func suggestions(_ typed: String, for visitor: Visitor, in db: Database) throws -> [Choice] {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        let query = SearchQuery(typed: typed)
        guard !query.isEmpty else { return [] }
        let request = query.request(limit: shown)
        let names = try StatuteDirectoryStore.names(in: db)
        let source = ArticleSearchStore()
        var titles = try source.suggestions(request, for: visitor, in: db).map(\.title)
        if titles.isEmpty {
            titles = try source.matches(request, for: visitor, in: db).ids
                .compactMap { try source.hit($0, of: request, for: visitor, in: db)?.title.pieces.map(\.text).joined() }
        }
        return try titles.compactMap { title in
            guard let citation = try? Citation(parsing: title, names: names), let number = citation.article else {
                return nil
            }
            let text = try StatuteStore.text(of: citation.statute.pcode, number, in: db) ?? ""
            let line = text.split(whereSeparator: \.isNewline).joined()
            return Choice(text: citation.description, note: String(line.prefix(noteLength)))
        }
    }
}
