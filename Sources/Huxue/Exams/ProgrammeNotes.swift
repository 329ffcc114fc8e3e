import GRDB

/// What waits for an exam manager, on the home page.
enum ProgrammeNotes {
    /// What this period still needs, results that await announcement, tests that run; nothing for anybody else.
    static func notes(
        for visitor: Visitor, today: Day, now: Moment, in db: Database
    ) throws -> [ManagerNote] {
        guard visitor.may(.manageExams) else { return [] }
        let scope = Policy.scope(of: .manageExams, for: visitor.actor)
        let needs = try ProgrammeStore.status(scope: scope, year: today.year, in: db).compactMap { status in
            status.part(of: today).flatMap { $0.missing > 0 ? ProgrammePages.need(status, part: $0) : nil }
        }
        let exams = try ExamStore.all(within: scope, in: db)
        let waiting = exams.filter { $0.state == .closed && $0.plan.results == .whenAnnounced && $0.announcedAt == nil }
        let running = exams.filter { $0.state == .published && $0.plan.opens <= now }
        return needs + waiting.map(ProgrammePages.awaitingAnnouncement)
            + (try running.prefix(5).map { exam in
                ProgrammePages.running(
                    exam, roster: try ExamStore.roster(of: exam, today: today, in: db).count,
                    submitted: try ResultStore.submittedCount(of: exam.id, in: db))
            })
    }
}
