import GRDB

/// Saving one answer: the path that a thousand people use at once.
enum ResponseStore {
    /// What came of a save.
    struct Outcome: Sendable {
        /// The sequence number that is now kept for the question.
        let sequence: Int64
        /// True when a newer answer was already there, which stays.
        let isSuperseded: Bool
        /// True when it took the place of an answer given in another window.
        let isOverwriting: Bool
    }

    /// An answer as it arrives.
    struct Arrival: Sendable {
        let number: Int
        /// Displayed keys, from 1.
        let keys: [Int]
        let isFlagged: Bool
        let sequence: Int64
        /// Which browser window it came from.
        let window: String
    }

    /// Saves the answer unless the attempt is over or a newer one is there.
    /// - Throws: `AttemptRefusal`; then nothing has changed.
    static func save(
        _ arrival: Arrival, address: String, employee: ID<Employee>, now: Moment, in db: Database
    ) throws -> Outcome {
        let found = try db.cachedStatement(
            sql: """
                SELECT attempt.id, attempt.deadline, attempt.submittedAt, paperLine.choiceOrder, questionType.type,
                    response.window
                FROM attempt LEFT JOIN paperLine ON paperLine.attemptID = attempt.id AND paperLine.number = ?
                LEFT JOIN questionRevision AS questionType ON questionType.id = paperLine.revisionID
                LEFT JOIN response ON response.attemptID = attempt.id AND response.number = paperLine.number
                WHERE attempt.address = ? AND attempt.employeeID = ?
                """)
        guard let row = try Row.fetchOne(found, arguments: [arrival.number, address, employee]) else {
            throw AttemptRefusal.missing
        }
        try AttemptRules.acceptResponse(deadline: row[1], submittedAt: row[2], now: now)
        guard let order: String = row[3],
            let type = (row[4] as String?).flatMap(QuestionType.init(rawValue:))
        else { throw AttemptRefusal.noSuchQuestion(arrival.number) }
        let chosen = try AttemptRules.chosen(
            keys: arrival.keys, order: AttemptStore.decode(order), type: type, number: arrival.number)
        let sequence = try AttemptRules.sequence(claimed: arrival.sequence, now: now)
        return try upsert(
            attempt: row[0], arrival: arrival, chosen: chosen, sequence: sequence, lastWindow: row[5], now: now, in: db)
    }

    private static func upsert(
        attempt: ID<Attempt>, arrival: Arrival, chosen: ChoiceSet, sequence: Int64, lastWindow: String?, now: Moment,
        in db: Database
    ) throws -> Outcome {
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
            attempt, arrival.number, sequence, arrival.window, Int64(chosen.bits), arrival.isFlagged, now,
        ])
        if db.changesCount > 0 {
            let isOther = lastWindow.map { $0 != arrival.window } ?? false
            return Outcome(sequence: sequence, isSuperseded: false, isOverwriting: isOther)
        }
        let kept = try Row.fetchOne(
            db, sql: "SELECT sequence, window FROM response WHERE attemptID = ? AND number = ?",
            arguments: [attempt, arrival.number])
        // The same sequence of the same window is a retry of what is there.
        let isRetry = kept?["sequence"] == sequence && kept?["window"] == arrival.window
        return Outcome(sequence: kept?["sequence"] ?? sequence, isSuperseded: !isRetry, isOverwriting: false)
    }

    /// Saves the answers of a page without script: those that differ from what the page had shown, which are the ones
    /// that were given on it.
    ///
    /// The last answer wins.
    ///
    /// Returns whether another window had answered one of them meanwhile.
    /// - Throws: `AttemptRefusal`; then nothing has changed.
    static func savePage(
        _ arrivals: [Arrival], shown: [Int: ShownAnswer], address: String, employee: ID<Employee>, now: Moment,
        in db: Database
    ) throws -> Bool {
        guard let attempt = try AttemptStore.find(address: address, employee: employee, in: db) else {
            throw AttemptRefusal.missing
        }
        try AttemptRules.acceptResponse(deadline: attempt.deadline, submittedAt: attempt.submittedAt, now: now)
        let kept = try AttemptStore.responses(of: attempt.id, in: db)
        var hasOverwritten = false
        for arrival in arrivals {
            let was = shown[arrival.number] ?? ShownAnswer(number: arrival.number, sequence: 0)
            guard was.keys != arrival.keys.sorted() || was.isFlagged != arrival.isFlagged else { continue }
            if (kept[arrival.number]?.sequence ?? 0) > was.sequence { hasOverwritten = true }
            _ = try save(arrival, address: address, employee: employee, now: now, in: db)
        }
        return hasOverwritten
    }
}
