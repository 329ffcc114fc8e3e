import GRDB

/// What the public may see of the knowledge base: pages that are public and in force, and what they link to.
///
/// Nothing here may depend on any other page, not even an order: ids and the weights of the full-text index would.
enum PublicStore {
    static func page(code: String, in db: Database) throws -> Page? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM page WHERE code = ? AND isPublic AND state = 'current'", arguments: [code]
        ).flatMap(PageStore.page)
    }

    /// The public pages behind these files.
    static func addresses(of paths: Set<String>, in db: Database) throws -> [String: Address] {
        var addresses: [String: Address] = [:]
        for path in paths {
            guard let code = path.split(separator: "/").last?.dropLast(".md".count),
                let page = try page(code: String(code), in: db), PageContent.path(page.kind, page.code) == path
            else { continue }
            addresses[path] = PublicAddress.page(page.code)
        }
        return addresses
    }

    /// Of the attachments with these names, those that are there.
    static func attachments(_ names: Set<String>, in db: Database) throws -> [String: Address] {
        let query: SQL = "SELECT name FROM attachment WHERE name IN \(names.sorted())"
        let found = try SQLRequest<String>(literal: query).fetchAll(db)
        return Dictionary(found.map { ($0, PublicAddress.attachment($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a public page in force links to the attachment.
    static func shows(attachment name: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT * FROM pageLink JOIN page ON page.id = pageLink.pageID
                    WHERE pageLink.target = ? AND page.isPublic AND page.state = 'current')
                """, arguments: ["attachments/" + name]) ?? false
    }

    /// Public pages with their subjects; one without a subject stands under the empty one.
    static func subjects(of kind: PageKind, in db: Database) throws -> [(subject: String, page: Page)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT page.*, coalesce(pageFacet.value, '') AS subject FROM page
                LEFT JOIN pageFacet ON pageFacet.pageID = page.id AND pageFacet.facet = 'subject'
                WHERE page.kind = ? AND page.isPublic AND page.state = 'current'
                ORDER BY subject = '', subject, page.title, page.code
                """, arguments: [kind.rawValue])
        return rows.compactMap { row in PageStore.page(row).map { (row["subject"], $0) } }
    }

    /// The words of a page, for excerpts.
    static func plainText(of page: ID<Page>, in db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT plainText FROM page WHERE id = ?", arguments: [page]) ?? ""
    }

    /// The public pages that `query` finds, those with it in the title first, and how many there are.
    static func find(
        _ query: SearchQuery, offset: Int, limit: Int, in db: Database
    ) throws -> (pages: [Page], count: Int) {
        let found: SQL = """
            page.isPublic AND page.state = 'current'
                AND page.id IN (SELECT rowid FROM pageText WHERE pageText MATCH \(query.all))
            """
        let rank: SQL = """
            (page.id IN (SELECT rowid FROM pageText WHERE pageText MATCH \(query.titles(.title)))) * 2
                + (page.id IN (SELECT rowid FROM pageText WHERE pageText MATCH \(query.titles(.headings))))
            """
        return try ranked(found, by: rank, offset: offset, limit: limit, in: db)
    }

    /// The same for pages with any of these words, those with the most first.
    static func find(
        anyOf words: [SearchQuery], offset: Int, limit: Int, in db: Database
    ) throws -> (pages: [Page], count: Int) {
        let all = words.map(\.all).joined(separator: " OR ")
        let found: SQL = """
            page.isPublic AND page.state = 'current'
                AND page.id IN (SELECT rowid FROM pageText WHERE pageText MATCH \(all))
            """
        let parts = words.flatMap { word -> [SQL] in
            [word.all, word.titles(.title)].map { "(page.id IN (SELECT rowid FROM pageText WHERE pageText MATCH \($0)))" }
        }
        return try ranked(found, by: parts.joined(separator: " + "), offset: offset, limit: limit, in: db)
    }

    private static func ranked(
        _ condition: SQL, by rank: SQL, offset: Int, limit: Int, in db: Database
    ) throws -> (pages: [Page], count: Int) {
        let query: SQL = """
            SELECT page.* FROM page WHERE \(condition) ORDER BY \(rank) DESC, page.title, page.code
            LIMIT \(limit) OFFSET \(offset)
            """
        let pages = try SQLRequest<Row>(literal: query).fetchAll(db).compactMap(PageStore.page)
        let count = try SQLRequest<Int>(literal: "SELECT count(*) FROM page WHERE \(condition)").fetchOne(db) ?? 0
        return (pages, count)
    }
}
