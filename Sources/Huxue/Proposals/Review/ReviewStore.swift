import GRDB

/// Who reviews which proposal; what they score is with the score sheets.
enum ReviewStore {
    // MARK: Reading

    private static var selection: SQL {
        """
        SELECT review.*, employee.name FROM proposalReview AS review
        JOIN proposal ON proposal.id = review.proposalID \(PeopleStore.joined(on: "review.reviewerID"))
        """
    }

    /// All of a call, ended ones too, by proposal and reviewer.
    static func reviews(of call: ID<ProposalCall>, in db: Database) throws -> [Review] {
        try reviews(
            "\(selection) WHERE proposal.callID = \(call) ORDER BY review.proposalID, review.reviewerID", in: db)
    }

    /// All of a proposal, ended ones too, by reviewer.
    static func reviews(of proposal: ID<Proposal>, in db: Database) throws -> [Review] {
        try reviews("\(selection) WHERE review.proposalID = \(proposal) ORDER BY review.reviewerID", in: db)
    }

    static func review(_ pair: ReviewPair, in db: Database) throws -> Review? {
        try reviews(
            "\(selection) WHERE review.proposalID = \(pair.proposal) AND review.reviewerID = \(pair.reviewer)", in: db
        ).first
    }

    private static func reviews(_ query: SQL, in db: Database) throws -> [Review] {
        try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let ending: String? = row["ending"]
            return Review(
                pair: ReviewPair(proposal: row["proposalID"], reviewer: row["reviewerID"]), reviewerName: row["name"],
                assignedAt: row["assignedAt"], asideAt: row["asideAt"], ending: ending.flatMap(ReviewEnding.init),
                reason: row["reason"])
        }
    }

    /// The calls whose review has begun and is not decided, and in which somebody reviews, the next to close first.
    static func calls(of reviewer: ID<Employee>, in db: Database) throws -> [ID<ProposalCall>] {
        try ID<ProposalCall>.fetchAll(
            db,
            sql: """
                SELECT DISTINCT proposalCall.id, proposalCall.reviewsClose FROM proposalReview AS review
                JOIN proposal ON proposal.id = review.proposalID JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE review.reviewerID = ? AND review.ending IS NULL AND proposalCall.decidedAt IS NULL
                ORDER BY proposalCall.reviewsClose, proposalCall.id
                """, arguments: [reviewer])
    }

    // MARK: Writing

    /// Also somebody whose review had ended, other than by a conflict.
    static func assign(
        _ pair: ReviewPair, by secretary: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalReview (proposalID, reviewerID, assignedAt, assignedBy) VALUES (?, ?, ?, ?)
                ON CONFLICT (proposalID, reviewerID) DO UPDATE SET assignedAt = excluded.assignedAt,
                    assignedBy = excluded.assignedBy, asideAt = NULL, ending = NULL, endedAt = NULL, reason = ''
                """, arguments: [pair.proposal, pair.reviewer, now, secretary])
    }

    /// Nothing when it has ended, or never was.
    static func end(
        _ pair: ReviewPair, as ending: ReviewEnding, reason: String = "", now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE proposalReview SET ending = ?, endedAt = ?, reason = ?, asideAt = NULL
                WHERE proposalID = ? AND reviewerID = ? AND ending IS NULL
                """, arguments: [ending.rawValue, now, reason, pair.proposal, pair.reviewer])
    }

    /// `time`: nil to take it up again.
    static func putAside(_ pair: ReviewPair, at time: Moment?, in db: Database) throws {
        try db.execute(
            sql: "UPDATE proposalReview SET asideAt = ? WHERE proposalID = ? AND reviewerID = ? AND ending IS NULL",
            arguments: [time, pair.proposal, pair.reviewer])
    }
}
