enum AttachmentSchema {
    static let migrations = [
        // In older databases the table exists already, created by another feature's migration.
        Migration(
            name: "2026-11-25 keep attachments",
            sql: """
                CREATE TABLE IF NOT EXISTS attachment (
                    name TEXT PRIMARY KEY NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
                    hash TEXT NOT NULL CHECK (length(hash) = 64),
                    size INTEGER NOT NULL CHECK (size > 0),
                    type TEXT NOT NULL CHECK (type <> ''),
                    uploadedBy TEXT NOT NULL,
                    uploadedAt TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """),
        Migration(
            name: "2026-11-30 count the generations of attachments",
            counting: .attachments, rowsOf: ["attachment"]),
        Migration(
            name: "2026-12-04 keep for whose works an attachment was added",
            sql: "ALTER TABLE attachment ADD COLUMN owner TEXT NOT NULL DEFAULT ''"),
    ]
}

extension Generation {
    /// Increases whenever an attachment is added or removed.
    static let attachments = Generation("attachments")
}
