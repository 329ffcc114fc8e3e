import GRDB

/// Saves answers: checks whose they are, whether they are in time, and which is the newest.
enum ResponseActions {
    /// The result of saving one answer.
    struct Outcome: Sendable {
        /// The sequence number that is now kept for the question.
        let sequence: Int64
        /// True when a newer answer was already there, which stays.
        let isSuperseded: Bool
        /// True when the answer replaced one given in another browser window.
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
        _ arrival: Arrival, address: String, by acting: ActionContext, in db: Database
    ) throws -> Outcome {
        try save(
            arrival, address: address, employee: try AttemptActions.examinee(acting).employee, now: acting.now, in: db)
    }

    /// Saves the answer of an employee who is already known to be an examinee.
    static func save(
        _ arrival: Arrival, address: String, employee: ID<Employee>, now: Moment, in db: Database
    ) throws -> Outcome {
        guard
            let place = try ResponseStore.place(arrival.number, address: address, employee: employee, in: db)
        else { throw AttemptRefusal.missing }
        try AttemptRules.acceptResponse(deadline: place.deadline, submittedAt: place.submittedAt, now: now)
        guard let question = place.question else { throw AttemptRefusal.noSuchQuestion(arrival.number) }
        let chosen = try AttemptRules.chosen(
            keys: arrival.keys, order: question.order, type: question.type, number: arrival.number)
        let sequence = try AttemptRules.sequence(claimed: arrival.sequence, now: now)
        let response = Response(
            number: arrival.number, sequence: sequence, chosen: chosen, isFlagged: arrival.isFlagged,
            window: arrival.window, savedAt: now)
        if try ResponseStore.upsert(response, of: place.attempt, in: db) {
            let isOther = place.lastWindow.map { $0 != arrival.window } ?? false
            return Outcome(sequence: sequence, isSuperseded: false, isOverwriting: isOther)
        }
        let kept = try ResponseStore.kept(arrival.number, of: place.attempt, in: db)
        // The same sequence from the same window is a retry of the stored answer.
        let isRetry = kept?.sequence == sequence && kept?.window == arrival.window
        return Outcome(sequence: kept?.sequence ?? sequence, isSuperseded: !isRetry, isOverwriting: false)
    }

    /// Saves the answers of a page without script: those that differ from what the page had shown, because only these
    /// were given on it.
    ///
    /// The last answer wins. Returns whether another window had answered one of these questions meanwhile.
    /// - Throws: `AttemptRefusal`; then nothing has changed.
    static func savePage(
        _ arrivals: [Arrival], shown: [Int: ShownAnswer], address: String, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        let (employee, now) = (try AttemptActions.examinee(acting).employee, acting.now)
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
