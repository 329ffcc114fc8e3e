import GRDB

/// From draft to published, closed, released, and open again for a make-up: decided by the rules.
///
/// `ExamActions` asks the policy first and records what was done.
enum ExamStateActions {
    /// Makes a draft known to its examinees and freezes what is drawn from.
    /// - Throws: `ExamRefusal`, naming the cells that the bank cannot fill.
    static func publish(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        let exam = try ExamStore.require(id, in: db)
        let today = ROCDate.day(of: now)
        let stock = try ExamPoolStore.stock(of: exam, on: today, in: db)
        try ExamRules.checkPublication(
            of: exam,
            shortages: BlueprintRules.shortages(exam.plan.blueprint, pool: stock.drawable, held: stock.held),
            examinees: try RosterStore.count(of: exam, today: today, in: db), now: now)
        _ = try ExamPlanActions.checked(exam.plan, unit: exam.unitID, in: db)
        try ExamPoolStore.freezePool(ExamRules.candidates(exam.plan.blueprint, bank: stock.drawable), of: id, in: db)
        try ExamStore.setPublished(id, now: now, in: db)
    }

    /// Moves the end of a published exam; open attempts that the old end had cut short get that time back.
    static func extend(_ id: ID<Exam>, closes: Moment, now: Moment, in db: Database) throws {
        try ExamRules.checkExtension(of: try ExamStore.require(id, in: db), to: closes, now: now)
        try ExamStore.setClosing(closes, of: id, in: db)
        try DeadlineActions.renew(exam: try ExamStore.require(id, in: db), now: now, in: db)
    }

    /// Ends a published exam and stores its roster and counts; its open attempts must have been submitted before, in
    /// the same transaction.
    ///
    /// `day`: the day whose staff form the roster; nil for today. A roster stored at an earlier end stays as it is.
    static func close(_ id: ID<Exam>, staffOf day: Day? = nil, now: Moment, in db: Database) throws {
        let exam = try ExamStore.require(id, in: db)
        try ExamRules.checkClosure(of: exam, openAttempts: try AttemptStore.openCount(of: id, in: db))
        if !exam.hasEnded { try RosterStore.freeze(exam, staffOf: day ?? ROCDate.day(of: now), in: db) }
        try ExamStore.setClosed(id, now: now, in: db)
        try StandingStore.keep(try ExamStore.require(id, in: db), in: db)
    }

    /// Closes every published exam that is over for everybody, records each in the audit log, and returns them.
    ///
    /// An exam that is over but for make-ups is ended as well, so that nobody waits for these, and stays open for them.
    /// The roster is that of the day on which the last window ended, however late this runs. An exam that cannot be
    /// closed is rolled back alone and returned in `failed`.
    @discardableResult
    static func closeOver(now: Moment, in db: Database) throws -> (closed: [Exam], failed: [ID<Exam>: any Error]) {
        var (closed, failed): ([Exam], [ID<Exam>: any Error]) = ([], [:])
        for exam in try ExamStore.published(in: db) {
            let makeUps = try AccommodationStore.all(of: exam.id, in: db).compactMap(\.closes)
            let open = try AttemptStore.openCount(of: exam.id, in: db)
            let isOver = ExamRules.isOver(exam, makeUpCloses: makeUps, openAttempts: open, now: now)
            let endsForOthers = !exam.hasEnded && ExamRules.isPastItsEnd(exam, openAttempts: open, now: now)
            guard isOver || endsForOthers else { continue }
            let end = ([exam.plan.closes] + (isOver ? makeUps : [])).max() ?? now
            let last = Moment(milliseconds: min(end, now).milliseconds - 1)
            do {
                try db.inSavepoint {
                    try close(exam.id, staffOf: ROCDate.day(of: last), now: now, in: db)
                    try AuditStore.append(
                        .examClosure, on: "exam/\(exam.id)", .words(exam.plan.title),
                        by: .system(at: now), in: db)
                    if !isOver { try reopen(exam, now: now, in: db) }
                    return .commit
                }
                if isOver { closed.append(exam) }
            } catch {
                guard db.isInsideTransaction, !StorageFault.isOfDisk(error) else { throw error }
                failed[exam.id] = error
            }
        }
        return (closed, failed)
    }

    private static func reopen(_ exam: Exam, now: Moment, in db: Database) throws {
        try ExamStore.setReopened(exam.id, in: db)
        try AuditStore.append(
            .examChange, on: "exam/\(exam.id)", .change(from: .text("closed"), to: .text("published")),
            by: .system(at: now), in: db)
    }

    /// Lets the examinees of an exam that has ended see their results.
    static func releaseResults(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        try ExamRules.checkRelease(of: try ExamStore.require(id, in: db))
        try ExamStore.setReleased(id, now: now, in: db)
    }
}
