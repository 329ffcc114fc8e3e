/// The table of what an office says of itself.
enum LocalFactSchema {
    static let migrations = [
        Migration(
            name: "2026-11-30 keep what each office decides for itself",
            sql: """
                CREATE TABLE localFact (
                    code TEXT PRIMARY KEY NOT NULL,
                    text TEXT NOT NULL CHECK (text <> ''),
                    changedAt TEXT NOT NULL,
                    changedBy TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """),
        Migration(
            name: "2026-11-30 count the generations of local facts", counting: .localFacts, rowsOf: ["localFact"]),
    ]
}

extension Generation {
    /// Moves whenever an answer of the office changes.
    static let localFacts = Generation("localFacts")
}
