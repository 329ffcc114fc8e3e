import GRDB

/// Deadlines of attempts already begun, when more time is given.
enum DeadlineStore {
    /// Gives open attempts the time that the exam and its accommodations now allow; an attempt never loses time.
    ///
    /// Only those of `employee` when given. Attempts past their deadline are over and stay so.
    static func renew(exam: Exam, employee: ID<Employee>? = nil, now: Moment, in db: Database) throws {
        let open = try Row.fetchAll(
            db,
            sql: """
                SELECT id, employeeID, startedAt, deadline FROM attempt
                WHERE examID = ? AND submittedAt IS NULL AND deadline > ? AND employeeID = coalesce(?, employeeID)
                """, arguments: [exam.id, now, employee])
        for row in open {
            let accommodation = try AccommodationStore.find(exam: exam.id, employee: row["employeeID"], in: db)
            let deadline = AttemptRules.deadline(
                for: exam.plan, extraMinutes: accommodation?.extraMinutes ?? 0,
                closes: ExamRules.window(of: exam, accommodation: accommodation).closes, startedAt: row["startedAt"])
            guard deadline > row["deadline"] else { continue }
            try db.execute(
                sql: "UPDATE attempt SET deadline = ? WHERE id = ?",
                arguments: [deadline, row["id"] as ID<Attempt>])
        }
    }
}
