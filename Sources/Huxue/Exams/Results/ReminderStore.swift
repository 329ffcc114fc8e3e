import GRDB

/// Who was reminded of which test on which day.
enum ReminderStore {
    static func tally(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> ReminderTally {
        let query: SQL = """
            SELECT count(*) AS waiting, count(*) FILTER (WHERE \(isRemindable(of: exam, today: today))) AS remindable
            FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            WHERE \(isWaiting(for: exam))
            """
        let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db)
        return ReminderTally(waiting: row?["waiting"] ?? 0, remindable: row?["remindable"] ?? 0)
    }

    /// The names of the first people in `scope` who still have to hand in, unit by unit.
    static func names(
        of exam: Exam, scope: UnitScope, today: Day, limit: Int, in db: Database
    ) throws -> [String] {
        let query: SQL = """
            SELECT person.name FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            WHERE \(isWaiting(for: exam)) ORDER BY person.path, person.staffNumber LIMIT \(limit)
            """
        return try SQLRequest<String>(literal: query, cached: true).fetchAll(db)
    }

    /// Reminds everybody in `scope` who still has to hand in and was not reminded today.
    ///
    /// `name`: who reminds, as the audit log names them.
    static func insert(of exam: Exam, scope: UnitScope, on today: Day, by name: String, in db: Database) throws {
        let query: SQL = """
            INSERT INTO examReminder (examID, employeeID, remindedOn, remindedBy)
            SELECT \(exam.id), person.id, \(today), \(name)
            FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            WHERE \(isWaiting(for: exam)) AND \(isRemindable(of: exam, today: today))
            """
        try db.execute(literal: query)
    }

    /// The day on which this person was last reminded of each test.
    static func days(of employee: ID<Employee>, in db: Database) throws -> [ID<Exam>: Day] {
        let query: SQL = """
            SELECT examID, max(remindedOn) AS day FROM examReminder WHERE employeeID = \(employee) GROUP BY examID
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(rows.map { ($0["examID"], $0["day"]) }) { first, _ in first }
    }

    private static func isWaiting(for exam: Exam) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = person.id
            AND attempt.submittedAt IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM accommodation AS own WHERE own.examID = \(exam.id)
            AND own.employeeID = person.id AND (own.isExcused OR own.opens IS NOT NULL))
        """
    }

    private static func isRemindable(of exam: Exam, today: Day) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM examReminder AS told
            WHERE told.examID = \(exam.id) AND told.employeeID = person.id AND told.remindedOn = \(today))
        """
    }
}
