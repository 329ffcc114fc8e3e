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
    /// Among how many articles found by words those of the table come first.
    private static let ranked = 64

    /// At most eight, by number where the words name a statute or a part of its name, by words otherwise.
    /// - Throws: `CommonRefusal.forbidden`.
    static func suggestions(_ typed: String, for visitor: Visitor, in db: Database) throws -> [Choice] {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        let query = SearchQuery(typed: typed)
        guard !query.isEmpty else { return [] }
        let names = try StatuteDirectoryStore.names(in: db)
        var titles = try numbered(typed, for: visitor, in: db)
        if titles.isEmpty, let short = CitationShortName(typed: typed) {
            titles = try short.statutes.flatMap { try numbered($0.name + short.article.words, for: visitor, in: db) }
        }
        var citations = titles.compactMap { try? Citation(parsing: $0, names: names) }
        if citations.isEmpty {
            let found = try worded(query, for: visitor, in: db).compactMap { try? Citation(parsing: $0, names: names) }
            let isListed = { (citation: Citation) in StatuteTable.statute(pcode: citation.statute.pcode) != nil }
            citations = found.filter(isListed) + found.filter { !isListed($0) }
        }
        return try citations.filter { $0.article != nil }.prefix(shown).map { try choice($0, in: db) }
    }

    /// Titles of the articles that the text names, and of those whose numbers begin so.
    private static func numbered(_ text: String, for visitor: Visitor, in db: Database) throws -> [String] {
        let request = SearchQuery(typed: text).request(limit: shown)
        return try ArticleSearchStore().suggestions(request, for: visitor, in: db).map(\.title)
    }

    /// Titles of the articles in which the words stand, the best first.
    private static func worded(_ query: SearchQuery, for visitor: Visitor, in db: Database) throws -> [String] {
        let (source, request) = (ArticleSearchStore(), query.request(limit: ranked))
        return try source.matches(request, for: visitor, in: db).ids.compactMap {
            try source.hit($0, of: request, for: visitor, in: db)?.title.pieces.map(\.text).joined()
        }
    }

    private static func choice(_ citation: Citation, in db: Database) throws -> Choice {
        let text = try citation.article.flatMap { try StatuteStore.text(of: citation.statute.pcode, $0, in: db) }
        let line = (text ?? "").split(whereSeparator: \.isNewline).joined()
        return Choice(text: citation.description, note: String(line.prefix(noteLength)))
    }
}
