import GRDB

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

    /// Moves the day from which a flag counts; when another open flag then says the same, this one is deleted.
    static func reopen(_ flag: AmendmentFlag, on day: Day?, in db: Database) throws {
        let isSaid = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT * FROM amendmentFlag AS flag JOIN amendmentFlag AS other USING
                    (subject, subjectID, statuteID, citation, promulgatedOn)
                    WHERE flag.id = :flag AND other.id <> flag.id AND flag.decision IS NULL
                        AND other.decision IS NULL AND other.opensOn IS :day)
                """, arguments: ["day": day, "flag": flag.id])
        if isSaid ?? false {
            try db.execute(sql: "DELETE FROM amendmentFlag WHERE id = ?", arguments: [flag.id])
        } else {
            try db.execute(sql: "UPDATE amendmentFlag SET opensOn = ? WHERE id = ?", arguments: [day, flag.id])
        }
    }
}
