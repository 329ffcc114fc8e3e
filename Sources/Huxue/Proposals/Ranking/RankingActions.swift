import GRDB

/// A call's ranking, from the sheets that are handed in.
enum RankingActions {
    /// - Throws: as `ReviewBoardActions.board`; `ScoreTable.Flaw`.
    ///
    /// `method`: nil for the call's own. Nothing is shown before `record` is on disk.
    static func contents(
        of id: ID<ProposalCall>, by method: RankMethod? = nil, for visitor: Visitor, in db: Database
    ) throws -> RankingViews.Contents {
        let board = try ReviewBoardActions.board(of: id, for: visitor, in: db)
        let (ranking, agreement) = try board.ranking(by: method ?? board.call.plan.method)
        return RankingViews.Contents(board: board, ranking: ranking, agreement: agreement)
    }

    /// Puts on record that somebody looks at the scores.
    /// - Throws: as `ProposalCallActions.managed`.
    static func record(_ id: ID<ProposalCall>, by acting: ActionContext, in db: Database) throws {
        _ = try ProposalCallActions.managed(id, by: acting.actor, in: db)
        try AuditStore.append(.proposalRanking, on: "proposalCall/\(id)", by: acting, in: db)
    }

    /// - Throws: `ProposalRefusal.needsPerson` for a command in nobody's name.
    static func person(_ acting: ActionContext) throws -> Visitor {
        guard case .visitor(let visitor) = acting.actor else { throw ProposalRefusal.needsPerson }
        return visitor
    }
}
