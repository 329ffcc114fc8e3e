import Foundation
import GRDB

/// Announcements that must be read, who has read them and who was reminded.
enum AnnouncementStore {
    /// The one of the page that was sent and not withdrawn.
    static func open(of page: ID<Page>, in db: Database) throws -> Announcement? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM announcement WHERE pageID = ? AND withdrawnAt IS NULL", arguments: [page]
        ).map(announcement)
    }

    /// Those that people have to read now, the nearest deadline first: not withdrawn, their pages in force.
    static func open(in db: Database) throws -> [(announcement: Announcement, page: Page)] {
        try pairs(
            Row.fetchAll(
                db,
                sql: """
                    SELECT announcement.* FROM announcement JOIN page ON page.id = announcement.pageID
                    WHERE announcement.withdrawnAt IS NULL AND page.kind = 'announcement' AND page.state = 'current'
                    ORDER BY announcement.deadline, announcement.id
                    """), in: db)
    }

    /// Those that people have to read now and that this person has not confirmed, whomever they are for, the nearest
    /// deadline first.
    static func unread(by employee: ID<Employee>, in db: Database) throws -> [Announcement] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT announcement.* FROM announcement JOIN page ON page.id = announcement.pageID
                WHERE announcement.withdrawnAt IS NULL AND page.kind = 'announcement' AND page.state = 'current'
                    AND NOT EXISTS (SELECT * FROM announcementReading AS reading
                        WHERE reading.announcementID = announcement.id AND reading.employeeID = ?
                            AND reading.number >= announcement.required)
                ORDER BY announcement.deadline, announcement.id
                """, arguments: [employee]
        ).map(announcement)
    }

    /// How many of `people`, a query of ids, there are, and how many of them have read it.
    static func counts(
        _ announcement: Announcement, among people: SQL, in db: Database
    ) throws -> (people: Int, read: Int) {
        let query: SQL = """
            SELECT count(*) AS people, coalesce(sum(EXISTS (SELECT * FROM announcementReading AS reading
                WHERE reading.announcementID = \(announcement.id) AND reading.employeeID = person.id
                    AND reading.number >= \(announcement.required))), 0) AS read
            FROM (\(people)) AS person
            """
        let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db)
        return (row?["people"] ?? 0, row?["read"] ?? 0)
    }

    /// Those that people have to read now, the nearest deadline first, with what notes about them say.
    static func notable(in db: Database) throws -> [(announcement: Announcement, subject: AnnouncementTally.Subject)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT announcement.*, page.code, page.title, revision.number FROM announcement
                JOIN page ON page.id = announcement.pageID
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                WHERE announcement.withdrawnAt IS NULL AND page.kind = 'announcement' AND page.state = 'current'
                ORDER BY announcement.deadline, announcement.id
                """
        ).map { row in
            (
                try announcement(row),
                AnnouncementTally.Subject(code: row["code"], title: row["title"], current: row["number"])
            )
        }
    }

    /// All that were ever sent, the latest first.
    static func all(limit: Int, in db: Database) throws -> [(announcement: Announcement, page: Page)] {
        try pairs(
            Row.fetchAll(db, sql: "SELECT * FROM announcement ORDER BY id DESC LIMIT ?", arguments: [limit]), in: db)
    }

    private static func pairs(_ rows: [Row], in db: Database) throws -> [(announcement: Announcement, page: Page)] {
        try rows.map(announcement).compactMap { found in
            try PageStore.page(found.pageID, in: db).map { (found, $0) }
        }
    }

    static func wasSent(_ page: ID<Page>, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM announcement WHERE pageID = ?)", arguments: [page]) ?? false
    }

    /// The announcement pages that were never sent to anybody.
    static func unsent(in db: Database) throws -> Set<ID<Page>> {
        try Set(
            ID<Page>.fetchAll(
                db,
                sql: """
                    SELECT id FROM page WHERE kind = 'announcement' AND state = 'current'
                        AND id NOT IN (SELECT pageID FROM announcement)
                    """))
    }

    static func insert(
        page: ID<Page>, unit: ID<Unit>, audience: Audience, required: Int, deadline: Day, by sender: String,
        now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO announcement (pageID, unitID, audience, required, deadline, sentBy, sentAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, arguments: [page, unit, try json(audience), required, deadline, sender, now])
    }

    /// From now on this revision has to be confirmed, by that day.
    static func renew(_ id: ID<Announcement>, required: Int, deadline: Day, in db: Database) throws {
        try db.execute(
            sql: "UPDATE announcement SET required = ?, deadline = ? WHERE id = ?", arguments: [required, deadline, id])
    }

    static func withdraw(_ id: ID<Announcement>, now: Moment, in db: Database) throws {
        try db.execute(sql: "UPDATE announcement SET withdrawnAt = ? WHERE id = ?", arguments: [now, id])
    }

    static func setAudience(_ audience: Audience, of id: ID<Announcement>, in db: Database) throws {
        try db.execute(
            sql: "UPDATE announcement SET audience = ? WHERE id = ?", arguments: [try json(audience), id])
    }

    /// Records a tick; a second one on the same revision changes nothing and is false.
    static func insert(_ reading: AnnouncementReading, of id: ID<Announcement>, in db: Database) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO announcementReading (announcementID, employeeID, number, readAt, isLate)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, arguments: [id, reading.employee, reading.number, reading.readAt, reading.isLate])
        return db.changesCount > 0
    }

    /// A query of the ids of everybody who has confirmed a revision of it.
    static func readers(of id: ID<Announcement>) -> SQL {
        "SELECT employeeID FROM announcementReading WHERE announcementID = \(id)"
    }

    static func readings(
        of id: ID<Announcement>, in db: Database
    ) throws -> [ID<Employee>: [AnnouncementReading]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM announcementReading WHERE announcementID = ?", arguments: [id])
        return Dictionary(grouping: rows.map(reading), by: \.employee)
    }

    static func readings(
        of id: ID<Announcement>, by employee: ID<Employee>, in db: Database
    ) throws -> [AnnouncementReading] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM announcementReading WHERE announcementID = ? AND employeeID = ?",
            arguments: [id, employee]
        ).map(reading)
    }

    static func insertReminder(
        of announcement: Announcement, to employees: [ID<Employee>], on day: Day, by name: String, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO announcementReminder (announcementID, required, remindedOn, remindedBy) VALUES (?, ?, ?, ?)
                """, arguments: [announcement.id, announcement.required, day, name])
        for employee in employees {
            try db.execute(
                sql: """
                    INSERT INTO announcementReminded (announcementID, required, remindedOn, employeeID)
                    VALUES (?, ?, ?, ?)
                    """, arguments: [announcement.id, announcement.required, day, employee])
        }
    }

    /// The day of the last reminder since this revision is asked for; nil for none.
    static func reminded(_ announcement: Announcement, in db: Database) throws -> Day? {
        try Day.fetchOne(
            db, sql: "SELECT max(remindedOn) FROM announcementReminder WHERE announcementID = ? AND required = ?",
            arguments: [announcement.id, announcement.required])
    }

    /// The day on which each was last reminded of the revision that is asked for.
    static func remindedDays(of announcement: Announcement, in db: Database) throws -> [ID<Employee>: Day] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT employeeID, max(remindedOn) AS day FROM announcementReminded
                WHERE announcementID = ? AND required = ? GROUP BY employeeID
                """, arguments: [announcement.id, announcement.required])
        return Dictionary(rows.map { ($0["employeeID"], $0["day"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The day on which this person was last reminded of the revision that is asked for.
    static func remindedDay(_ employee: ID<Employee>, of announcement: Announcement, in db: Database) throws -> Day? {
        try Day.fetchOne(
            db,
            sql: """
                SELECT max(remindedOn) FROM announcementReminded
                WHERE announcementID = ? AND required = ? AND employeeID = ?
                """, arguments: [announcement.id, announcement.required, employee])
    }

    private static func json(_ audience: Audience) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(audience), as: UTF8.self)
    }

    private static func announcement(_ row: Row) throws -> Announcement {
        Announcement(
            id: row["id"], pageID: row["pageID"], unitID: row["unitID"],
            audience: try JSONDecoder().decode(Audience.self, from: Data((row["audience"] as String).utf8)),
            required: row["required"], deadline: row["deadline"], sentBy: row["sentBy"], sentAt: row["sentAt"],
            withdrawnAt: row["withdrawnAt"])
    }

    private static func reading(_ row: Row) -> AnnouncementReading {
        AnnouncementReading(
            employee: row["employeeID"], number: row["number"], readAt: row["readAt"], isLate: row["isLate"])
    }
}
