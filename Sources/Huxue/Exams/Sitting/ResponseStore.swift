import GRDB

/// Stores answers, with cached statements because a thousand people save at the same time.
enum ResponseStore {
    /// A question of an attempt, before an answer to it is saved.
    struct Place: Sendable {
        let attempt: ID<Attempt>
        let deadline: Moment
        let submittedAt: Moment?
        /// Nil when the paper has no such question.
        let question: (order: [Int], type: QuestionType)?
        /// The window in which it was answered last; nil when it was not, though perhaps marked.
        let lastWindow: String?
    }

    /// The question of that number in the attempt at `address`; nil when there is no such attempt of this employee.
    static func place(_ number: Int, address: String, employee: ID<Employee>, in db: Database) throws -> Place? {
        let found = try db.cachedStatement(
            sql: """
                SELECT attempt.id, attempt.deadline, attempt.submittedAt, paperLine.choiceOrder, questionType.type,
                    response.window
                FROM attempt LEFT JOIN paperLine ON paperLine.attemptID = attempt.id AND paperLine.number = ?
                LEFT JOIN questionRevision AS questionType ON questionType.id = paperLine.revisionID
                LEFT JOIN response ON response.attemptID = attempt.id AND response.number = paperLine.number
                    AND response.chosen > 0
                WHERE attempt.address = ? AND attempt.employeeID = ?
                """)
        return try Row.fetchOne(found, arguments: [number, address, employee]).map { row in
            let type = (row[4] as String?).flatMap(QuestionType.init(rawValue:))
            let order = (row[3] as String?).map(AttemptStore.decode)
            return Place(
                attempt: row[0], deadline: row[1], submittedAt: row[2],
                question: type.flatMap { type in order.map { ($0, type) } }, lastWindow: row[5])
        }
    }

    /// Stores the answer; false when a newer one is already there, which stays.
    static func upsert(_ response: Response, of attempt: ID<Attempt>, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO response (attemptID, number, sequence, window, chosen, isFlagged, savedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (attemptID, number) DO UPDATE SET
                    sequence = excluded.sequence, window = excluded.window, chosen = excluded.chosen,
                    isFlagged = excluded.isFlagged, savedAt = excluded.savedAt
                WHERE excluded.sequence > response.sequence
                    OR (excluded.sequence = response.sequence AND excluded.window > response.window)
                """)
        try statement.execute(arguments: [
            attempt, response.number, response.sequence, response.window, Int64(response.chosen.bits),
            response.isFlagged, response.savedAt,
        ])
        return db.changesCount > 0
    }

    /// Sequence and browser window of the stored answer; nil when there is none.
    static func kept(
        _ number: Int, of attempt: ID<Attempt>, in db: Database
    ) throws -> (sequence: Int64, window: String)? {
        try Row.fetchOne(
            db, sql: "SELECT sequence, window FROM response WHERE attemptID = ? AND number = ?",
            arguments: [attempt, number]
        ).map { ($0["sequence"], $0["window"]) }
    }
}
