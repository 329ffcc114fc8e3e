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
