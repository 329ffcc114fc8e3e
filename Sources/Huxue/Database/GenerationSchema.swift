/// Counters that triggers increase whenever data changes that servers cache; see `ChangeWatch`.
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
                """),
        // The triggers that name the table stay as they are.
        Migration(
            name: "2026-11-30 let every feature count generations of its own",
            sql: """
                PRAGMA legacy_alter_table = ON;
                CREATE TABLE generationOfAny (
                    name TEXT PRIMARY KEY CHECK (name <> ''),
                    value INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                INSERT INTO generationOfAny (name, value) SELECT name, value FROM generation;
                DROP TABLE generation;
                ALTER TABLE generationOfAny RENAME TO generation;
                PRAGMA legacy_alter_table = OFF;
                """),
    ]
}

extension Migration {
    /// Adds a generation that moves whenever a row of one of these tables comes, changes or goes.
    ///
    /// The SQL that it makes must stay as it is, like that of any migration.
    init(name: String, counting generation: Generation, rowsOf tables: [String]) {
        self.init(
            name: name,
            sql: "INSERT INTO generation (name, value) VALUES ('\(generation.name)', 1);\n"
                + Self.triggers(moving: generation, on: tables))
    }

    /// The same for a generation that an earlier step has begun to count.
    init(name: String, countingOn generation: Generation, rowsOf tables: [String]) {
        self.init(name: name, sql: Self.triggers(moving: generation, on: tables))
    }

    private static func triggers(moving generation: Generation, on tables: [String]) -> String {
        tables.flatMap { table in
            ["INSERT", "UPDATE", "DELETE"].map { event in
                """
                CREATE TRIGGER \(generation.name)Count_\(table)_\(event) AFTER \(event) ON \(table)
                BEGIN UPDATE generation SET value = value + 1 WHERE name = '\(generation.name)'; END;
                """
            }
        }.joined(separator: "\n")
    }
}
