import GRDB

/// What proposals said and say.
enum ProposalRevisionStore {
    private static var selection: SQL {
        """
        SELECT revision.*, employee.name FROM proposalRevision AS revision \(PeopleStore.joined(on: "revision.savedBy"))
        """
    }

    /// The latest first.
    static func revisions(of id: ID<Proposal>, in db: Database) throws -> [ProposalRevision] {
        let query: SQL = "\(selection) WHERE revision.proposalID = \(id) ORDER BY revision.number DESC"
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(revision)
    }

    /// - Throws: `ProposalRefusal.missing` when the file is damaged.
    static func current(_ proposal: Proposal, in db: Database) throws -> ProposalRevision {
        let query: SQL = "\(selection) WHERE revision.id = \(proposal.currentRevisionID)"
        guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else {
            throw ProposalRefusal.missing
        }
        return revision(row)
    }

    private static func revision(_ row: Row) -> ProposalRevision {
        ProposalRevision(
            id: row["id"], number: row["number"], form: ProposalForm(json: row["fields"]), savedBy: row["savedBy"],
            saverName: row["name"], reason: row["reason"], savedAt: row["savedAt"])
    }

    /// Makes the next revision, makes it the current one, and brings the index in step.
    ///
    /// `number`: 1 for the first.
    static func insert(
        _ form: ProposalForm, _ content: ProposalContent, number: Int, of id: ID<Proposal>, reason: String,
        by employee: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalRevision (proposalID, number, fields, savedBy, reason, savedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [id, number, form.kept.json, employee, reason, now])
        let revision = ID<ProposalRevision>(rawValue: db.lastInsertedRowID)
        for (place, citation) in content.citations.enumerated() {
            try db.execute(
                sql: "INSERT INTO proposalCitation (revisionID, position, citation, pcode) VALUES (?, ?, ?, ?)",
                arguments: [revision, place + 1, citation.description, citation.statute.pcode])
        }
        for name in content.attachments {
            try db.execute(
                sql: "INSERT INTO proposalAttachment (revisionID, name) VALUES (?, ?)", arguments: [revision, name])
        }
        try db.execute(
            sql: "UPDATE proposal SET currentRevisionID = ?, lawAsOf = ? WHERE id = ?",
            arguments: [revision, content.lawAsOf, id])
        try ProposalIndexStore.put(form, of: id, in: db)
    }

    /// The proposals whose current revision has the attachment.
    static func proposals(showing name: String, in db: Database) throws -> [ID<Proposal>] {
        try ID<Proposal>.fetchAll(
            db,
            sql: """
                SELECT proposal.id FROM proposalAttachment AS attachment
                JOIN proposal ON proposal.currentRevisionID = attachment.revisionID
                WHERE attachment.name = ? ORDER BY proposal.id
                """, arguments: [name])
    }
}
