/// Counters that triggers move whenever something changes that servers keep in memory; see `ChangeWatch`.
enum GenerationSchema {
    static let migrations = [
        Migration(
            name: "2026-11-21 count the generations of what servers remember",
            sql: """
                CREATE TABLE generation (
                    name TEXT PRIMARY KEY CHECK (name IN ('access', 'attempt')),
                    value INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                INSERT INTO generation (name, value) VALUES ('access', 1), ('attempt', 1);
                """)
    ]
}
