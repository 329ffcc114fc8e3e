import GRDB

/// Reminds those who have not handed in a test that is open.
enum ReminderActions {
    /// Reminds the people whom the actor may remind, and returns how many there were.
    /// - Throws: `ExamRefusal` when there is nobody to remind, or when they were reminded today.
    static func remind(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws -> Int {
        try Policy.requireSomewhere(.remindExaminees, for: acting.actor)
        let exam = try ResultActions.exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .remindExaminees, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        let tally = try ReminderStore.tally(of: exam, scope: scope, today: today, in: db)
        try ReminderRules.check(tally, of: exam, now: acting.now)
        try ReminderStore.insert(of: exam, scope: scope, on: today, by: acting.actor.auditName, in: db)
        try ResultActions.record(.examReminder, exam, count: tally.remindable, by: acting, in: db)
        return tally.remindable
    }

    /// Whom the actor could remind of the exam now; nil for nobody at all.
    static func tally(of exam: Exam, for acting: ActionContext, in db: Database) throws -> ReminderTally? {
        guard Policy.permitsSomewhere(.remindExaminees, for: acting.actor),
            ReminderRules.isOpen(exam, now: acting.now)
        else { return nil }
        return try ReminderStore.tally(
            of: exam, scope: Policy.scope(of: .remindExaminees, for: acting.actor),
            today: ROCDate.day(of: acting.now), in: db)
    }
}
