import GRDB

/// Which pages link to which attachments.
enum PageAttachmentStore {
    /// The pages that link to each attachment now, by title; retired ones too.
    static func uses(in db: Database) throws -> [String: [Page]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT page.*, substr(pageLink.target, 13) AS attachment FROM pageLink
                JOIN page ON page.id = pageLink.pageID
                WHERE pageLink.target LIKE 'attachments/%' ORDER BY page.title
                """)
        var uses: [String: [Page]] = [:]
        for row in rows {
            if let page = PageStore.page(row) { uses[row["attachment"], default: []].append(page) }
        }
        return uses
    }

    /// The pages that link to this attachment now; retired ones too.
    static func pages(linkingTo name: String, in db: Database) throws -> [Page] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT page.* FROM pageLink JOIN page ON page.id = pageLink.pageID
                WHERE pageLink.target = ? ORDER BY page.state, page.id
                """, arguments: ["attachments/" + name]
        ).compactMap(PageStore.page)
    }

    /// The names that the page links to now, of attachments that are there or not.
    static func names(linkedFrom page: ID<Page>, in db: Database) throws -> Set<String> {
        try Set(
            String.fetchAll(
                db, sql: "SELECT substr(target, 13) FROM pageLink WHERE pageID = ? AND target LIKE 'attachments/%'",
                arguments: [page]))
    }
}
