import GRDB

/// 附件: files that pages link to, by name; what a name stands for never changes.
enum AttachmentStore {
    static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM attachment ORDER BY name")
    }
}
