import GRDB

/// Conflicts of interest: those of authors follow from the authors, the others are kept.
enum ReviewConflictStore {
    /// Those kept for the proposals of a call, by proposal and person.
    static func conflicts(in call: ID<ProposalCall>, _ db: Database) throws -> [ReviewConflict] {
        let query: SQL = """
            SELECT conflict.*, employee.name FROM proposalConflict AS conflict
            JOIN proposal ON proposal.id = conflict.proposalID \(PeopleStore.joined(on: "conflict.employeeID"))
            WHERE proposal.callID = \(call) ORDER BY conflict.proposalID, conflict.employeeID
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap { row in
            ReviewConflict.Source(rawValue: row["source"]).map { source in
                ReviewConflict(
                    pair: ReviewPair(proposal: row["proposalID"], reviewer: row["employeeID"]), name: row["name"],
                    source: source, reason: row["reason"])
            }
        }
    }

    /// Everybody who is named as an author of a proposal of the call, also after declining.
    static func authors(in call: ID<ProposalCall>, _ db: Database) throws -> [ReviewPair] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT author.proposalID, author.employeeID FROM proposalAuthor AS author
                JOIN proposal ON proposal.id = author.proposalID WHERE proposal.callID = ?
                ORDER BY author.proposalID, author.employeeID
                """, arguments: [call]
        ).map { ReviewPair(proposal: $0["proposalID"], reviewer: $0["employeeID"]) }
    }

    /// The same people with their units.
    static func authorMembers(in call: ID<ProposalCall>, _ db: Database) throws -> [StaffMember] {
        try EmployeeStore.members(
            among: """
                SELECT author.employeeID FROM proposalAuthor AS author
                JOIN proposal ON proposal.id = author.proposalID WHERE proposal.callID = \(call)
                """, in: db)
    }

    /// Who is in conflict already stays so, for the first reason.
    ///
    /// `declarer`: who says so; nil for what follows from the units.
    static func insert(
        _ pair: ReviewPair, _ source: ReviewConflict.Source, reason: String, by declarer: ID<Employee>?, now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalConflict (proposalID, employeeID, source, reason, declaredAt, declaredBy)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, arguments: [pair.proposal, pair.reviewer, source.rawValue, reason, now, declarer])
    }
}
