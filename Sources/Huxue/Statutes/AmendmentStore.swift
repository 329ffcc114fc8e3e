import GRDB

/// A feature whose works cite statutes.
protocol CitationSource: Sendable {
    var subject: CitedWork.Subject { get }

    /// The one work that it is narrowed to; nil for all of them.
    var onlyWork: Int64? { get }

    /// The statutes that works in use cite.
    func pcodes(in db: Database) throws -> [String]

    /// Works in use that cite the statute, in the order of their codes; one for each citation.
    func works(citing pcode: String, in db: Database) throws -> [CitedWork]

    /// Which of these works are in use.
    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64>
}

extension CitationSource {
    var onlyWork: Int64? { nil }
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
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.decision IS NULL AND (? IS NULL OR flag.subjectID = ?)
                ORDER BY flag.subjectID, flag.id
                """, arguments: [subject.rawValue, id, id]
        ).compactMap(flag)
    }

    /// The latest decisions, the latest first; on one work when `id` is given.
    static func decided(
        _ subject: CitedWork.Subject, id: Int64? = nil, limit: Int, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.decision IS NOT NULL AND (? IS NULL OR flag.subjectID = ?)
                ORDER BY flag.decidedAt DESC, flag.id DESC LIMIT ?
                """, arguments: [subject.rawValue, id, id, limit]
        ).compactMap(flag)
    }

    /// Flags in force on `today` that still count for what was taken into use at `moment`: those that nobody has decided,
    /// and those that a revision or retirement settled only later.
    static func touching(
        _ subject: CitedWork.Subject, usedSince moment: Moment, today: Day, in db: Database
    ) throws -> [AmendmentFlag] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE flag.subject = ? AND flag.isCitedPartTouched AND flag.opensOn <= ?
                    AND (flag.decision IS NULL OR flag.decision <> 'confirmed' AND flag.decidedAt > ?)
                ORDER BY flag.subjectID, flag.id
                """, arguments: [subject.rawValue, today, moment]
        ).compactMap(flag)
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

    private static let select = """
        SELECT flag.*, statute.pcode, version.name AS statuteName FROM amendmentFlag AS flag
        JOIN statute ON statute.id = flag.statuteID
        JOIN statuteVersion AS version ON version.id = flag.statuteVersionID
        """

    private static func flag(_ row: Row) -> AmendmentFlag? {
        guard let subject = CitedWork.Subject(rawValue: row["subject"]),
            let change = AmendmentRules.Change(rawValue: row["change"])
        else { return nil }
        let decision = (row["decision"] as String?).flatMap(AmendmentFlag.Decision.init)
        return AmendmentFlag(
            id: row["id"], subject: subject, subjectID: row["subjectID"], pcode: row["pcode"],
            version: row["statuteVersionID"], statute: row["statuteName"], citation: row["citation"], change: change,
            isCitedPartTouched: row["isCitedPartTouched"], opens: row["opensOn"], raisedAt: row["raisedAt"],
            settlement: decision.map {
                AmendmentFlag.Settlement(decision: $0, at: row["decidedAt"], by: row["decidedBy"])
            })
    }
}
