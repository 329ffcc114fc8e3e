import GRDB

/// Mergers of proposals, and what their authors say to them.
enum ProposalMergerStore {
    // MARK: Reading

    /// Of the later proposal; nil when nobody has proposed one.
    static func merger(of later: ID<Proposal>, in db: Database) throws -> ProposalMerger? {
        try mergers("merger.laterID = \(later)", in: db).first
    }

    /// Those in which a proposal takes part, as the later or the earlier one.
    static func mergers(touching id: ID<Proposal>, in db: Database) throws -> [ProposalMerger] {
        try mergers("(merger.laterID = \(id) OR merger.earlierID = \(id))", in: db)
    }

    /// Those of a call that are done, by the later proposal.
    static func done(in call: ID<ProposalCall>, _ db: Database) throws -> [ProposalMerger] {
        try mergers(
            """
            merger.mergedAt IS NOT NULL
                AND merger.laterID IN (SELECT proposal.id FROM proposal WHERE proposal.callID = \(call))
            """, in: db)
    }

    /// Those that wait for somebody's answer.
    static func waiting(for employee: ID<Employee>, in db: Database) throws -> [ProposalMerger] {
        try mergers(
            """
            merger.mergedAt IS NULL AND merger.laterID IN (SELECT answer.laterID FROM proposalMergerAnswer AS answer
                WHERE answer.employeeID = \(employee) AND answer.agrees IS NULL)
            """, in: db
        ).filter(\.isOpen)
    }

    private static func mergers(_ condition: SQL, in db: Database) throws -> [ProposalMerger] {
        let query: SQL = "SELECT merger.* FROM proposalMerger AS merger WHERE \(condition) ORDER BY merger.laterID"
        return try SQLRequest<Row>(literal: query).fetchAll(db).map { row in
            let later: ID<Proposal> = row["laterID"]
            return ProposalMerger(
                later: later, earlier: row["earlierID"], reason: row["reason"], proposedAt: row["proposedAt"],
                mergedAt: row["mergedAt"], answers: try answers(to: later, in: db))
        }
    }

    private static func answers(to later: ID<Proposal>, in db: Database) throws -> [ProposalMerger.Answer] {
        let query: SQL = """
            SELECT answer.employeeID, employee.name, answer.agrees FROM proposalMergerAnswer AS answer
            \(PeopleStore.joined(on: "answer.employeeID")) WHERE answer.laterID = \(later)
            ORDER BY employee.staffNumber
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map {
            ProposalMerger.Answer(employee: $0["employeeID"], name: $0["name"], agrees: $0["agrees"])
        }
    }

    // MARK: Writing

    /// Asks those people; an earlier attempt that somebody declined is replaced.
    static func insert(
        _ later: ID<Proposal>, into earlier: ID<Proposal>, reason: String, asking people: [ID<Employee>],
        by secretary: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try remove(later, in: db)
        try db.execute(
            sql: """
                INSERT INTO proposalMerger (laterID, earlierID, reason, proposedBy, proposedAt) VALUES (?, ?, ?, ?, ?)
                """, arguments: [later, earlier, reason, secretary, now])
        for person in people {
            try db.execute(
                sql: "INSERT OR IGNORE INTO proposalMergerAnswer (laterID, employeeID) VALUES (?, ?)",
                arguments: [later, person])
        }
    }

    static func answer(
        _ later: ID<Proposal>, agrees: Bool, by employee: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE proposalMergerAnswer SET agrees = ?, answeredAt = ? WHERE laterID = ? AND employeeID = ?",
            arguments: [agrees, now, later, employee])
    }

    /// From now on the later one is neither reviewed nor decided for itself.
    static func merge(_ later: ID<Proposal>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "UPDATE proposalMerger SET mergedAt = ? WHERE laterID = ?", arguments: [now, later])
        try db.execute(sql: "UPDATE generation SET value = value + 1 WHERE name = 'works'")
    }

    static func remove(_ later: ID<Proposal>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM proposalMergerAnswer WHERE laterID = ?", arguments: [later])
        try db.execute(sql: "DELETE FROM proposalMerger WHERE laterID = ?", arguments: [later])
    }
}
