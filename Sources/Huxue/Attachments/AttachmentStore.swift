import Foundation
import GRDB

/// Reads and writes 附件, by name; a name always stands for the same content.
enum AttachmentStore {
    static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM attachment ORDER BY name")
    }

    static func all(in db: Database) throws -> [Attachment] {
        try Row.fetchAll(db, sql: "SELECT * FROM attachment ORDER BY name").compactMap(attachment)
    }

    /// Those that were added for the works of one of these features; see `AttachmentOwner.code`.
    static func all(of owners: Set<String>, in db: Database) throws -> [Attachment] {
        try all(in: db).filter { owners.contains($0.owner) }
    }

    static func attachment(_ name: String, in db: Database) throws -> Attachment? {
        try Row.fetchOne(db, sql: "SELECT * FROM attachment WHERE name = ?", arguments: [name]).flatMap(attachment)
    }

    /// The size of all attachments in bytes; content with several names counts once.
    static func size(in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT coalesce(sum(size), 0) FROM (SELECT max(size) AS size FROM attachment GROUP BY hash)") ?? 0
    }

    static func insert(_ attachment: Attachment, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO attachment (name, hash, size, type, uploadedBy, uploadedAt, owner)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                attachment.name, attachment.hash, attachment.size, attachment.kind.type, attachment.uploadedBy,
                attachment.uploadedAt, attachment.owner,
            ])
    }

    /// The names among `names` under which an attachment exists.
    static func known(_ names: Set<String>, in db: Database) throws -> Set<String> {
        guard !names.isEmpty else { return [] }
        let query: SQL = "SELECT name FROM attachment WHERE name IN \(names.sorted())"
        return try Set(SQLRequest<String>(literal: query, cached: true).fetchAll(db))
    }

    /// Names whoever uploaded something by the present login; `logins`: the new ones by the old ones, all at once.
    static func rename(_ logins: [String: String], in db: Database) throws {
        let json = String(decoding: try JSONEncoder().encode(logins), as: UTF8.self)
        try db.execute(
            literal: """
                UPDATE attachment SET uploadedBy = login.value FROM json_each(\(json)) AS login
                WHERE login.key = attachment.uploadedBy
                """)
    }

    /// Whether an attachment has this content.
    static func knows(hash: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM attachment WHERE hash = ?)", arguments: [hash]) ?? false
    }

    private static func attachment(_ row: Row) -> Attachment? {
        guard let kind = AttachmentKind(type: row["type"]) else { return nil }
        return Attachment(
            name: row["name"], hash: row["hash"], size: row["size"], kind: kind, uploadedBy: row["uploadedBy"],
            uploadedAt: row["uploadedAt"], owner: row["owner"])
    }
}
