import Foundation
import GRDB

/// Gives pages the present names of what they name: the unit in charge, the owner by login.
enum PageRenamingStore {
    /// What a page's file names in a line of its own; the column of `page` has the same name.
    enum Field: String, Sendable {
        case unit, owner
    }

    /// A name in pages, and the name that takes its place; with the lines of a page's file that say so.
    struct Change: Encodable, Sendable {
        let old: String
        let new: String
        let oldLine: String
        let newLine: String
    }

    /// A page that named something otherwise, and its revision before.
    struct Renamed: Sendable {
        let page: ID<Page>
        let number: Int
    }

    /// Everything that pages name so.
    static func names(in field: Field, in db: Database) throws -> [String] {
        try SQLRequest<String>(literal: "SELECT DISTINCT \(sql: field.rawValue) FROM page").fetchAll(db)
    }

    /// The bytes of the longest file of a page with this name; nil when there is no page.
    static func longest(naming name: String, in field: Field, in db: Database) throws -> Int? {
        try SQLRequest<Int>(
            literal: """
                SELECT max(length(CAST(revision.source AS BLOB))) FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                WHERE page.\(sql: field.rawValue) = \(name)
                """
        ).fetchOne(db)
    }

    /// Pages whose files do not have the expected line, each with its new name; `rename` leaves them alone.
    static func odd(_ changes: [Change], in field: Field, in db: Database) throws -> [(page: Page, name: String)] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT page.*, change.new AS name FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                JOIN \(try table(changes)) ON change.old = page.\(sql: field.rawValue)
                WHERE instr(revision.source, change.oldLine) = 0 ORDER BY page.code
                """
        ).fetchAll(db)
        return rows.compactMap { row in PageStore.page(row).map { ($0, row["name"]) } }
    }

    /// Gives each page with one of these names a revision with the new name; the rest of its file stays as it is.
    ///
    /// All at once, so that two names may be exchanged. Words, links and citations depend on neither field, so nothing is
    /// indexed again.
    static func rename(
        _ changes: [Change], in field: Field, reason: String, author: String, now: Moment, in db: Database
    ) throws -> [Renamed] {
        let (change, column) = (try table(changes), field.rawValue)
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT page.id, revision.number FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                JOIN \(change) ON change.old = page.\(sql: column)
                WHERE instr(revision.source, change.oldLine) > 0 ORDER BY page.code
                """
        ).fetchAll(db)
        try db.execute(
            literal: """
                INSERT INTO pageRevision (pageID, number, source, author, reason, savedAt)
                SELECT page.id, revision.number + 1,
                    substr(revision.source, 1, instr(revision.source, change.oldLine) - 1) || change.newLine
                        || substr(revision.source, instr(revision.source, change.oldLine) + length(change.oldLine)),
                    \(author), \(reason), \(now)
                FROM page JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                JOIN \(change) ON change.old = page.\(sql: column)
                WHERE instr(revision.source, change.oldLine) > 0
                """)
        try db.execute(
            literal: """
                UPDATE page SET \(sql: column) = change.new, currentRevisionID = later.id
                FROM \(change), pageRevision AS former, pageRevision AS later
                WHERE change.old = page.\(sql: column) AND former.id = page.currentRevisionID
                    AND later.pageID = page.id AND later.number = former.number + 1
                """)
        return rows.map { Renamed(page: $0["id"], number: $0["number"]) }
    }

    /// Names whoever reviewed a page by the present login; `logins`: the new ones by the old ones.
    static func renameReviewers(_ logins: [String: String], in db: Database) throws {
        let json = String(decoding: try JSONEncoder().encode(logins), as: UTF8.self)
        try db.execute(
            literal: """
                UPDATE page SET reviewedBy = login.value FROM json_each(\(json)) AS login
                WHERE login.key = page.reviewedBy
                """)
    }

    private static func table(_ changes: [Change]) throws -> SQL {
        let json = String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
        return """
            (SELECT json_extract(value, '$.old') AS old, json_extract(value, '$.new') AS new,
                json_extract(value, '$.oldLine') AS oldLine, json_extract(value, '$.newLine') AS newLine
            FROM json_each(\(json))) AS change
            """
    }
}
