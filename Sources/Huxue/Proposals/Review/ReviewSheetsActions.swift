import GRDB

/// One proposal with its reviewers and sheets, for those who manage its call.
enum ReviewSheetsActions {
    /// What is seen of others' scores is on record; so is who looked before a conflict came up.
    /// - Throws: `ReviewRefusal.missing` also for whoever is in conflict.
    static func contents(
        of id: ID<Proposal>, in call: ID<ProposalCall>, by acting: ActionContext, _ db: Database
    ) throws -> ReviewSheetsViews.Contents {
        let visitor = try acting.visitor
        let (board, line) = try ReviewBoardActions.reviewed(id, in: call, by: visitor, db)
        let panel = try ReviewAssignmentActions.panel(of: board.call, now: acting.now, db)
        let excluded = try Set(ReviewConflictActions.chain(in: board.call, panel: panel, db))
            .union(ReviewConflictStore.conflicts(in: call, db).map(\.pair))
            .union(ReviewConflictStore.authors(in: call, db)).union(board.live(id).map(\.pair))
        var reopenings: [ID<Employee>: [ScoreReopening]] = [:]
        for review in board.live(id) {
            guard
                let sheet = try ScoreSheetStore.sheet(
                    on: ReviewBoardActions.subject(id), by: review.pair.reviewer, in: db)
            else { continue }
            reopenings[review.pair.reviewer] = try ScoreSheetStore.reopenings(of: sheet.id, in: db)
        }
        try AuditStore.append(.proposalScoreReading, on: "proposal/\(id)", by: acting, in: db)
        return ReviewSheetsViews.Contents(
            board: board, line: line,
            candidates: panel.filter { !excluded.contains(ReviewPair(proposal: id, reviewer: $0.employee.id)) },
            conflicts: try ReviewConflictStore.conflicts(in: call, db).filter { $0.pair.proposal == id },
            reopenings: reopenings,
            merging: try ProposalMergerActions.offer(line, in: board.call, for: visitor, now: acting.now, db),
            now: acting.now)
    }
}
