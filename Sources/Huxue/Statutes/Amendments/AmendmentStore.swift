import GRDB

/// Flags on what rests on amended articles.
enum AmendmentStore {
    /// Raises flags that were not raised before; returns how many are new.
    static func raise(
        _ findings: [AmendmentRules.Finding], by version: ID<StatuteVersion>, now: Moment, in db: Database
    ) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO amendmentFlag (subject, subjectID, statuteID, statuteVersionID, citation, change,
                    isCitedPartTouched, promulgatedOn, opensOn, raisedAt, checkedAsOf)
                SELECT :subject, :work, statuteID, id, :citation, :change, :touched, :promulgated, :opens, :now, :checked
                FROM statuteVersion AS version WHERE id = :version AND NOT EXISTS (
                    SELECT * FROM amendmentFlag WHERE subject = :subject AND subjectID = :work
                        AND statuteID = version.statuteID AND citation = :citation
                        AND promulgatedOn = :promulgated AND opensOn IS :opens)
                """)
        var raised = 0
        for finding in findings {
            try statement.execute(arguments: [
                "subject": finding.work.subject.code, "work": finding.work.id,
                "citation": finding.work.passage.description, "change": finding.change.rawValue,
                "touched": finding.isCitedPartTouched, "promulgated": finding.promulgated, "opens": finding.opens,
                "now": now, "checked": finding.work.lawAsOf, "version": version,
            ])
            raised += db.changesCount
        }
        return raised
    }

    /// Where the version raised flags, decided or not, and the publication of the latest of each.
    static func told(
        by version: ID<StatuteVersion>, _ subject: CitedSubject, id: Int64? = nil, in db: Database
    ) throws -> [AmendmentRules.Finding.Place: Day] {
        let flags = try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.statuteVersionID = ? AND flag.subject = ? AND (? IS NULL OR flag.subjectID = ?)
                """, arguments: [version, subject.code, id, id]
        ).compactMap(flag)
        return Dictionary(flags.map { (AmendmentRules.Finding.Place($0), $0.promulgated) }, uniquingKeysWith: max)
    }

    /// Raises a settled flag once more.
    static func raiseAgain(_ flag: AmendmentFlag, now: Moment, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO amendmentFlag (subject, subjectID, statuteID, statuteVersionID, citation, change,
                    isCitedPartTouched, promulgatedOn, opensOn, raisedAt, checkedAsOf)
                SELECT subject, subjectID, statuteID, statuteVersionID, citation, change, isCitedPartTouched,
                    promulgatedOn, opensOn, ?, checkedAsOf FROM amendmentFlag WHERE id = ?
                """, arguments: [now, flag.id])
    }

    /// Flags that a revision or a retirement settled, the last ones raised for what they tell.
    static func settled(
        _ subject: CitedSubject, id: Int64? = nil, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ?1 AND (?2 IS NULL OR flag.subjectID = ?2)
                    AND flag.decision IN ('revised', 'retired') AND NOT EXISTS (
                        SELECT * FROM amendmentFlag AS later WHERE later.id > flag.id AND later.subject = flag.subject
                            AND later.subjectID = flag.subjectID AND later.statuteID = flag.statuteID
                            AND later.citation = flag.citation AND later.promulgatedOn = flag.promulgatedOn
                            AND later.opensOn IS flag.opensOn)
                ORDER BY flag.id
                """, arguments: [subject.code, id]
        ).compactMap(flag)
    }

    /// Flags on works that rest on the statute whose day is not set or has not come on `today`: open ones, and those
    /// found still right ahead of it.
    static func coming(of pcode: String, today: Day, in db: Database) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE statute.pcode = ? AND (flag.opensOn IS NULL OR flag.opensOn > ?)
                    AND (flag.decision IS NULL OR flag.decision = 'confirmed')
                ORDER BY flag.id
                """, arguments: [pcode, today]
        ).compactMap(flag)
    }

    /// The works of one kind that stay out of use on `today` until somebody has decided.
    static func held(_ subject: CitedSubject, today: Day, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                SELECT subjectID FROM amendmentFlag
                WHERE subject = ? AND decision IS NULL AND isCitedPartTouched AND opensOn <= ?
                """, arguments: [subject.code, today])
    }

    /// Undecided flags, by work; of one work when `id` is given.
    static func open(
        _ subject: CitedSubject, id: Int64? = nil, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.decision IS NULL AND (? IS NULL OR flag.subjectID = ?)
                ORDER BY flag.subjectID, flag.id
                """, arguments: [subject.code, id, id]
        ).compactMap(flag)
    }

    /// The latest decisions, the latest first; on one work when `id` is given.
    static func decided(
        _ subject: CitedSubject, id: Int64? = nil, limit: Int, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.decision IS NOT NULL AND (? IS NULL OR flag.subjectID = ?)
                ORDER BY flag.decidedAt DESC, flag.id DESC LIMIT ?
                """, arguments: [subject.code, id, id, limit]
        ).compactMap(flag)
    }

    /// Flags in force on `today` that still count for what was taken into use at `moment`: those that nobody has decided,
    /// and those that a revision or retirement settled only later.
    static func touching(
        _ subject: CitedSubject, usedSince moment: Moment, today: Day, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.isCitedPartTouched AND flag.opensOn <= ?
                    AND (flag.decision IS NULL OR flag.decision <> 'confirmed' AND flag.decidedAt > ?)
                ORDER BY flag.subjectID, flag.id
                """, arguments: [subject.code, today, moment]
        ).compactMap(flag)
    }

    private static let select = """
        SELECT flag.*, statute.pcode, version.name AS statuteName FROM amendmentFlag AS flag
        JOIN statute ON statute.id = flag.statuteID
        JOIN statuteVersion AS version ON version.id = flag.statuteVersionID
        """

    private static func flag(_ row: Row) -> AmendmentFlag? {
        guard let change = AmendmentRules.Change(rawValue: row["change"]) else { return nil }
        let decision = (row["decision"] as String?).flatMap(AmendmentFlag.Decision.init)
        return AmendmentFlag(
            id: row["id"], subject: row["subject"], subjectID: row["subjectID"], pcode: row["pcode"],
            version: row["statuteVersionID"], statute: row["statuteName"], citation: row["citation"], change: change,
            isCitedPartTouched: row["isCitedPartTouched"], promulgated: row["promulgatedOn"], opens: row["opensOn"],
            raisedAt: row["raisedAt"],
            checkedAsOf: row["checkedAsOf"],
            settlement: decision.map {
                AmendmentFlag.Settlement(decision: $0, at: row["decidedAt"], by: row["decidedBy"])
            })
    }
}
