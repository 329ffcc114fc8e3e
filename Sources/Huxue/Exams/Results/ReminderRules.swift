enum ReminderRules {
    /// Whether people can take the exam now and so may be reminded of it; make-ups have days of their own.
    static func isOpen(_ exam: Exam, now: Moment) -> Bool {
        exam.state == .published && !exam.hasEnded && exam.plan.opens <= now && now < exam.plan.closes
    }

    /// Each person is reminded at most once a day, whoever does it.
    static func check(_ tally: ReminderTally, of exam: Exam, now: Moment) throws(ExamRefusal) {
        guard isOpen(exam, now: now) else { throw .notOpenForReminder }
        guard tally.waiting > 0 else { throw .nobodyToRemind }
        guard tally.remindable > 0 else { throw .remindedToday }
    }
}
