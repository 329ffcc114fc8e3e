import Foundation
import GRDB

/// Reads and writes drafts; every query that reads returns only the author's own.
enum DraftStore {
    /// The author's drafts of this kind, the latest first.
    static func drafts<Field>(by author: ID<Employee>, in db: Database) throws -> [Draft<Field>] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM draft WHERE employeeID = ? AND kind = ? ORDER BY updatedAt DESC, subject",
            arguments: [author, Field.subjectKind]
        ).map(draft)
    }

    static func draft<Field>(of subject: String, by author: ID<Employee>, in db: Database) throws -> Draft<Field>? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM draft WHERE employeeID = ? AND kind = ? AND subject = ?",
            arguments: [author, Field.subjectKind, subject]
        ).map(draft)
    }

    static func count(of kind: String, by author: ID<Employee>, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM draft WHERE employeeID = ? AND kind = ?", arguments: [author, kind]) ?? 0
    }

    /// Replaces an earlier draft of the same subject.
    static func put<Field>(_ draft: Draft<Field>, by author: ID<Employee>, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO draft (employeeID, kind, subject, base, fields, updatedAt) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (employeeID, kind, subject) DO UPDATE SET base = excluded.base, fields = excluded.fields,
                    updatedAt = excluded.updatedAt
                """,
            arguments: [author, Field.subjectKind, draft.subject, draft.base, draft.form.json, draft.updatedAt])
    }

    /// Removes a draft; false when there was none to remove.
    ///
    /// `seen`: removes the draft only if this is its mark; nil to remove it in any state.
    @discardableResult
    static func remove(
        _ kind: String, of subject: String, by author: ID<Employee>, seen: String? = nil, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                DELETE FROM draft WHERE employeeID = ? AND kind = ? AND subject = ?
                    AND updatedAt = coalesce(?, updatedAt)
                """, arguments: [author, kind, subject, seen])
        return db.changesCount > 0
    }

    /// Replaces a field's value in everybody's drafts; `values`: the new ones by the old ones, all at once.
    static func replace<Field: WrittenField>(
        _ values: [String: String], in field: Field, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE draft SET fields = json_set(fields, :path,
                    (SELECT value FROM json_each(:values) WHERE key = json_extract(fields, :path)))
                WHERE kind = :kind AND json_extract(fields, :path) IN (SELECT key FROM json_each(:values))
                """,
            arguments: [
                "path": "$.\(field.rawValue)", "kind": Field.subjectKind,
                "values": String(decoding: try JSONEncoder().encode(values), as: UTF8.self),
            ])
    }

    /// Rebases all drafts of revision `number` on the next one.
    ///
    /// Use it when the change that made the next revision was also made in the drafts.
    static func carry(_ kind: String, of subject: String, over number: Int, in db: Database) throws {
        try db.execute(
            sql: "UPDATE draft SET base = ? WHERE kind = ? AND subject = ? AND base = ?",
            arguments: [number + 1, kind, subject, number])
    }

    private static func draft<Field>(_ row: Row) -> Draft<Field> {
        Draft(
            subject: row["subject"], base: row["base"], form: WrittenForm(json: row["fields"]),
            updatedAt: row["updatedAt"])
    }
}
