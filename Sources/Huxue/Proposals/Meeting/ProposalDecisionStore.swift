import GRDB

/// What meetings decided.
enum ProposalDecisionStore {
    static func decision(on id: ID<Proposal>, in db: Database) throws -> ProposalDecision? {
        try decisions("proposalID = \(id)", in: db).first
    }

    /// What was announced about a proposal; of one that was merged, about the one that took it up.
    ///
    /// Nil until its call is decided.
    static func announced(_ id: ID<Proposal>, in db: Database) throws -> ProposalDecision? {
        try decisions(
            """
            proposalID = coalesce((SELECT merger.earlierID FROM proposalMerger AS merger
                WHERE merger.laterID = \(id) AND merger.mergedAt IS NOT NULL), \(id))
                AND EXISTS (SELECT 1 FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                    WHERE proposal.id = proposalDecision.proposalID AND proposalCall.decidedAt IS NOT NULL)
            """, in: db
        ).first
    }

    /// Takes back what the meeting had decided about a proposal that is merged into another one.
    static func remove(_ id: ID<Proposal>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM proposalDecision WHERE proposalID = ?", arguments: [id])
    }

    /// Those of a call, by proposal.
    static func decisions(in call: ID<ProposalCall>, _ db: Database) throws -> [ID<Proposal>: ProposalDecision] {
        let all = try decisions(
            "proposalID IN (SELECT id FROM proposal WHERE callID = \(call))", in: db)
        return Dictionary(uniqueKeysWithValues: all.map { ($0.proposal, $0) })
    }

    private static func decisions(_ condition: SQL, in db: Database) throws -> [ProposalDecision] {
        let query: SQL = "SELECT * FROM proposalDecision WHERE \(condition)"
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            ProposalDecision(
                proposal: row["proposalID"], outcome: ProposalOutcome(rawValue: row["outcome"]) ?? .notAdopted,
                reasons: row["reasons"], award: row["award"], decidedBy: row["decidedBy"], decidedAt: row["decidedAt"])
        }
    }

    /// Replaces an earlier decision of the same meeting.
    static func save(_ decision: ProposalDecision, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalDecision (proposalID, outcome, reasons, award, decidedBy, decidedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (proposalID) DO UPDATE SET outcome = excluded.outcome, reasons = excluded.reasons,
                    award = excluded.award, decidedBy = excluded.decidedBy, decidedAt = excluded.decidedAt
                """,
            arguments: [
                decision.proposal, decision.outcome.rawValue, decision.reasons, decision.award, decision.decidedBy,
                decision.decidedAt,
            ])
    }
}
