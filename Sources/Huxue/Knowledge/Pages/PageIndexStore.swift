import GRDB

/// The words of pages in the search index, and the check that they are up to date.
enum PageIndexStore {
    struct Words: Sendable {
        let title: String
        let headings: String
        let body: String
    }

    /// `facts`: what the office answers is found where the page shows it.
    static func words(_ content: PageContent, _ reading: PageReading, _ facts: LocalFacts) -> Words {
        let facets = PageFacet.allCases.flatMap { content[$0] }
        let headings = reading.headings.map(\.text) + content.keywords + facets
        return Words(
            title: content.title, headings: headings.joined(separator: "。"),
            body: facts.filled(reading.plainText) { _ in "" })
    }

    static func put(_ id: ID<Page>, _ content: PageContent, _ reading: PageReading, in db: Database) throws {
        let words = try words(content, reading, LocalFactStore.facts(in: db))
        let isOpen = content.isPublic && content.state == .current
        for (index, holds) in [(PageStore.index, true), (PageStore.publicIndex, isOpen)] {
            guard holds else {
                try index.remove(id.rawValue, in: db)
                continue
            }
            try index.put(
                id.rawValue, title: words.title, headings: words.headings, body: words.body, in: db)
        }
    }

    /// Indexes again the pages that show one of these answers.
    static func indexPages(askingFor facts: Set<LocalFact>, in db: Database) throws {
        guard !facts.isEmpty else { return }
        let asking = try ID<Page>.fetchAll(
            db, sql: "SELECT id FROM page WHERE instr(plainText, ?) > 0",
            arguments: [String(Character(MarkdownStandIn.placeholder))])
        for id in asking {
            guard let (content, reading) = try read(id, in: db),
                !facts.isDisjoint(with: reading.placeholders.compactMap(LocalFact.init(placeholder:)))
            else { continue }
            try put(id, content, reading, in: db)
        }
    }

    /// Derives the plain text and the words of pages again that an older program wrote, at most `limit`; returns how
    /// many there were.
    static func catchUp(limit: Int, in db: Database) throws -> Int {
        let waiting = try ID<Page>.fetchAll(db, sql: "SELECT pageID FROM pageToIndex LIMIT ?", arguments: [limit])
        for id in waiting {
            if let (content, reading) = try read(id, in: db) {
                try db.execute(
                    sql: "UPDATE page SET plainText = ? WHERE id = ?", arguments: [reading.plainText, id])
                try put(id, content, reading, in: db)
            }
            try db.execute(sql: "DELETE FROM pageToIndex WHERE pageID = ?", arguments: [id])
        }
        return waiting.count
    }

    /// The page as it is now; nil when it cannot be read.
    private static func read(
        _ id: ID<Page>, in db: Database
    ) throws -> (content: PageContent, reading: PageReading)? {
        guard let page = try PageStore.page(id, in: db), let revision = try PageRevisionStore.current(page, in: db),
            let content = PageFile(stored: revision.source, of: page).content
        else { return nil }
        return (content, try PageReading(content, names: StatuteDirectoryStore.names(in: db)))
    }

    /// The codes of pages that the index has with other words than those of their current revision; reads them all.
    ///
    /// Pages that it does not have at all are told elsewhere; those that wait for `catchUp` are not out of step.
    static func outOfStep(in db: Database) throws -> [String] {
        let facts = try LocalFactStore.facts(in: db)
        let waiting = try Set(Int64.fetchAll(db, sql: "SELECT pageID FROM pageToIndex"))
        return try PageStore.all(in: db).filter { page in
            guard !waiting.contains(page.id.rawValue),
                let row = try Row.fetchOne(
                    db, sql: "SELECT title, headings, body FROM pageText WHERE rowid = ?", arguments: [page.id]),
                let revision = try PageRevisionStore.current(page, in: db)
            else { return false }
            guard let content = PageFile(stored: revision.source, of: page).content else { return true }
            let words = try words(content, PageReading(content, names: StatuteDirectoryStore.names(in: db)), facts)
            let (title, headings, body): (String, String, String) = (row["title"], row["headings"], row["body"])
            return title != SearchText.indexed(words.title) || body != SearchText.indexed(words.body)
                || Self.sorted(headings) != Self.sorted(SearchText.indexed(words.headings))
        }.map(\.code)
    }

    /// Facets were not always written in the same order.
    private static func sorted(_ text: String) -> [Substring] { text.split(separator: " ").sorted() }
}
