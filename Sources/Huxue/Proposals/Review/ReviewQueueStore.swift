import GRDB

/// What somebody is to score, and until when; see `ProposalStore.reviewing`.
enum ReviewQueueStore {
    /// Whether the person is to score it, or has.
    static func isReviewed(_ id: ID<Proposal>, by employee: ID<Employee>, in db: Database) throws -> Bool {
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE proposal.id = \(id) AND \(ProposalStore.reviewing(employee)))
            """
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// When and by what the person scores a proposal; nil when they do not, or its call is decided.
    static func reviewWindow(
        of id: ID<Proposal>, by employee: ID<Employee>, in db: Database
    ) throws -> ReviewWindow? {
        let query: SQL = """
            SELECT proposalCall.reviewAt, proposalCall.reviewsClose, proposalCall.meetingAt,
                proposalCall.rubricVersionID
            FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
            WHERE proposal.id = \(id) AND proposalCall.decidedAt IS NULL AND \(ProposalStore.reviewing(employee))
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map { row in
            ReviewWindow(begins: row[0], closes: row[1], meeting: row[2], rubric: row[3])
        }
    }

    /// What the person is to score in a call, or has, by number; and whether it was put aside.
    static func queue(
        of employee: ID<Employee>, in call: ID<ProposalCall>, _ db: Database
    ) throws -> [(id: ID<Proposal>, isAside: Bool)] {
        let query: SQL = """
            SELECT proposal.id, mine.asideAt IS NOT NULL AS isAside FROM proposalReview AS mine
            CROSS JOIN proposal ON proposal.id = mine.proposalID
            CROSS JOIN proposalCall ON proposalCall.id = proposal.callID
            WHERE mine.reviewerID = \(employee) AND proposal.callID = \(call) AND \(ProposalStore.reviewing(employee))
            ORDER BY proposal.number, proposal.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { ($0["id"], $0["isAside"]) }
    }
}
