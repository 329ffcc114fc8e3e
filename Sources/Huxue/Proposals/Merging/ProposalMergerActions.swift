import GRDB

/// Two proposals become one: asked by the secretary, agreed to by the authors of both.
enum ProposalMergerActions {
    /// What the secretary sees of it on a proposal's page of the review.
    struct Offer: Sendable {
        /// In which the proposal takes part.
        let mergers: [ProposalMerger]
        /// Into which it may be taken up; empty when it may not.
        let earlier: [ProposalLine]
        /// Names of the proposals in `mergers`, as far as the secretary may know of them.
        let names: [ID<Proposal>: String]
    }

    static func offer(
        _ line: ProposalLine, in call: ProposalCall, for visitor: Visitor, now: Moment, _ db: Database
    ) throws -> Offer {
        let mergers = try ProposalMergerStore.mergers(touching: line.id, in: db)
        let lines = try ProposalStore.accepted(in: call.id, for: ProposalActions.reader(visitor), db)
        let state = call.state(at: now)
        let isFree =
            state >= .closed && state < .decided
            && !mergers.contains { !$0.isDeclined && ($0.later == line.id || $0.earlier == line.id) }
        return Offer(
            mergers: mergers, earlier: isFree ? lines.filter { ($0.number ?? 0) < (line.number ?? 0) } : [],
            names: try names(of: mergers, for: visitor, in: db))
    }

    /// Of the proposals in mergers, for somebody who may see them.
    static func names(
        of mergers: [ProposalMerger], for visitor: Visitor, in db: Database
    ) throws -> [ID<Proposal>: String] {
        let ids = Set(mergers.flatMap { [$0.later.rawValue, $0.earlier.rawValue] })
        guard !ids.isEmpty else { return [:] }
        let reader = ProposalActions.reader(visitor)
        // Whoever is asked may read what the other proposal is.
        let lines = try ProposalStore.lines(
            ids, where: "(\(ProposalStore.visible(to: reader)) OR \(ProposalStore.merging(reader.employee)))", in: db)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.id, ReviewTerms.name(of: $0)) })
    }

    /// Asks the authors of both.
    /// - Throws: `ReviewRefusal.missing` for whatever the secretary must not know of; `ProposalMergerRefusal`.
    static func propose(
        _ id: ID<Proposal>, into earlier: ID<Proposal>, in call: ID<ProposalCall>, reason: String,
        by acting: ActionContext, _ db: Database
    ) throws {
        let visitor = try acting.visitor
        let (board, line) = try ReviewBoardActions.reviewed(id, in: call, by: visitor, db)
        let target = try ReviewBoardActions.reviewed(earlier, in: call, by: visitor, db).line
        try ProposalMergerRules.requireTime(board.call.state(at: acting.now))
        try ProposalMergerRules.require(
            line, into: target, given: ProposalMergerStore.mergers(touching: id, in: db))
        guard !reason.allSatisfy(\.isWhitespace) else { throw ProposalMergerRefusal.noReason }
        guard reason.count <= ReviewConflictRules.reasonLimit else {
            throw ProposalMergerRefusal.reasonTooLong(limit: ReviewConflictRules.reasonLimit)
        }
        var authors: [ID<Employee>] = []
        for (one, other) in [(id, earlier), (earlier, id)] {
            let own = try ProposalAuthorStore.authors(of: one, in: db).filter { $0.consent == .given }
            // Whoever is asked reads the other one with its authors' names.
            let reviewers = Set(try ReviewStore.reviews(of: other, in: db).filter(\.isLive).map(\.pair.reviewer))
            if let judge = own.first(where: { reviewers.contains($0.employee) }) {
                throw ProposalMergerRefusal.reviewsTheOther(judge.name)
            }
            authors += own.map(\.employee)
        }
        try ProposalMergerStore.insert(
            id, into: earlier, reason: reason, asking: authors, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.proposalMergerOffer, on: "proposal/\(id)", by: acting, in: db)
    }

    /// Takes the question back.
    static func withdraw(
        _ id: ID<Proposal>, in call: ID<ProposalCall>, by acting: ActionContext, _ db: Database
    ) throws {
        let board = try ReviewBoardActions.reviewed(id, in: call, by: acting.visitor, db).board
        try ProposalMergerRules.requireTime(board.call.state(at: acting.now))
        guard let merger = try ProposalMergerStore.merger(of: id, in: db), merger.mergedAt == nil else {
            throw ProposalMergerRefusal.notOpen
        }
        try ProposalMergerStore.remove(id, in: db)
        try AuditStore.append(.proposalMergerWithdrawal, on: "proposal/\(id)", by: acting, in: db)
    }

    /// An author of one of the two agrees, or not; with the last consent they are one.
    ///
    /// `later`: the proposal that is taken up.
    ///
    /// - Throws: `ProposalMergerRefusal`: `missing` for whoever is not asked, `notOpen`, `tooLate`.
    static func answer(_ later: ID<Proposal>, agrees: Bool, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        guard let merger = try ProposalMergerStore.merger(of: later, in: db),
            let own = merger.answers.first(where: { $0.employee == visitor.employee }),
            let proposal = try ProposalStore.proposal(later, in: db),
            let earlier = try ProposalStore.proposal(merger.earlier, in: db),
            let call = try ProposalCallStore.call(proposal.callID, in: db)
        else { throw ProposalMergerRefusal.missing }
        try ProposalMergerRules.requireTime(call.state(at: acting.now))
        guard merger.isOpen, own.agrees == nil, proposal.state == .accepted, earlier.state == .accepted else {
            throw ProposalMergerRefusal.notOpen
        }
        try ProposalMergerStore.answer(later, agrees: agrees, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(
            agrees ? .proposalMergerConsent : .proposalMergerDecline, on: "proposal/\(later)", by: acting, in: db)
        guard let now = try ProposalMergerStore.merger(of: later, in: db), now.answers.allSatisfy({ $0.agrees == true })
        else { return }
        try ProposalMergerStore.merge(later, now: acting.now, in: db)
        try ProposalDecisionStore.remove(later, in: db)
        // They speak for the earlier one now, and so must not judge it.
        for author in try ProposalAuthorStore.authors(of: later, in: db) {
            let pair = ReviewPair(proposal: merger.earlier, reviewer: author.employee)
            try ReviewConflictStore.insert(
                pair, .secretary, reason: ProposalMergerTerms.interest, by: visitor.employee, now: acting.now, in: db)
            try ReviewStore.end(pair, as: .conflict, now: acting.now, in: db)
        }
        try AmendmentActions.retire(.proposal, id: later.rawValue, by: acting, in: db)
    }
}
