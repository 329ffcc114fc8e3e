import GRDB

extension AmendmentStore {
    /// Decides what is open on a work, of what is found still right only that which is in force; returns how much it was.
    static func decide(
        _ decision: AmendmentFlag.Decision, _ subject: CitedWork.Subject, id: Int64, by name: String, now: Moment,
        in db: Database
    ) throws -> Int {
        let today = ROCDate.day(of: now)
        let flags = try open(subject, id: id, in: db).filter {
            decision != .confirmed || $0.phase(on: today) == .opened
        }
        return try AmendmentDecisionStore.decide(decision, flags, by: name, now: now, in: db)
    }
}

/// What is decided on flags; a decision stands.
enum AmendmentDecisionStore {
    /// Decides these flags, unless somebody has already; returns how many there were.
    static func decide(
        _ decision: AmendmentFlag.Decision, _ flags: [AmendmentFlag], by name: String, now: Moment, in db: Database
    ) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE amendmentFlag SET decision = ?, decidedAt = ?, decidedBy = ? WHERE id = ? AND decision IS NULL
                """)
        var decided = 0
        for flag in flags {
            try statement.execute(arguments: [decision.rawValue, now, name, flag.id])
            decided += db.changesCount
        }
        return decided
    }

    /// Moves the day from which a flag counts.
    static func reopen(_ flag: AmendmentFlag, on day: Day?, in db: Database) throws {
        try db.execute(sql: "UPDATE amendmentFlag SET opensOn = ? WHERE id = ?", arguments: [day, flag.id])
    }
}
