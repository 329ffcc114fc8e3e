import GRDB

/// Who the authors of proposals are, what they said to it, and who must not touch a proposal.
enum ProposalAuthorStore {
    /// In the order of the proposal.
    static func authors(of id: ID<Proposal>, in db: Database) throws -> [ProposalAuthor] {
        let query: SQL = """
            SELECT author.*, employee.staffNumber, employee.name FROM proposalAuthor AS author
            \(PeopleStore.joined(on: "author.employeeID")) WHERE author.proposalID = \(id) ORDER BY author.position
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let (confirmed, declined): (Moment?, Moment?) = (row["confirmedAt"], row["declinedAt"])
            return ProposalAuthor(
                employee: row["employeeID"], staffNumber: row["staffNumber"], name: row["name"], share: row["share"],
                consent: confirmed != nil ? .given : declined != nil ? .declined : .asked)
        }
    }

    /// What was said to a share stays said as long as the share is the same.
    ///
    /// `creator`: agrees by saving.
    static func put(
        _ authors: [(employee: ID<Employee>, share: Int)], of id: ID<Proposal>, creator: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        let former = try self.authors(of: id, in: db)
        try db.execute(
            sql:
                "DELETE FROM proposalAuthor WHERE proposalID = ? AND employeeID NOT IN (SELECT value FROM json_each(?))",
            arguments: [id, QuestionStore.list(authors.map(\.employee))])
        // Places are unique: moved out of the way first.
        try db.execute(
            sql: "UPDATE proposalAuthor SET position = position + 1000 WHERE proposalID = ?", arguments: [id])
        for (place, author) in authors.enumerated() {
            let isSame = former.contains { $0.employee == author.employee && $0.share == author.share }
            try db.execute(
                sql: """
                    INSERT INTO proposalAuthor (proposalID, position, employeeID, share, confirmedAt)
                    VALUES (:proposal, :place, :employee, :share, :confirmed)
                    ON CONFLICT (proposalID, employeeID) DO UPDATE SET position = excluded.position,
                        share = excluded.share,
                        confirmedAt = CASE WHEN :isSame THEN confirmedAt ELSE excluded.confirmedAt END,
                        declinedAt = CASE WHEN :isSame THEN declinedAt ELSE NULL END
                    """,
                arguments: [
                    "proposal": id, "place": place + 1, "employee": author.employee, "share": author.share,
                    "confirmed": author.employee == creator ? now : nil, "isSame": isSame,
                ])
        }
    }

    static func answer(
        _ employee: ID<Employee>, agrees: Bool, to id: ID<Proposal>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE proposalAuthor SET confirmedAt = ?, declinedAt = ? WHERE proposalID = ? AND employeeID = ?
                """, arguments: [agrees ? now : nil, agrees ? nil : now, id, employee])
    }

    /// Whether a conflict of interest was declared.
    static func hasConflict(_ employee: ID<Employee>, with id: ID<Proposal>, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM proposalConflict WHERE proposalID = ? AND employeeID = ?)",
            arguments: [id, employee]) ?? false
    }
}
