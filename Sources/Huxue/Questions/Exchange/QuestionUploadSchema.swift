enum QuestionUploadSchema {
    static let migrations = [
        Migration(
            name: "2026-12-02 keep files of questions between preview and import",
            sql: """
                CREATE TABLE questionUpload (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    accountID INTEGER NOT NULL UNIQUE REFERENCES account (id),
                    fileName TEXT NOT NULL,
                    format TEXT NOT NULL,
                    topic TEXT NOT NULL,
                    citations TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                ) STRICT;
                """)
    ]
}
