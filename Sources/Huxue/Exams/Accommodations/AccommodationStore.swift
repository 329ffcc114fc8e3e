import GRDB

enum AccommodationStore {
    /// Nil for somebody who takes the exam as everybody does.
    static func find(exam: ID<Exam>, employee: ID<Employee>, in db: Database) throws -> Accommodation? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM accommodation WHERE examID = ? AND employeeID = ?", arguments: [exam, employee]
        ).map(accommodation)
    }

    static func all(of exam: ID<Exam>, in db: Database) throws -> [Accommodation] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM accommodation WHERE examID = ? ORDER BY employeeID", arguments: [exam]
        ).map(accommodation)
    }

    /// Writes it; one that changes nothing for the examinee is taken away.
    ///
    /// Time given during an attempt counts at once; a make-up reopens an exam that is closed.
    /// - Throws: `ExamRefusal`.
    static func set(_ accommodation: Accommodation, now: Moment, in db: Database) throws {
        let exam = try ExamStore.require(accommodation.examID, in: db)
        let before = try find(exam: exam.id, employee: accommodation.employeeID, in: db)
        let today = ROCDate.day(of: now)
        guard try ExamRosterStore.concerns(exam, employee: accommodation.employeeID, today: today, in: db) else {
            throw ExamRefusal.notConcerned
        }
        let used = try AttemptStore.all(of: accommodation.employeeID, exam: exam.id, in: db)
            .count { $0.submittedAt != nil }
        try AccommodationRules.check(accommodation, before: before, exam: exam, attemptsUsed: used, now: now)
        try db.execute(
            sql: "DELETE FROM accommodation WHERE examID = ? AND employeeID = ?",
            arguments: [accommodation.examID, accommodation.employeeID])
        guard accommodation.changesAnything else { return }
        try db.execute(
            sql: """
                INSERT INTO accommodation (examID, employeeID, extraMinutes, isExcused, opens, closes)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                accommodation.examID, accommodation.employeeID, accommodation.extraMinutes, accommodation.isExcused,
                accommodation.opens, accommodation.closes,
            ])
        if exam.state == .closed { try ExamStateStore.reopen(exam.id, in: db) }
        try DeadlineStore.renew(exam: exam, employee: accommodation.employeeID, now: now, in: db)
    }

    private static func accommodation(_ row: Row) -> Accommodation {
        Accommodation(
            examID: row["examID"], employeeID: row["employeeID"], extraMinutes: row["extraMinutes"],
            isExcused: row["isExcused"], opens: row["opens"], closes: row["closes"])
    }
}
