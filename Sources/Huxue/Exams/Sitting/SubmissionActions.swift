import GRDB

/// Handing in: by the examinee, at the deadline, or because the exam was ended.
///
/// Scores are computed here and only here.
enum SubmissionActions {
    /// Hands in the actor's own attempt at `address`; handing in again changes nothing.
    /// - Throws: `AttemptRefusal.missing` when it is not theirs.
    @discardableResult
    static func submit(address: String, by acting: ActionContext, in db: Database) throws -> Attempt {
        let employee = try AttemptActions.examinee(acting).employee
        guard let attempt = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        guard attempt.submittedAt == nil else { return attempt }
        if acting.now >= attempt.deadline {
            try finish(attempt, cause: .deadline, by: .system(at: acting.now), in: db)
        } else {
            try finish(attempt, at: acting.now, cause: .examinee, by: acting, in: db)
        }
        guard let finished = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        return finished
    }

    /// The result of handing in many attempts.
    struct Round: Sendable {
        var submitted: [ID<Attempt>] = []
        /// The attempts that could not be scored, and why.
        var failed: [ID<Attempt>: any Error] = [:]
    }

    /// Hands in open attempts whose deadline has come, as of that deadline, with the answers saved by then.
    ///
    /// At most `limit` at once, so that saving answers does not wait long. An attempt that cannot be scored is rolled
    /// back alone.
    /// `skipped`: attempts that are left as they are.
    @discardableResult
    static func submitOverdue(
        now: Moment, limit: Int = 50, skipping skipped: Set<ID<Attempt>> = [], in db: Database
    ) throws -> Round {
        var round = Round()
        for attempt in try AttemptStore.overdue(now: now, limit: limit, skipping: skipped, in: db) {
            do {
                try db.inSavepoint {
                    try finish(attempt, cause: .deadline, by: .system(at: now), in: db)
                    return .commit
                }
                round.submitted.append(attempt.id)
            } catch {
                guard db.isInsideTransaction, !StorageFault.isOfDisk(error) else { throw error }
                round.failed[attempt.id] = error
            }
        }
        return round
    }

    /// Hands in attempts that this employee left open past their deadline, so that a further attempt may begin.
    static func submitOverdue(of employee: ID<Employee>, exam: ID<Exam>, now: Moment, in db: Database) throws {
        for attempt in try AttemptStore.open(of: exam, employee: employee, in: db) where attempt.deadline <= now {
            try finish(attempt, cause: .deadline, by: .system(at: now), in: db)
        }
    }

    /// Hands in the actor's own attempt at `address` if its time is up.
    /// - Throws: `AttemptRefusal.missing` when it is not theirs.
    static func submitIfOver(address: String, by acting: ActionContext, in db: Database) throws {
        let employee = try AttemptActions.examinee(acting).employee
        guard let attempt = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        try submitOverdue(of: employee, exam: attempt.examID, now: acting.now, in: db)
    }

    /// Hands in every open attempt of an exam that its manager ends now, and returns how many there were.
    static func submitOpen(exam: ID<Exam>, now: Moment, in db: Database) throws -> Int {
        let open = try AttemptStore.open(of: exam, in: db)
        for attempt in open {
            try finish(
                attempt, at: min(now, attempt.deadline), cause: now < attempt.deadline ? .closure : .deadline,
                by: .system(at: now), in: db)
        }
        return open.count
    }

    /// Attempts whose stored score or verdict does not follow from their answers.
    static func wrongScores(in db: Database) throws -> [ID<Attempt>] {
        try SubmissionStore.submitted(in: db).compactMap { attempt in
            let score = try score(of: attempt.id, in: db)
            let passes = ScoreRules.passes(score, passMark: attempt.passMark)
            return attempt.score == score && attempt.passed == passes ? nil : attempt.id
        }
    }

    /// The score of the answers saved so far.
    private static func score(of attempt: ID<Attempt>, in db: Database) throws -> Points {
        let answers = try SubmissionStore.answers(of: attempt, in: db)
        let keys = try QuestionStore.keys(of: answers.map(\.revision), in: db)
        return ScoreRules.score(
            shares: answers.compactMap { answer in
                keys[answer.revision].map { key in
                    ScoreRules.share(
                        chosen: answer.chosen, key: key.choices, choiceCount: key.choiceCount, type: key.type)
                }
            })
    }

    /// `moment`: when the attempt counts as handed in; nil for its deadline.
    private static func finish(
        _ attempt: Attempt, at moment: Moment? = nil, cause: SubmissionCause, by acting: ActionContext, in db: Database
    ) throws {
        let score = try score(of: attempt.id, in: db)
        let passMark = try SubmissionStore.passMark(of: attempt.id, in: db) ?? 100
        try SubmissionStore.submit(
            attempt.id, at: moment ?? attempt.deadline, cause: cause, score: score,
            passed: ScoreRules.passes(score, passMark: passMark), in: db)
        try AuditStore.append(
            .attemptSubmission, on: "attempt/\(attempt.id)", ["cause": .text(cause.rawValue)],
            by: acting, in: db)
    }
}
