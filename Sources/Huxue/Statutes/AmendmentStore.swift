import GRDB

/// A feature whose works cite statutes.
protocol CitationSource: Sendable {
    var subject: CitedWork.Subject { get }

    /// The statutes that works in use cite.
    func pcodes(in db: Database) throws -> [String]

    /// Works in use that cite the statute, in the order of their codes; one for each citation.
    func works(citing pcode: String, in db: Database) throws -> [CitedWork]
}

/// Flags on what rests on amended articles.
enum AmendmentStore {
    /// Raises what is not raised yet; returns how many are new.
    static func raise(
        _ findings: [AmendmentRules.Finding], by version: ID<StatuteVersion>, now: Moment, in db: Database
    ) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO amendmentFlag (subject, subjectID, statuteID, statuteVersionID, citation, change,
                    isCitedPartTouched, opensOn, raisedAt)
                SELECT ?, ?, statuteID, id, ?, ?, ?, ?, ? FROM statuteVersion WHERE id = ?
                ON CONFLICT DO NOTHING
                """)
        var raised = 0
        for finding in findings {
            try statement.execute(arguments: [
                finding.work.subject.rawValue, finding.work.id, finding.work.passage.description,
                finding.change.rawValue, finding.isCitedPartTouched, finding.opens, now, version,
            ])
            raised += db.changesCount
        }
        return raised
    }

    /// The works of one kind that stay out of use on `today` until somebody has decided.
    static func held(_ subject: CitedWork.Subject, today: Day, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                SELECT subjectID FROM amendmentFlag
                WHERE subject = ? AND decision IS NULL AND isCitedPartTouched AND opensOn <= ?
                """, arguments: [subject.rawValue, today])
    }

    /// Undecided flags, by work; of one work when `id` is given.
    static func open(
        _ subject: CitedWork.Subject, id: Int64? = nil, in db: Database
    ) throws -> [AmendmentFlag] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT amendmentFlag.*, statute.pcode FROM amendmentFlag
                JOIN statute ON statute.id = amendmentFlag.statuteID
                WHERE subject = ? AND decision IS NULL AND (? IS NULL OR subjectID = ?)
                ORDER BY subjectID, amendmentFlag.id
                """, arguments: [subject.rawValue, id, id])
        return rows.compactMap(flag)
    }

    /// How many works wait for a decision on `today`.
    static func waiting(_ subject: CitedWork.Subject, today: Day, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT subjectID) FROM amendmentFlag
                WHERE subject = ? AND decision IS NULL AND opensOn <= ?
                """, arguments: [subject.rawValue, today]) ?? 0
    }

    /// Decides every open flag of a work; returns how many there were.
    static func decide(
        _ decision: AmendmentFlag.Decision, _ subject: CitedWork.Subject, id: Int64, by name: String, now: Moment,
        in db: Database
    ) throws -> Int {
        try db.execute(
            sql: """
                UPDATE amendmentFlag SET decision = ?, decidedAt = ?, decidedBy = ?
                WHERE subject = ? AND subjectID = ? AND decision IS NULL
                """, arguments: [decision.rawValue, now, name, subject.rawValue, id])
        return db.changesCount
    }

    /// Where each version that raised an open flag is compared with the one before it.
    static func comparisons(in db: Database) throws -> [ID<StatuteVersion>: Address] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT version.id, version.number, statute.pcode FROM amendmentFlag
                JOIN statuteVersion AS version ON version.id = amendmentFlag.statuteVersionID
                JOIN statute ON statute.id = version.statuteID
                WHERE amendmentFlag.decision IS NULL AND version.number > 1
                """)
        return Dictionary(
            rows.map { row in
                let number: Int = row["number"]
                return (row["id"], StatuteAddress.comparison(row["pcode"], from: number - 1, to: number))
            }
        ) { first, _ in first }
    }

    /// Settles the flags on works that were checked against the amended law.
    static func settle(
        _ works: [CitedWork], of pcode: String, by name: String, now: Moment, in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE amendmentFlag SET decision = 'revised', decidedAt = ?, decidedBy = ?
                WHERE subject = ? AND subjectID = ? AND decision IS NULL
                    AND statuteID = (SELECT id FROM statute WHERE pcode = ?)
                """)
        for work in works {
            try statement.execute(arguments: [now, name, work.subject.rawValue, work.id, pcode])
        }
    }

    private static func flag(_ row: Row) -> AmendmentFlag? {
        guard let subject = CitedWork.Subject(rawValue: row["subject"]),
            let change = AmendmentRules.Change(rawValue: row["change"])
        else { return nil }
        return AmendmentFlag(
            id: row["id"], subject: subject, subjectID: row["subjectID"], pcode: row["pcode"],
            version: row["statuteVersionID"], citation: row["citation"], change: change,
            isCitedPartTouched: row["isCitedPartTouched"], opens: row["opensOn"], raisedAt: row["raisedAt"])
    }
}
