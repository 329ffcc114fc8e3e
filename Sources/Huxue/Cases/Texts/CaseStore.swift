import GRDB

/// Case studies: their states, and lists of those that somebody may see.
enum CaseStore {
    // MARK: Reading

    static func study(_ id: ID<CaseStudy>, in db: Database) throws -> CaseStudy? {
        let query: SQL = """
            SELECT caseStudy.*, unit.path FROM caseStudy \(PeopleStore.unit(on: "caseStudy.unitID"))
            WHERE caseStudy.id = \(id)
            """
        guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else { return nil }
        let openID: ID<Unit>? = row["openUnitID"]
        let open = try openID.flatMap { try UnitStore.unit($0, in: db) }
        return CaseStudy(
            id: row["id"], unit: UnitPath(rawValue: row["path"]), unitID: row["unitID"], creator: row["creatorID"],
            state: CaseState(rawValue: row["state"]) ?? .draft, currentRevisionID: row["currentRevisionID"],
            lawAsOf: row["lawAsOf"], createdAt: row["createdAt"], submittedAt: row["submittedAt"],
            remark: row["remark"], openUnit: open?.position, openUnitName: open?.name,
            publishedAt: row["publishedAt"])
    }

    /// Whose case studies a list is for.
    struct Reader: Sendable {
        let employee: ID<Employee>
        let unit: UnitPath
        /// Where the person checks cases.
        let checked: UnitScope
    }

    /// SQL condition on `caseStudy`: the person is one of its authors.
    static func own(_ employee: ID<Employee>) -> SQL {
        """
        EXISTS (SELECT 1 FROM caseAuthor AS own WHERE own.caseID = caseStudy.id AND own.employeeID = \(employee))
        """
    }

    /// SQL condition on `caseStudy`: the person checks it, and is none of its authors.
    static func checked(by reader: Reader) -> SQL {
        var units: SQL = "1"
        if case .units(let roots) = reader.checked, !reader.checked.isEverywhere {
            guard !roots.isEmpty else { return "0" }
            units = "caseStudy.unitID IN \(UnitPathStore.ids(within: roots))"
        }
        return "(caseStudy.state <> 'draft' AND \(units) AND NOT \(own(reader.employee)))"
    }

    /// SQL condition on `caseStudy`: it is open to the staff of the person's unit.
    static func open(to reader: Reader) -> SQL {
        """
        (caseStudy.state IN ('discussion', 'concluded', 'published')
            AND caseStudy.openUnitID IN \(UnitPathStore.ids(above: reader.unit)))
        """
    }

    /// SQL condition on `caseStudy`: the person may see it; the same as `CaseAccess`.
    static func visible(to reader: Reader) -> SQL {
        "(\(own(reader.employee)) OR \(checked(by: reader)) OR \(open(to: reader)))"
    }

    /// SQL condition on `found.id`: it is a case study for which `condition` holds.
    static func found(_ condition: SQL) -> SQL {
        "found.id IN (SELECT caseStudy.id FROM caseStudy WHERE \(condition))"
    }

    /// SQL condition on `caseStudy`: the filter finds it.
    static func condition(_ filter: CaseFilter, for reader: Reader) -> SQL {
        var parts: [SQL] = [visible(to: reader)]
        if let kind = filter.kind { parts.append("\(field("kind")) = \(kind.rawValue)") }
        if let state = filter.state { parts.append("caseStudy.state = \(state.rawValue)") }
        for (facet, value) in [("subject", filter.subject), ("service", filter.service)] where !value.isEmpty {
            parts.append(
                """
                EXISTS (SELECT 1 FROM caseFacet WHERE caseFacet.revisionID = caseStudy.currentRevisionID
                    AND caseFacet.facet = \(facet) AND caseFacet.value = \(value))
                """)
        }
        if filter.isOwn { parts.append(own(reader.employee)) }
        if filter.isWaiting {
            parts.append("caseStudy.state IN ('submitted', 'discussion', 'concluded') AND \(checked(by: reader))")
        }
        return "(" + parts.joined(separator: " AND ") + ")"
    }

    private static func field(_ name: String) -> SQL {
        """
        (SELECT json_extract(caseRevision.fields, \("$." + name)) FROM caseRevision
            WHERE caseRevision.id = caseStudy.currentRevisionID)
        """
    }

    static func count(where condition: SQL, in db: Database) throws -> Int {
        try SQLRequest<Int>(literal: "SELECT count(*) FROM caseStudy WHERE \(condition)", cached: true).fetchOne(db)
            ?? 0
    }

    /// The values of a facet among those for which `condition` holds, the commonest first.
    static func values(of facet: String, where condition: SQL, in db: Database) throws -> [String] {
        let query: SQL = """
            SELECT caseFacet.value FROM caseStudy
            JOIN caseFacet ON caseFacet.revisionID = caseStudy.currentRevisionID AND caseFacet.facet = \(facet)
            WHERE \(condition) GROUP BY caseFacet.value ORDER BY count(*) DESC, caseFacet.value
            """
        return try SQLRequest<String>(literal: query, cached: true).fetchAll(db)
    }

    /// Those of `ids` for which `condition` holds, the latest first; nil for all.
    static func lines(
        _ ids: Set<Int64>? = nil, where condition: SQL, limit: Int = -1, offset: Int = 0, in db: Database
    ) throws -> [CaseLine] {
        let among: SQL =
            ids.map {
                "caseStudy.id IN (SELECT value FROM json_each(\(QuestionStore.list($0.map(ID<CaseStudy>.init(rawValue:))))))"
            } ?? "1"
        let query: SQL = """
            SELECT caseStudy.*, revision.fields, unit.name AS unitName,
                (SELECT group_concat(name, char(10)) FROM (
                    SELECT employee.name FROM caseAuthor AS author \(PeopleStore.joined(on: "author.employeeID"))
                    WHERE author.caseID = caseStudy.id ORDER BY author.position)) AS authors
            FROM caseStudy JOIN caseRevision AS revision ON revision.id = caseStudy.currentRevisionID
            \(PeopleStore.unit(on: "caseStudy.unitID"))
            WHERE \(among) AND \(condition)
            ORDER BY coalesce(caseStudy.publishedAt, caseStudy.submittedAt, caseStudy.createdAt) DESC, caseStudy.id DESC
            LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let (form, authors): (CaseForm, String?) = (CaseForm(json: row["fields"]), row["authors"])
            return CaseLine(
                id: row["id"], title: form[.title], kind: CaseKind(rawValue: form[.kind]),
                state: CaseState(rawValue: row["state"]) ?? .draft, subjects: CaseForm.items(form[.subject]),
                services: CaseForm.items(form[.service]),
                authors: authors?.split(separator: "\n").map(String.init) ?? [], unitName: row["unitName"],
                submittedAt: row["submittedAt"], publishedAt: row["publishedAt"])
        }
    }

    /// How many belong to the unit or are open to it.
    static func count(of unit: ID<Unit>, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM caseStudy WHERE unitID = ? OR openUnitID = ?", arguments: [unit, unit]) ?? 0
    }

    /// When somebody decided about it last; nil for never.
    static func lastDecision(on id: ID<CaseStudy>, in db: Database) throws -> Moment? {
        try Moment.fetchOne(db, sql: "SELECT max(decidedAt) FROM caseDecision WHERE caseID = ?", arguments: [id])
    }

    // MARK: Writing

    /// A draft; its first revision follows in the same transaction.
    static func insert(
        unit: ID<Unit>, creator: ID<Employee>, now: Moment, in db: Database
    ) throws -> ID<CaseStudy> {
        try db.execute(
            sql: """
                INSERT INTO caseStudy (unitID, creatorID, state, currentRevisionID, createdAt)
                VALUES (?, ?, 'draft', 0, ?)
                """, arguments: [unit, creator, now])
        return ID(rawValue: db.lastInsertedRowID)
    }

    static func submit(_ id: ID<CaseStudy>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "UPDATE caseStudy SET state = 'submitted', submittedAt = ?, remark = '' WHERE id = ?",
            arguments: [now, id])
    }

    /// What somebody other than an author decided about it, on record with the revision that they saw.
    ///
    /// `unit`: whose staff may read it from now on; nil for nobody's.
    static func decide(
        _ study: CaseStudy, _ outcome: CaseState, reason: String, open unit: ID<Unit>?, by employee: ID<Employee>,
        now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO caseDecision (caseID, revisionID, outcome, reason, decidedBy, decidedAt)
                VALUES (?, (SELECT currentRevisionID FROM caseStudy WHERE id = ?), ?, ?, ?, ?)
                """, arguments: [study.id, study.id, outcome.rawValue, reason, employee, now])
        try db.execute(
            sql: """
                UPDATE caseStudy SET state = ?, openUnitID = ?, remark = ?,
                    publishedAt = CASE WHEN ? THEN ? ELSE publishedAt END
                WHERE id = ?
                """,
            arguments: [
                outcome.rawValue, unit, outcome.isOpen ? "" : reason, outcome == .published, now, study.id,
            ])
    }
}
