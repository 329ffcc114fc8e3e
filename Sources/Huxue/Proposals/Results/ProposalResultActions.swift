import GRDB

/// A call's results for files, with what the visitor may know of them.
enum ProposalResultActions {
    /// Who takes the figures out is on record.
    /// - Throws: as `ReviewBoardActions.board`; `ProposalRefusal.needsPerson` for a command in nobody's name.
    static func export(
        _ kind: ProposalResultFile.Kind, of id: ID<ProposalCall>, by acting: ActionContext, in db: Database
    ) throws -> ProposalResults {
        let visitor = try RankingActions.person(acting)
        let board = try ReviewBoardActions.board(of: id, for: visitor, in: db)
        let known = Set(board.lines.map(\.id))
        var authors: [ID<Proposal>: [ProposalAuthor]] = [:]
        for line in board.lines { authors[line.id] = try ProposalAuthorStore.authors(of: line.id, in: db) }
        try AuditStore.append(.proposalExport, on: "proposalCall/\(id)", .words(kind.rawValue), by: acting, in: db)
        return ProposalResults(
            board: board, ranking: try board.ranking(by: board.call.plan.method).ranking,
            decisions: try ProposalDecisionStore.decisions(in: id, db).filter { known.contains($0.key) },
            authors: authors)
    }
}
