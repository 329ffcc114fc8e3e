import GRDB

/// The words of pages in the search index, and the check that they are up to date.
enum PageIndexStore {
    struct Words: Sendable {
        let title: String
        let headings: String
        let body: String
    }

    static func words(_ content: PageContent, _ reading: PageReading) -> Words {
        let facets = PageFacet.allCases.flatMap { content[$0] }
        let headings = reading.headings.map(\.text) + content.keywords + facets
        return Words(title: content.title, headings: headings.joined(separator: "。"), body: reading.plainText)
    }

    /// The codes of pages that the index has with other words than those of their current revision; reads them all.
    ///
    /// Pages that it does not have at all are told elsewhere.
    static func outOfStep(in db: Database) throws -> [String] {
        try PageStore.all(in: db).filter { page in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT title, headings, body FROM pageText WHERE rowid = ?", arguments: [page.id]),
                let revision = try PageRevisionStore.current(page, in: db)
            else { return false }
            guard let content = PageFile(stored: revision.source, of: page).content else { return true }
            let words = try words(content, PageReading(content, names: StatuteDirectoryStore.names(in: db)))
            let (title, headings, body): (String, String, String) = (row["title"], row["headings"], row["body"])
            return title != SearchText.indexed(words.title) || body != SearchText.indexed(words.body)
                || Self.sorted(headings) != Self.sorted(SearchText.indexed(words.headings))
        }.map(\.code)
    }

    /// Facets were not always written in the same order.
    private static func sorted(_ text: String) -> [Substring] { text.split(separator: " ").sorted() }
}
