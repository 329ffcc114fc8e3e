import GRDB

/// Deadlines of attempts already begun, when more time is given.
enum DeadlineActions {
    /// Gives open attempts the time that the exam and its accommodations now allow; an attempt never loses time.
    ///
    /// Only the attempts of `employee` when given. Attempts past their deadline are over and stay so.
    static func renew(exam: Exam, employee: ID<Employee>? = nil, now: Moment, in db: Database) throws {
        for attempt in try AttemptStore.open(of: exam.id, employee: employee, in: db) where attempt.deadline > now {
            let accommodation = try AccommodationStore.find(exam: exam.id, employee: attempt.employeeID, in: db)
            let deadline = AttemptRules.deadline(
                for: exam.plan, extraMinutes: accommodation?.extraMinutes ?? 0,
                closes: ExamRules.window(of: exam, accommodation: accommodation).closes, startedAt: attempt.startedAt)
            if deadline > attempt.deadline { try AttemptStore.setDeadline(deadline, of: attempt.id, in: db) }
        }
    }
}
