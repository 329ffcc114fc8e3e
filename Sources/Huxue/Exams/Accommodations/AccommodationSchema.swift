enum AccommodationSchema {
    static let migrations = [
        Migration(
            name: "2026-12-01 give a further attempt with a make-up",
            sql: """
                ALTER TABLE accommodation ADD COLUMN extraAttempts INTEGER NOT NULL DEFAULT 0
                    CHECK (extraAttempts BETWEEN 0 AND 1000)
                """)
    ]
}
