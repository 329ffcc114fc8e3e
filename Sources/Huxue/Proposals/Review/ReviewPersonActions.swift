import GRDB

/// What the secretary does with one reviewer of one proposal: adds, removes, reopens; and the panel's deadline.
enum ReviewPersonActions {
    /// - Throws: `ReviewRefusal`: `missing`, `notInReview`, `notInPanel`, `inConflict`, `alreadyAssigned`.
    static func add(
        _ reviewer: ID<Employee>, to id: ID<Proposal>, in call: ID<ProposalCall>, by acting: ActionContext,
        _ db: Database
    ) throws {
        let visitor = try acting.visitor
        let board = try ReviewBoardActions.reviewed(id, in: call, by: visitor, db).board
        try ReviewRules.requireReview(board.call)
        let panel = try ReviewAssignmentActions.panel(of: board.call, now: acting.now, db)
        guard let person = panel.first(where: { $0.employee.id == reviewer }) else { throw ReviewRefusal.notInPanel }
        let pair = ReviewPair(proposal: id, reviewer: reviewer)
        let conflicts = try Set(ReviewConflictActions.chain(in: board.call, panel: panel, db))
            .union(ReviewConflictStore.conflicts(in: call, db).map(\.pair))
            .union(ReviewConflictStore.authors(in: call, db))
        guard !conflicts.contains(pair) else { throw ReviewRefusal.inConflict(person.employee.name) }
        guard !board.live(id).contains(where: { $0.pair == pair }) else {
            throw ReviewRefusal.alreadyAssigned(person.employee.name)
        }
        try ReviewStore.assign(pair, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.proposalReviewer, on: "proposal/\(id)", by: acting, in: db)
    }

    /// - Throws: `ReviewRefusal`: `missing`, `notInReview`, `handedIn` also for a sheet that was opened again.
    static func remove(
        _ reviewer: ID<Employee>, from id: ID<Proposal>, in call: ID<ProposalCall>, by acting: ActionContext,
        _ db: Database
    ) throws {
        let board = try ReviewBoardActions.reviewed(id, in: call, by: acting.visitor, db).board
        try ReviewRules.requireReview(board.call)
        guard let review = board.live(id).first(where: { $0.pair.reviewer == reviewer }) else {
            throw ReviewRefusal.missing
        }
        switch board.states[review.pair] {
        case .handedIn, .reopened: throw ReviewRefusal.handedIn(review.reviewerName)
        case .draft, nil: break
        }
        try ReviewStore.end(review.pair, as: .removed, now: acting.now, in: db)
        try AuditStore.append(.proposalReviewerRemoval, on: "proposal/\(id)", by: acting, in: db)
    }

    /// Lets a reviewer change a sheet that was handed in; what was handed in stays on record.
    /// - Throws: `ReviewRefusal`, `ScoreRefusal`.
    static func reopen(
        _ reviewer: ID<Employee>, of id: ID<Proposal>, in call: ID<ProposalCall>, reason: String,
        by acting: ActionContext, _ db: Database
    ) throws {
        _ = try ReviewBoardActions.reviewed(id, in: call, by: acting.visitor, db)
        guard let sheet = try ScoreSheetStore.sheet(on: ReviewBoardActions.subject(id), by: reviewer, in: db) else {
            throw ReviewRefusal.missing
        }
        try ScoreActions.reopen(sheet.id, reason: reason, owner: ProposalScoreOwner(), by: acting, in: db)
    }

    /// - Throws: `ReviewRefusal`: `notInReview`, `badDeadline`.
    static func extend(
        _ id: ID<ProposalCall>, to typed: String, by acting: ActionContext, in db: Database
    ) throws {
        let call = try ProposalCallActions.managed(id, by: acting.actor, in: db)
        try ReviewRules.requireReview(call)
        guard let end = ROCDate.parseMoment(typed), end > acting.now, end > call.plan.closes else {
            throw ReviewRefusal.badDeadline
        }
        try ProposalCallStore.setReviewsClose(end, of: id, in: db)
        try AuditStore.append(
            .proposalDeadline, on: "proposalCall/\(id)", .words(ROCDate.withTime(end)), by: acting, in: db)
    }
}
