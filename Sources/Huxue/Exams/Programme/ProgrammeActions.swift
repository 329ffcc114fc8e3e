import GRDB

/// The year's programme as managers see and change it: permitted by the policy, decided by the rules, recorded.
enum ProgrammeActions {
    /// Puts these lines in place of those of the unit's year; lines exactly like those there change nothing.
    /// - Throws: `ProgrammeRefusal`; `CommonRefusal.missing` unless the acting manages exams of the unit.
    static func replace(
        _ items: [ProgrammeItem], unit id: ID<Unit>, year: Int, by acting: ActionContext, in db: Database
    ) throws {
        guard let unit = try UnitStore.unit(id, in: db),
            Policy.permits(.manageExams, for: acting.actor, at: unit.position)
        else { throw CommonRefusal.missing }
        guard try ProgrammeStore.items(of: id, year: year, in: db) != items else { return }
        try ProgrammeStore.replace(items, unit: id, year: year, in: db)
        try AuditStore.append(
            .programmeChange, on: "programme/\(id)/\(year)", ExamAuditTerms.detail(of: items), by: acting, in: db)
    }

    /// What waits for an exam manager: what this period still needs, results that await announcement, tests that run; nothing for anybody else.
    static func notes(
        for visitor: Visitor, today: Day, now: Moment, in db: Database
    ) throws -> [ManagerNote] {
        guard visitor.may(.manageExams) else { return [] }
        let scope = Policy.scope(of: .manageExams, for: visitor.actor)
        let programme = try ProgrammeStore.status(scope: scope, year: today.year, in: db)
        let overdue = programme.flatMap(\.parts).filter { $0.last < today }.map(\.missing).reduce(0, +)
        let needs =
            programme.compactMap { status in
                status.part(of: today).flatMap { $0.missing > 0 ? ProgrammeViews.need(status, part: $0) : nil }
            } + (overdue > 0 ? [ProgrammeViews.overdue(overdue)] : [])
        let exams = try ExamStore.all(within: scope, in: db)
        let waiting = exams.filter { $0.state == .closed && $0.plan.results == .whenAnnounced && $0.announcedAt == nil }
        let published = exams.filter { $0.state == .published }
        let running = published.filter { $0.plan.opens <= now }
        return try ExamAmendmentActions.notes(published, for: visitor, now: now, in: db) + needs
            + waiting.map(ProgrammeViews.awaitingAnnouncement)
            + (try running.prefix(5).map { exam in
                ProgrammeViews.running(
                    exam, roster: try ExamRosterStore.roster(of: exam, today: today, in: db).count,
                    submitted: try ResultStore.submittedCount(of: exam.id, in: db))
            })
    }
}
