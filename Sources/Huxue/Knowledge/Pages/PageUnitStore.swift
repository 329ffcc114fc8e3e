import Foundation
import GRDB

/// Pages by the unit that they name.
enum PageUnitStore {
    /// A unit's name in pages, and the name that takes its place; with the lines of a page's file that say so.
    struct Change: Encodable, Sendable {
        let old: String
        let new: String
        let oldLine: String
        let newLine: String
    }

    /// A page whose unit was called otherwise, and its revision before.
    struct Renamed: Sendable {
        let page: ID<Page>
        let number: Int
    }

    /// Pages whose unit is called one of these, withdrawn ones too, in the order of their codes.
    static func pages(naming names: some Sequence<String>, in db: Database) throws -> [Page] {
        let query: SQL = "SELECT * FROM page WHERE unit IN \(names.sorted()) ORDER BY code"
        return try SQLRequest<Row>(literal: query).fetchAll(db).compactMap(PageStore.page)
    }

    /// The bytes of the longest file of a page in the unit; nil when there is no page.
    static func longest(naming name: String, in db: Database) throws -> Int? {
        try Int.fetchOne(
            db,
            sql: """
                SELECT max(length(CAST(revision.source AS BLOB))) FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID WHERE page.unit = ?
                """, arguments: [name])
    }

    /// Gives each page of these units a revision with the new name; the rest of its file stays as it is.
    ///
    /// Words, links and citations do not depend on the unit, so nothing is indexed again. Files without the expected
    /// line are left alone.
    static func rename(
        _ changes: [Change], reason: String, author: String, now: Moment, in db: Database
    ) throws -> [Renamed] {
        let change: SQL = """
            (SELECT json_extract(value, '$.old') AS old, json_extract(value, '$.new') AS new,
                json_extract(value, '$.oldLine') AS oldLine, json_extract(value, '$.newLine') AS newLine
            FROM json_each(\(try json(changes)))) AS change
            """
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT page.id, revision.number FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                JOIN \(change) ON change.old = page.unit
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
                JOIN \(change) ON change.old = page.unit
                WHERE instr(revision.source, change.oldLine) > 0
                """)
        try db.execute(
            literal: """
                UPDATE page SET unit = change.new, currentRevisionID = later.id
                FROM \(change), pageRevision AS former, pageRevision AS later
                WHERE change.old = page.unit AND former.id = page.currentRevisionID AND later.pageID = page.id
                    AND later.number = former.number + 1
                """)
        return rows.map { Renamed(page: $0["id"], number: $0["number"]) }
    }

    private static func json(_ changes: [Change]) throws -> String {
        String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
    }
}
