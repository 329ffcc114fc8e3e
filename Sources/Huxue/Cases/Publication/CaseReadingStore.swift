import GRDB

/// Who has read the case studies that must be read.
enum CaseReadingStore {
    /// SQL condition on `caseStudy`: the person must read it, and has not.
    static func owed(by reader: CaseStore.Reader) -> SQL {
        """
        (caseStudy.state = 'published' AND caseStudy.readBy IS NOT NULL AND \(CaseStore.open(to: reader))
            AND NOT \(CaseStore.own(reader.employee))
            AND NOT EXISTS (SELECT 1 FROM caseReading AS reading
                WHERE reading.caseID = caseStudy.id AND reading.employeeID = \(reader.employee)))
        """
    }

    /// The last day; nil for one that need not be read.
    static func deadline(of id: ID<CaseStudy>, in db: Database) throws -> Day? {
        try Day.fetchOne(
            db, sql: "SELECT readBy FROM caseStudy WHERE id = ? AND readBy IS NOT NULL", arguments: [id])
    }

    static func readAt(_ id: ID<CaseStudy>, by employee: ID<Employee>, in db: Database) throws -> Moment? {
        try Moment.fetchOne(
            db, sql: "SELECT readAt FROM caseReading WHERE caseID = ? AND employeeID = ?", arguments: [id, employee])
    }

    static func readings(
        of id: ID<CaseStudy>, in db: Database
    ) throws -> [ID<Employee>: (readAt: Moment, isLate: Bool)] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT employeeID, readAt, isLate FROM caseReading WHERE caseID = ?", arguments: [id])
        var readings: [ID<Employee>: (readAt: Moment, isLate: Bool)] = [:]
        for row in rows {
            let employee: ID<Employee> = row["employeeID"]
            readings[employee] = (readAt: row["readAt"], isLate: row["isLate"])
        }
        return readings
    }

    static func require(_ id: ID<CaseStudy>, by day: Day, in db: Database) throws {
        try db.execute(sql: "UPDATE caseStudy SET readBy = ? WHERE id = ?", arguments: [day, id])
    }

    /// False when it was read before.
    static func insert(
        _ id: ID<CaseStudy>, by employee: ID<Employee>, isLate: Bool, now: Moment, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO caseReading (caseID, employeeID, readAt, isLate) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, arguments: [id, employee, now, isLate])
        return db.changesCount > 0
    }
}
