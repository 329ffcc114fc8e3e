import GRDB

/// Handing in: by the examinee, at the deadline, or because the exam was ended.
///
/// Scores are computed here and only here.
enum SubmissionStore {
    /// Hands in this visitor's attempt at `address`; handing in again changes nothing.
    /// - Throws: `AttemptRefusal.missing` when it is not theirs.
    static func submit(
        address: String, visitor: Visitor, origin: String, now: Moment, in db: Database
    ) throws -> Attempt {
        let employee = visitor.employee
        guard let attempt = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        guard attempt.submittedAt == nil else { return attempt }
        let isLate = now >= attempt.deadline
        try finish(
            attempt.id, at: isLate ? attempt.deadline : now, cause: isLate ? .deadline : .examinee,
            by: isLate ? .system : visitor.actor, origin: origin, now: now, in: db)
        guard let finished = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        return finished
    }

    /// Hands in every open attempt whose deadline has come, at its deadline, with what was saved.
    ///
    /// - Returns: how many; at most `limit` in one go, so that nobody's answer waits long.
    @discardableResult
    static func submitOverdue(now: Moment, limit: Int = 50, in db: Database) throws -> Int {
        let due = try Row.fetchAll(
            db,
            sql: """
                SELECT id, deadline FROM attempt WHERE submittedAt IS NULL AND deadline <= ?
                ORDER BY deadline LIMIT ?
                """, arguments: [now, limit])
        for row in due { try finish(row["id"], at: row["deadline"], cause: .deadline, now: now, in: db) }
        return due.count
    }

    /// Whether an attempt is past its deadline, or an exam past its window with no make-up to come, as of `now`.
    static func awaitsSweep(now: Moment, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM attempt WHERE submittedAt IS NULL AND deadline <= :now)
                    OR EXISTS (
                        SELECT 1 FROM exam WHERE state = 'published' AND min(closes, coalesce(reopenedAt, closes)) <= :now
                            AND NOT EXISTS (
                                SELECT 1 FROM accommodation
                                WHERE accommodation.examID = exam.id AND accommodation.closes > :now)
                            AND NOT EXISTS (SELECT 1 FROM attempt WHERE examID = exam.id AND submittedAt IS NULL))
                """, arguments: ["now": now]) ?? false
    }

    /// Hands in what this employee left open past its deadline, so that a further attempt may begin.
    static func submitOverdue(
        of employee: ID<Employee>, exam: ID<Exam>, now: Moment, in db: Database
    ) throws {
        let due = try Row.fetchAll(
            db,
            sql: """
                SELECT id, deadline FROM attempt
                WHERE examID = ? AND employeeID = ? AND submittedAt IS NULL AND deadline <= ?
                """, arguments: [exam, employee, now])
        for row in due { try finish(row["id"], at: row["deadline"], cause: .deadline, now: now, in: db) }
    }

    /// Hands in every open attempt of an exam that its manager ends now.
    static func submitOpen(exam: ID<Exam>, now: Moment, in db: Database) throws -> Int {
        let open = try Row.fetchAll(
            db, sql: "SELECT id, deadline FROM attempt WHERE examID = ? AND submittedAt IS NULL", arguments: [exam])
        for row in open {
            let deadline: Moment = row["deadline"]
            try finish(
                row["id"], at: min(now, deadline), cause: now < deadline ? .closure : .deadline, now: now, in: db)
        }
        return open.count
    }

    /// Attempts whose stored score or verdict does not follow from their answers.
    static func wrongScores(in db: Database) throws -> [ID<Attempt>] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT attempt.id, attempt.score, attempt.passed, exam.passMark
                FROM attempt JOIN exam ON exam.id = attempt.examID WHERE submittedAt IS NOT NULL
                """)
        return try rows.compactMap { row in
            let id: ID<Attempt> = row["id"]
            let score = try score(of: id, in: db)
            let passes = ScoreRules.passes(score, passMark: row["passMark"])
            return row["score"] == score.hundredths && row["passed"] == passes ? nil : id
        }
    }

    /// What the answers saved so far are worth.
    private static func score(of attempt: ID<Attempt>, in db: Database) throws -> Points {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT paperLine.revisionID, response.chosen FROM paperLine
                    LEFT JOIN response USING (attemptID, number)
                    WHERE paperLine.attemptID = ? ORDER BY paperLine.number
                    """), arguments: [attempt])
        let keys = try QuestionStore.keys(of: rows.map { $0["revisionID"] }, in: db)
        return ScoreRules.score(
            shares: rows.compactMap { row in
                keys[row["revisionID"] as ID<QuestionRevision>].map { key in
                    ScoreRules.share(
                        chosen: ChoiceSet(bits: row["chosen"] ?? 0), key: key.choices, choiceCount: key.choiceCount,
                        type: key.type)
                }
            })
    }

    private static func finish(
        _ attempt: ID<Attempt>, at moment: Moment, cause: SubmissionCause, by actor: Actor = .system,
        origin: String = "", now: Moment, in db: Database
    ) throws {
        let score = try score(of: attempt, in: db)
        let passMark =
            try Int.fetchOne(
                db, sql: "SELECT exam.passMark FROM attempt JOIN exam ON exam.id = examID WHERE attempt.id = ?",
                arguments: [attempt]) ?? 100
        try db.execute(
            sql: "UPDATE attempt SET submittedAt = ?, submittedBy = ?, score = ?, passed = ? WHERE id = ?",
            arguments: [
                moment, cause.rawValue, score.hundredths, ScoreRules.passes(score, passMark: passMark), attempt,
            ])
        try AuditStore.append(
            .attemptSubmission, on: "attempt/\(attempt)", ["cause": .text(cause.rawValue)],
            by: ActionContext(actor: actor, origin: origin, now: now), in: db)
    }
}
