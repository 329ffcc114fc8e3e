import GRDB

/// What supervisors read of their people on the home page: who has not taken an open test, and who passed.
enum SectionNoteActions {
    /// Names in a note, at most.
    private static let namesShown = 5
    private static let examsShown = 5
    /// How long after its end a test is told of.
    private static let days = 30

    static func notes(for visitor: Visitor, now: Moment, in db: Database) throws -> [ManagerNote] {
        guard visitor.may(.readPasses) else { return [] }
        let acting = ActionContext(actor: visitor.actor, origin: "", now: now)
        let (scope, today) = (Policy.scope(of: .readPasses, for: visitor.actor), ROCDate.day(of: now))
        let exams = try ResultActions.concerning(visitor.actor, in: db)
        let waiting = try exams.filter { ReminderRules.isOpen($0, now: now) }.prefix(examsShown).compactMap {
            exam -> ManagerNote? in
            let tally = try ReminderStore.tally(of: exam, scope: scope, today: today, in: db)
            guard tally.waiting > 0 else { return nil }
            let names = try ReminderStore.names(of: exam, scope: scope, today: today, limit: namesShown, in: db)
            return ReminderViews.waiting(exam, tally: tally, names: names)
        }
        let past = exams.filter { exam in
            let end = exam.releasedAt ?? exam.reopenedAt ?? exam.closedAt
            return end.map { now < $0.adding(minutes: Self.days * 24 * 60) } ?? false
        }
        let outcomes = try past.prefix(examsShown).compactMap { exam -> ManagerNote? in
            let passes = try PassActions.list(of: exam, below: nil, limit: 0, for: acting, in: db)
            return passes.flatMap { $0.passed + $0.failed > 0 ? ReminderViews.outcome(exam, $0) : nil }
        }
        return waiting + outcomes
    }
}
