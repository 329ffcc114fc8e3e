enum FeedSchema {
    static let migrations = [
        Migration(
            name: "2026-11-25 keep the tokens of personal feeds",
            sql: """
                CREATE TABLE feedToken (
                    employeeID INTEGER PRIMARY KEY REFERENCES employee (id),
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    madeAt TEXT NOT NULL
                ) STRICT;
                """)
    ]
}
