import GRDB

/// Stores handed-in attempts, and reads what scoring them needs.
enum SubmissionStore {
    /// Whether an attempt is past its deadline, or an exam past its window, as of `now`.
    ///
    /// An exam that has ended once and stays open for make-ups waits until none of them is still to come.
    static func awaitsSweep(now: Moment, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM attempt WHERE submittedAt IS NULL AND deadline <= :now)
                    OR EXISTS (
                        SELECT 1 FROM exam WHERE state = 'published' AND min(closes, coalesce(reopenedAt, closes)) <= :now
                            AND (reopenedAt IS NULL OR NOT EXISTS (
                                SELECT 1 FROM accommodation
                                WHERE accommodation.examID = exam.id AND accommodation.closes > :now))
                            AND NOT EXISTS (SELECT 1 FROM attempt WHERE examID = exam.id AND submittedAt IS NULL))
                """, arguments: ["now": now]) ?? false
    }

    /// What was chosen for each question of an attempt, in the order of the paper.
    static func answers(
        of attempt: ID<Attempt>, in db: Database
    ) throws -> [(revision: ID<QuestionRevision>, chosen: ChoiceSet)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT paperLine.revisionID, response.chosen FROM paperLine
                LEFT JOIN response USING (attemptID, number)
                WHERE paperLine.attemptID = ? ORDER BY paperLine.number
                """, arguments: [attempt]
        ).map { ($0["revisionID"], ChoiceSet(bits: $0["chosen"] ?? 0)) }
    }

    static func passMark(of attempt: ID<Attempt>, in db: Database) throws -> Int? {
        try Int.fetchOne(
            db, sql: "SELECT exam.passMark FROM attempt JOIN exam ON exam.id = examID WHERE attempt.id = ?",
            arguments: [attempt])
    }

    static func submit(
        _ attempt: ID<Attempt>, at moment: Moment, cause: SubmissionCause, score: Points, passed: Bool, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: "UPDATE attempt SET submittedAt = ?, submittedBy = ?, score = ?, passed = ? WHERE id = ?"
        ).execute(arguments: [moment, cause.rawValue, score.hundredths, passed, attempt])
    }

    /// Every submitted attempt with its stored score and verdict.
    static func submitted(
        in db: Database
    ) throws -> [(id: ID<Attempt>, score: Points, passed: Bool, passMark: Int)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT attempt.id, attempt.score, attempt.passed, exam.passMark
                FROM attempt JOIN exam ON exam.id = attempt.examID WHERE submittedAt IS NOT NULL
                """
        ).map { ($0["id"], Points(hundredths: $0["score"]), $0["passed"], $0["passMark"]) }
    }
}
