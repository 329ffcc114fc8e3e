import GRDB

/// From draft to published, closed, announced, and open again for a make-up.
enum ExamStateStore {
    /// Announces a draft to its examinees and freezes what is drawn from.
    /// - Throws: `ExamRefusal`, naming the cells that the bank cannot fill.
    static func publish(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        let exam = try ExamStore.require(id, in: db)
        let today = ROCDate.day(of: now)
        let stock = try ExamPoolStore.stock(on: today, in: db)
        let roster = try ExamRosterStore.roster(of: exam, today: today, in: db)
        try ExamRules.checkPublication(
            of: exam,
            shortages: BlueprintRules.shortages(exam.plan.blueprint, pool: stock.drawable, held: stock.held),
            examinees: roster.count, now: now)
        _ = try ExamStore.checked(exam.plan, unit: exam.unitID, in: db)
        try ExamPoolStore.freezePool(ExamRules.candidates(exam.plan.blueprint, bank: stock.drawable), of: id, in: db)
        try db.execute(
            sql: "UPDATE exam SET state = 'published', publishedAt = ? WHERE id = ?", arguments: [now, id])
    }

    /// Moves the end of a published exam; attempts already begun that it had cut short get their time back.
    static func extend(_ id: ID<Exam>, closes: Moment, now: Moment, in db: Database) throws {
        try ExamRules.checkExtension(of: try ExamStore.require(id, in: db), to: closes, now: now)
        try db.execute(sql: "UPDATE exam SET closes = ? WHERE id = ?", arguments: [closes, id])
        try DeadlineStore.renew(exam: try ExamStore.require(id, in: db), now: now, in: db)
    }

    /// Ends a published exam and keeps who had to take it; its open attempts must have been submitted before, in the
    /// same transaction.
    ///
    /// `day`: whose staff had to take it, today's when nil. A roster once kept stays as it is.
    static func close(_ id: ID<Exam>, staffOf day: Day? = nil, now: Moment, in db: Database) throws {
        let exam = try ExamStore.require(id, in: db)
        try ExamRules.checkClosure(of: exam, openAttempts: try openAttemptCount(of: id, in: db))
        if !exam.hasEnded {
            try ExamRosterStore.freezeRoster(
                try ExamRosterStore.roster(of: exam, today: day ?? ROCDate.day(of: now), in: db), of: id, in: db)
        }
        try db.execute(
            sql: "UPDATE exam SET state = 'closed', closedAt = ?, reopenedAt = NULL WHERE id = ?",
            arguments: [now, id])
    }

    /// Closes every published exam that is over for everybody, and says which; each has its row in the audit log.
    ///
    /// However late it comes, the roster is that of the day on which the last window ended.
    @discardableResult
    static func closeOver(now: Moment, in db: Database) throws -> [Exam] {
        let over = try ExamStore.published(in: db).compactMap { exam -> (exam: Exam, end: Moment)? in
            let makeUps = try AccommodationStore.all(of: exam.id, in: db).compactMap(\.closes)
            let isOver = ExamRules.isOver(
                exam, makeUpCloses: makeUps, openAttempts: try openAttemptCount(of: exam.id, in: db), now: now)
            return isOver ? (exam, ([exam.plan.closes] + makeUps).max() ?? now) : nil
        }
        for (exam, end) in over {
            let last = Moment(milliseconds: min(end, now).milliseconds - 1)
            try close(exam.id, staffOf: ROCDate.day(of: last), now: now, in: db)
            try AuditStore.append(
                .examClosure, on: "exam/\(exam.id)", .words(exam.plan.title),
                by: ActionContext(actor: .system, origin: "", now: now), in: db)
        }
        return over.map(\.exam)
    }

    /// Publishes a closed exam again for those with a make-up window, and keeps when it ended; see `ExamRules.window`.
    static func reopen(_ id: ID<Exam>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE exam SET state = 'published', closedAt = NULL, reopenedAt = closedAt
                WHERE id = ? AND state = 'closed'
                """, arguments: [id])
    }

    /// Lets the examinees of a closed exam see their results.
    static func announce(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        try ExamRules.checkAnnouncement(of: try ExamStore.require(id, in: db))
        try db.execute(sql: "UPDATE exam SET announcedAt = ? WHERE id = ?", arguments: [now, id])
    }

    static func openAttemptCount(of id: ID<Exam>, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM attempt WHERE examID = ? AND submittedAt IS NULL", arguments: [id]) ?? 0
    }
}
