import GRDB

/// How a proposal comes to its state: begun, submitted, checked, withdrawn.
enum ProposalStateStore {
    /// A draft; its first revision follows in the same transaction.
    static func insert(
        _ call: ID<ProposalCall>, creator: ID<Employee>, now: Moment, in db: Database
    ) throws -> ID<Proposal> {
        try db.execute(
            sql: """
                INSERT INTO proposal (callID, creatorID, state, currentRevisionID, createdAt)
                VALUES (?, ?, 'draft', 0, ?)
                """, arguments: [call, creator, now])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// It has its number from the first time on.
    static func submit(_ id: ID<Proposal>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE proposal SET state = 'submitted', submittedAt = ?, remark = '', number = coalesce(number, (
                    SELECT coalesce(max(other.number), 0) + 1 FROM proposal AS other
                    WHERE other.callID = proposal.callID))
                WHERE id = ?
                """, arguments: [now, id])
    }

    static func withdraw(_ id: ID<Proposal>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "UPDATE proposal SET state = 'withdrawn', withdrawnAt = ? WHERE id = ?", arguments: [now, id])
    }

    /// `reason`: why it is returned; empty when its form is right.
    static func check(
        _ proposal: Proposal, isAccepted: Bool, reason: String, by checker: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        let outcome: ProposalState = isAccepted ? .accepted : .returned
        try db.execute(
            sql: """
                INSERT INTO proposalCheck (proposalID, revisionID, checkerID, outcome, reason, checkedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [proposal.id, proposal.currentRevisionID, checker, outcome.rawValue, reason, now])
        try db.execute(
            sql: "UPDATE proposal SET state = ?, remark = ? WHERE id = ?",
            arguments: [outcome.rawValue, reason, proposal.id])
    }

    /// When its form was checked last; nil for never.
    static func lastCheck(of id: ID<Proposal>, in db: Database) throws -> Moment? {
        try Moment.fetchOne(
            db, sql: "SELECT max(checkedAt) FROM proposalCheck WHERE proposalID = ?", arguments: [id])
    }
}
