import GRDB

/// What those do who manage a call and have no interest in a proposal: its formal check, and amendments of its law.
enum ProposalCheckActions {
    /// A call with what came in, as far as the visitor may know of it.
    static func contents(
        of id: ID<ProposalCall>, page: Int?, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalCallViews.Contents {
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        let found = try ProposalStore.lines(
            where: "proposal.callID = \(id) AND \(ProposalStore.managed(by: ProposalActions.reader(visitor)))", in: db)
        // What waits for the manager first, each part by number.
        let lines = found.filter { $0.state == .submitted } + found.filter { $0.state != .submitted }
        var contents = ProposalCallViews.Contents(
            call: call, panel: try ProposalCallActions.panel(of: call, on: ROCDate.day(of: now), in: db),
            lines: lines, paging: Paging(page, size: ProposalListViews.pageSize, total: lines.count), now: now)
        contents.rubric =
            try call.rubricVersion.flatMap { try RubricStore.version($0, in: db) }?.plan
            ?? call.plan.rubric.flatMap { try RubricStore.rubric($0, in: db) }?.version.plan
        contents.board = try ReviewBoardActions.board(of: call, for: visitor, in: db)
        return contents
    }

    /// - Throws: `ProposalRefusal`: `missing` also for whoever is in conflict, `notCheckable`, `noReturnReason`.
    static func check(
        _ id: ID<Proposal>, isAccepted: Bool, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        let visitor = try acting.visitor
        let shown = try managed(id, by: visitor, in: db)
        guard ProposalRules.mayCheck(shown.proposal.state, in: shown.call.state(at: acting.now)) else {
            throw ProposalRefusal.notCheckable
        }
        let reason = isAccepted ? "" : String(reason.prefix(500))
        guard isAccepted || !reason.isEmpty else { throw ProposalRefusal.noReturnReason }
        try ProposalStateStore.check(
            shown.proposal, isAccepted: isAccepted, reason: reason, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(
            isAccepted ? .proposalAcceptance : .proposalReturn, on: "proposal/\(id)", by: acting, in: db)
    }

    /// Finds that a proposal still holds after an amendment of the law on which it rests.
    /// - Throws: `ProposalRefusal.missing`, `StatuteRefusal.nothingToDecide`.
    static func confirm(
        _ id: ID<Proposal>, _ phase: AmendmentFlag.Phase, shown: Int64?, by acting: ActionContext, in db: Database
    ) throws {
        _ = try managed(id, by: acting.visitor, in: db)
        try AmendmentActions.confirm(
            .proposal, id: id.rawValue, code: "\(id)", phase, shown: shown, by: acting, in: db)
    }

    private static func managed(_ id: ID<Proposal>, by visitor: Visitor, in db: Database) throws
        -> ProposalActions.Shown
    {
        let shown = try ProposalActions.shown(id, to: visitor, in: db)
        guard shown.role == .manager else { throw ProposalRefusal.missing }
        try Policy.require(.manageProposals, for: visitor.actor, at: shown.call.unit)
        return shown
    }
}
