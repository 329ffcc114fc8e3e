import GRDB

/// What case studies said and say.
enum CaseRevisionStore {
    private static var selection: SQL {
        """
        SELECT revision.*, employee.name FROM caseRevision AS revision \(PeopleStore.joined(on: "revision.savedBy"))
        """
    }

    /// The latest first.
    static func revisions(of id: ID<CaseStudy>, in db: Database) throws -> [CaseRevision] {
        let query: SQL = "\(selection) WHERE revision.caseID = \(id) ORDER BY revision.number DESC"
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(revision)
    }

    /// - Throws: `CaseRefusal.missing` when the file is damaged.
    static func current(_ study: CaseStudy, in db: Database) throws -> CaseRevision {
        let query: SQL = "\(selection) WHERE revision.id = \(study.currentRevisionID)"
        guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else {
            throw CaseRefusal.missing
        }
        return revision(row)
    }

    private static func revision(_ row: Row) -> CaseRevision {
        CaseRevision(
            id: row["id"], number: row["number"], form: CaseForm(json: row["fields"]), savedBy: row["savedBy"],
            saverName: row["name"], reason: row["reason"], savedAt: row["savedAt"])
    }

    /// Makes the next revision, makes it the current one, and brings the index in step.
    ///
    /// `number`: 1 for the first.
    static func insert(
        _ form: CaseForm, _ content: CaseContent, number: Int, of id: ID<CaseStudy>, reason: String,
        by employee: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO caseRevision (caseID, number, fields, savedBy, reason, savedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [id, number, form.kept.json, employee, reason, now])
        let revision = ID<CaseRevision>(rawValue: db.lastInsertedRowID)
        for (facet, values) in [("subject", content.subjects), ("service", content.services)] {
            for value in values {
                try db.execute(
                    sql: "INSERT INTO caseFacet (revisionID, facet, value) VALUES (?, ?, ?)",
                    arguments: [revision, facet, value])
            }
        }
        for (place, citation) in content.citations.enumerated() {
            try db.execute(
                sql: "INSERT INTO caseCitation (revisionID, position, citation, pcode) VALUES (?, ?, ?, ?)",
                arguments: [revision, place + 1, citation.description, citation.statute.pcode])
        }
        for name in content.attachments {
            try db.execute(
                sql: "INSERT INTO caseAttachment (revisionID, name) VALUES (?, ?)", arguments: [revision, name])
        }
        try db.execute(
            sql: "UPDATE caseStudy SET currentRevisionID = ?, lawAsOf = ? WHERE id = ?",
            arguments: [revision, content.lawAsOf, id])
        try CaseIndexStore.put(form, of: id, in: db)
    }

    /// Whether the person has written a revision as an author: any but those that brought a conclusion.
    static func wrote(_ employee: ID<Employee>, in id: ID<CaseStudy>, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM caseRevision WHERE caseID = ? AND savedBy = ? AND id NOT IN (
                    SELECT revisionID FROM caseDecision WHERE caseID = ? AND outcome = 'concluded'))
                """, arguments: [id, employee, id]) ?? false
    }

    /// The case studies whose current revision has the attachment.
    static func cases(showing name: String, in db: Database) throws -> [ID<CaseStudy>] {
        try ID<CaseStudy>.fetchAll(
            db,
            sql: """
                SELECT caseStudy.id FROM caseAttachment AS attachment
                JOIN caseStudy ON caseStudy.currentRevisionID = attachment.revisionID
                WHERE attachment.name = ? ORDER BY caseStudy.id
                """, arguments: [name])
    }
}
