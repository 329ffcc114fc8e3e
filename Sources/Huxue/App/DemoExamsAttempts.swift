import GRDB

/// Lets the made-up staff take an exam at moments in its window, under the same rules as real staff.
extension DemoExams {
    /// Plans, publishes and holds an exam, which the first `share` of the 40 made-up people take before `now`.
    func hold(_ plan: ExamPlan, share: Int, now: Moment, in db: Database) throws {
        guard let root = try UnitStore.root(in: db) else { return }
        let seed = SeededHex.text(plan.title)
        let published = min(plan.opens.adding(minutes: -24 * 60), now)
        let id = try ExamPlanActions.insert(plan, unit: root.id, seed: seed, now: published, in: db)
        try ExamStateActions.publish(id, now: published, in: db)
        try AuditStore.append(
            .examPublication, on: "exam/\(id)", .words(plan.title),
            by: ActionContext(actor: session.actor, origin: CommandSession.origin, now: now), in: db)
        guard share > 0, let exam = try ExamStore.find(id, in: db) else { return }
        let roster = try RosterStore.roster(of: exam, today: ROCDate.day(of: plan.opens), in: db)
        var chance = SeededGenerator("demo", plan.title)
        // The accounts that the demo prints must not have taken the open exam yet, so that it can be tried with them.
        let spared = try Set(
            DemoTerms.grants.compactMap { try AccountStore.account(login: $0.login, in: db)?.employeeID })
        let order = chance.shuffled(roster)
        let takers = (order.filter { !spared.contains($0.employee) && share < 30 } + order.filter { _ in share >= 30 })
            .prefix(share)
        for (place, entry) in takers.enumerated() {
            try take(exam, by: entry.employee, place: place, of: takers.count, now: now, chance: &chance, in: db)
        }
        guard plan.closes <= now else { return }
        if let absent = roster.first(where: { entry in !takers.contains { $0.employee == entry.employee } }) {
            try AccommodationActions.set(
                Accommodation(examID: id, employeeID: absent.employee, isExcused: true), now: plan.opens, in: db)
        }
        _ = try ExamStateActions.closeOver(now: now, in: db)
    }

    private func take(
        _ exam: Exam, by employee: ID<Employee>, place: Int, of count: Int, now: Moment, chance: inout SeededGenerator,
        in db: Database
    ) throws {
        let end = min(exam.plan.closes, now).adding(minutes: -45)
        let window = max(1, end.seconds(since: exam.plan.opens))
        // The day follows from the person's place in the list; the time of day is random, in office hours.
        let day = ROCDate.day(of: exam.plan.opens.adding(seconds: window * Int64(place + 1) / Int64(count + 1)))
        let start = min(
            max(ROCDate.start(of: day).adding(minutes: 510 + chance.below(450)), exam.plan.opens), end)
        guard let visitor = try SessionStore.visitor(employee: employee, now: start, in: db) else { return }
        let attempt = try AttemptActions.begin(
            exam: exam.id, address: AttemptAddress.random(using: &chance),
            by: ActionContext(actor: visitor.actor, origin: CommandSession.origin, now: start), in: db)
        let skill = 50 + chance.below(46)
        let lines = try AttemptStore.lines(of: attempt.id, in: db)
        let revisions = try QuestionStore.revisions(ids: lines.map(\.revision), in: db)
        var moment = start
        for line in lines {
            guard let revision = revisions[line.revision] else { continue }
            moment = moment.adding(seconds: Int64(20 + chance.below(55)))
            let chosen = chance.below(100) < skill ? revision.key : guess(revision, chance: &chance)
            let keys = line.order.enumerated().filter { chosen.contains($0.element) }.map { $0.offset + 1 }
            _ = try ResponseActions.save(
                ResponseActions.Arrival(
                    number: line.number, keys: keys, isFlagged: chance.below(12) == 0,
                    sequence: moment.milliseconds, window: ""),
                address: attempt.address, employee: visitor.employee, now: moment, in: db)
        }
        _ = try SubmissionActions.submit(
            address: attempt.address,
            by: ActionContext(
                actor: visitor.actor, origin: CommandSession.origin, now: moment.adding(seconds: 40)), in: db)
    }

    /// A random guess: one choice, or for a multiple-choice question the key with one choice flipped.
    private func guess(_ revision: QuestionRevision, chance: inout SeededGenerator) -> ChoiceSet {
        let place = chance.below(revision.choices.count)
        guard revision.type == .multiple else { return ChoiceSet([place]) }
        return ChoiceSet(bits: revision.key.bits ^ (1 << UInt32(place)))
    }
}

/// A seed of 64 hexadecimal digits that follows from a text, for the demo alone.
enum SeededHex {
    static func text(_ text: String) -> String {
        var generator = SeededGenerator("seed", text)
        return (0..<64).map { _ in String(generator.below(16), radix: 16) }.joined()
    }
}
