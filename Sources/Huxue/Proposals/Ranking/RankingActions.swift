import GRDB

/// A call's ranking, from the sheets that are handed in.
enum RankingActions {
    /// - Throws: as `ReviewBoardActions.board`; `ScoreTable.Flaw`.
    ///
    /// `method`: nil for the call's own.
    static func contents(
        of id: ID<ProposalCall>, by method: RankMethod? = nil, as acting: ActionContext, in db: Database
    ) throws -> RankingViews.Contents {
        let board = try ReviewBoardActions.board(of: id, for: person(acting), in: db)
        let (ranking, agreement) = try board.ranking(by: method ?? board.call.plan.method)
        try AuditStore.append(.proposalRanking, on: "proposalCall/\(id)", by: acting, in: db)
        return RankingViews.Contents(board: board, ranking: ranking, agreement: agreement)
    }

    /// - Throws: `ProposalRefusal.needsPerson` for a command in nobody's name.
    static func person(_ acting: ActionContext) throws -> Visitor {
        guard case .visitor(let visitor) = acting.actor else { throw ProposalRefusal.needsPerson }
        return visitor
    }
}
