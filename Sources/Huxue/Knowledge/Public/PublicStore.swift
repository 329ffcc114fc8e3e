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
}
