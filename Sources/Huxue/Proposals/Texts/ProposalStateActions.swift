import GRDB

/// What authors do with a proposal: agree to be named, submit it, take it back.
enum ProposalStateActions {
    /// - Throws: `ProposalRefusal`: `closed` after the end of the call, `unconfirmed`, `invalid` when something is missing.
    static func submit(_ id: ID<Proposal>, by acting: ActionContext, in db: Database) throws {
        let shown = try ProposalActions.own(id, by: acting.visitor, in: db)
        try ProposalRules.requireSubmittable(shown.proposal.state, to: shown.call, at: acting.now)
        let form = try ProposalRevisionStore.current(shown.proposal, in: db).form
        let names = try StatuteDirectoryStore.names(in: db)
        // What the call wants may have changed since.
        let problems =
            form.missing
            + form.reading(kinds: shown.call.plan.kinds, names: names).problems
            .filter { $0.kind == .notWanted }
        guard problems.isEmpty else { throw ProposalRefusal.invalid(problems) }
        let waiting = ProposalRules.unconfirmed(shown.authors)
        guard waiting.isEmpty else { throw ProposalRefusal.unconfirmed(waiting.map(\.name)) }
        try ProposalStateStore.submit(id, now: acting.now, in: db)
        try AuditStore.append(.proposalSubmission, on: "proposal/\(id)", by: acting, in: db)
    }

    /// The proposal for the page that asks before it is withdrawn.
    static func withdrawal(
        of id: ID<Proposal>, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalViews.Withdrawal {
        let shown = try withdrawable(id, by: visitor, now: now, in: db)
        return ProposalViews.Withdrawal(
            id: id, title: try ProposalRevisionStore.current(shown.proposal, in: db).form[.title],
            isShared: shown.authors.count > 1)
    }

    /// Any of the authors takes it back; it stays on record.
    static func withdraw(_ id: ID<Proposal>, by acting: ActionContext, in db: Database) throws {
        _ = try withdrawable(id, by: acting.visitor, now: acting.now, in: db)
        try ProposalStateStore.withdraw(id, now: acting.now, in: db)
        try AmendmentActions.retire(.proposal, id: id.rawValue, by: acting, in: db)
        try AuditStore.append(.proposalWithdrawal, on: "proposal/\(id)", by: acting, in: db)
    }

    private static func withdrawable(
        _ id: ID<Proposal>, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalActions.Shown {
        let shown = try ProposalActions.own(id, by: visitor, in: db)
        // What was taken up would go with it.
        let isMerged = try ProposalMergerStore.mergers(touching: id, in: db).contains { $0.mergedAt != nil }
        guard ProposalRules.mayWithdraw(shown.proposal.state, in: shown.call.state(at: now)), !isMerged else {
            throw ProposalRefusal.notWithdrawable
        }
        return shown
    }

    /// Somebody who is named as an author agrees to that and to the share, or does not.
    ///
    /// `share`: as the page has shown it.
    static func answer(
        _ id: ID<Proposal>, agrees: Bool, share: Int?, by acting: ActionContext, in db: Database
    ) throws {
        let visitor = try acting.visitor
        let shown = try ProposalActions.shown(id, to: visitor, in: db)
        guard let own = shown.own else { throw ProposalRefusal.notAnAuthor }
        try ProposalRules.requireEditable(shown.proposal.state, in: shown.call.state(at: acting.now))
        guard own.share == share else { throw ProposalRefusal.shareChanged }
        guard own.consent == .asked else { return }
        try ProposalAuthorStore.answer(visitor.employee, agrees: agrees, to: id, now: acting.now, in: db)
        try AuditStore.append(
            agrees ? .proposalConsent : .proposalDecline, on: "proposal/\(id)", by: acting, in: db)
    }
}
