import GRDB

/// One dated step of the schema, in SQL and strings only, never edited once shipped.
struct Migration: Sendable {
    /// `yyyy-MM-dd` and a sentence; the identity of the step.
    let name: String
    let sql: String

    /// Runs what is missing, in the order given and in one transaction: a crash leaves the old schema or the new.
    /// - Throws: `OfficeDatabase.OpenFailure.newerSchema` when the file knows steps that this program does not.
    static func apply(_ migrations: [Migration], in db: Database) throws {
        let applied = try Set(appliedNames(in: db))
        let unknown = applied.subtracting(migrations.map(\.name))
        guard unknown.isEmpty else {
            throw OfficeDatabase.OpenFailure.newerSchema(unknown: unknown.sorted())
        }
        guard applied.count < migrations.count else { return }
        try db.inTransaction(.immediate) {
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL) STRICT")
            for migration in migrations where !applied.contains(migration.name) {
                try db.execute(sql: migration.sql)
                try db.execute(sql: "INSERT INTO migration (name) VALUES (?)", arguments: [migration.name])
            }
            return .commit
        }
    }

    private static func appliedNames(in db: Database) throws -> [String] {
        guard try db.tableExists("migration") else { return [] }
        return try String.fetchAll(db, sql: "SELECT name FROM migration")
    }
}

/// A query that must return no row; `huxue doctor` runs all of them.
struct Invariant: Sendable {
    /// What is wrong when there is a row, in the reader's language.
    let violation: String
    let sql: String
}
