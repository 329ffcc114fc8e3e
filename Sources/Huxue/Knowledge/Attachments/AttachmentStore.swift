import GRDB

/// 附件: files that pages link to, by name; what a name stands for never changes.
enum AttachmentStore {
    static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM attachment ORDER BY name")
    }

    static func all(in db: Database) throws -> [Attachment] {
        try Row.fetchAll(db, sql: "SELECT * FROM attachment ORDER BY name").compactMap(attachment)
    }

    static func attachment(_ name: String, in db: Database) throws -> Attachment? {
        try Row.fetchOne(db, sql: "SELECT * FROM attachment WHERE name = ?", arguments: [name]).flatMap(attachment)
    }

    /// In bytes; what several names stand for counts once.
    static func size(in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT coalesce(sum(size), 0) FROM (SELECT max(size) AS size FROM attachment GROUP BY hash)") ?? 0
    }

    static func insert(_ attachment: Attachment, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO attachment (name, hash, size, type, uploadedBy, uploadedAt) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                attachment.name, attachment.hash, attachment.size, attachment.kind.type, attachment.uploadedBy,
                attachment.uploadedAt,
            ])
    }

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

    /// Whether a name stands for this content.
    static func knows(hash: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM attachment WHERE hash = ?)", arguments: [hash]) ?? false
    }

    private static func attachment(_ row: Row) -> Attachment? {
        guard let kind = AttachmentKind(type: row["type"]) else { return nil }
        return Attachment(
            name: row["name"], hash: row["hash"], size: row["size"], kind: kind, uploadedBy: row["uploadedBy"],
            uploadedAt: row["uploadedAt"])
    }
}
