import GRDB

/// Proposals among what is scored: by their reviewers until the panel's deadline, reopened by the secretary.
struct ProposalScoreOwner: ScoreOwner {
    func rubric(
        forScoring subject: ScoredSubject, by acting: ActionContext, in db: Database
    ) throws -> ID<RubricVersion> {
        let window = try ReviewActions.window(on: ID(rawValue: subject.id), for: acting.visitor, in: db)
        return try ReviewRules.requireOpen(window, at: acting.now)
    }

    func requireReopening(
        _ subject: ScoredSubject, of scorer: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws {
        let id = ID<Proposal>(rawValue: subject.id)
        guard let proposal = try ProposalStore.proposal(id, in: db) else { throw ReviewRefusal.missing }
        let board = try ReviewBoardActions.reviewed(id, in: proposal.callID, by: acting.visitor, db).board
        try ReviewRules.requireReview(board.call)
        guard board.live(id).contains(where: { $0.pair.reviewer == scorer }) else { throw ReviewRefusal.missing }
    }
}
