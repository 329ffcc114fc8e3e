enum DraftSchema {
    static let migrations = [
        Migration(
            name: "2026-11-30 keep drafts of whatever people write",
            sql: """
                CREATE TABLE draft (
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    kind TEXT NOT NULL CHECK (kind <> ''),
                    subject TEXT NOT NULL CHECK (subject <> ''),
                    base INTEGER NOT NULL CHECK (base >= 0),
                    fields TEXT NOT NULL CHECK (json_valid(fields)),
                    updatedAt TEXT NOT NULL,
                    PRIMARY KEY (employeeID, kind, subject)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX draftSubject ON draft (kind, subject);
                """)
    ]
}
