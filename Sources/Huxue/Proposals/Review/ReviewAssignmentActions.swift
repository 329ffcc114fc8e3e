import GRDB

/// Begins the review of a call, and gives its proposals reviewers: evenly, or one by one.
///
/// A secretary in conflict does so for the other proposals; those are for another secretary.
enum ReviewAssignmentActions {
    /// What keeps the review from beginning; empty when nothing does, and after it began.
    static func obstacles(
        to call: ProposalCall, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> [ReviewObstacle] {
        guard call.reviewAt == nil else { return [] }
        let rubric = try call.plan.rubric.flatMap { try RubricStore.rubric($0, in: db) }?.version.plan
        return ReviewRules.obstacles(
            to: call, panel: try panel(of: call, now: now, db).count,
            accepted: try ProposalStore.accepted(in: call.id, for: ProposalActions.reader(visitor), db).count,
            unchecked: try ProposalStore.unchecked(in: call.id, db), criteria: rubric?.criteria.map(\.name) ?? [],
            at: now
        )
    }

    /// Those of the panel who can sign in.
    static func panel(of call: ProposalCall, now: Moment, _ db: Database) throws -> [StaffMember] {
        let today = ROCDate.day(of: now)
        return try ProposalCallActions.panel(of: call, on: today, in: db)
            .filter { $0.login != nil && $0.employee.isInService(on: today) }
    }

    /// Begins the review without reviewers; they are then assigned by hand.
    /// - Throws: `ReviewRefusal.notReady`; `ProposalCallRefusal.fixed` when it has begun.
    static func begin(_ id: ID<ProposalCall>, by acting: ActionContext, in db: Database) throws {
        let call = try ProposalCallActions.managed(id, by: acting.actor, in: db)
        try ProposalCallRules.requireChangeable(call)
        let obstacles = try obstacles(to: call, for: acting.visitor, now: acting.now, in: db)
        guard obstacles.isEmpty, let rubric = call.plan.rubric else { throw ReviewRefusal.notReady(obstacles) }
        let panel = try panel(of: call, now: acting.now, db)
        let chain = try ReviewConflictActions.chain(in: call, panel: panel, db)
        let version = try RubricActions.fixed(rubric, in: db)
        try ProposalCallStore.begin(id, by: version.id, now: acting.now, in: db)
        try ReviewConflictActions.keep(chain, in: call, now: acting.now, db)
        try AuditStore.append(.proposalReviewStart, on: "proposalCall/\(id)", by: acting, in: db)
    }

    // MARK: Evenly

    /// What an automatic assignment would add to the reviewers that there are.
    /// - Throws: `ReviewRefusal`: `notReady`, `notInReview`, `chained`, `shortages`, `nothingToAssign`.
    static func preview(
        _ id: ID<ProposalCall>, seed: Int, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ReviewAssignment {
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        if call.reviewAt != nil { try ReviewRules.requireReview(call) }
        let obstacles = try obstacles(to: call, for: visitor, now: now, in: db)
        guard obstacles.isEmpty else { throw ReviewRefusal.notReady(obstacles) }
        let board = try ReviewBoardActions.board(of: call, for: visitor, in: db)
        let panel = try panel(of: call, now: now, db)
        let chain = try ReviewConflictActions.chain(in: call, panel: panel, db)
        let lines = try (board?.lines ?? ProposalStore.accepted(in: id, for: ProposalActions.reader(visitor), db))
            .filter { !chain.contains(ReviewPair(proposal: $0.id, reviewer: visitor.employee)) }
        let known = Set(lines.map(\.id))
        let needs = board?.needs ?? [:]
        let reviews = (board?.reviews ?? []).filter { known.contains($0.pair.proposal) }
        let live = Set(reviews.filter(\.isLive).map(\.pair))
        var people = Dictionary(uniqueKeysWithValues: panel.map { ($0.employee.id, $0.employee.name) })
        for review in reviews { people[review.pair.reviewer] = review.reviewerName }
        let titles = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, ReviewTerms.name(of: $0)) })

        let chained = live.intersection(chain).sorted()
        guard chained.isEmpty else { throw ReviewRefusal.chained(names(chained, titles, people)) }
        let kept = try ReviewConflictStore.conflicts(in: id, db).map(\.pair)
        let authors = try ReviewConflictStore.authors(in: id, db)
        let abstained = reviews.filter { $0.ending == .abstained }.map(\.pair)
        let task = AssignmentTask(
            needs: Dictionary(
                uniqueKeysWithValues: lines.map { ($0.id, needs[$0.id] ?? call.plan.reviewersEach) }),
            panel: Set(panel.map(\.employee.id)),
            conflicts: chain.union(kept).union(authors).union(abstained).filter { known.contains($0.proposal) },
            locked: live, seed: "\(id)/\(seed)")
        let assignment: Assignment
        do throws(AssignmentFailure) {
            assignment = try AssignmentRules.assignment(for: task)
        } catch {
            switch error {
            case .lockedConflicts(let pairs): throw ReviewRefusal.chained(names(pairs, titles, people))
            case .shortages(let shortages):
                throw ReviewRefusal.shortages(
                    shortages.map { ReviewTerms.words(of: $0, proposals: titles, people: people) })
            }
        }
        guard !assignment.added.isEmpty else { throw ReviewRefusal.nothingToAssign }
        return ReviewAssignment(call: call, lines: lines, people: people, seed: seed, assignment: assignment)
    }

    private static func names(
        _ pairs: [ReviewPair], _ titles: [ID<Proposal>: String], _ people: [ID<Employee>: String]
    ) -> [String] {
        pairs.map { (titles[$0.proposal] ?? "") + (people[$0.reviewer] ?? "") }
    }

    /// Keeps what the preview of this seed has shown; begins the review first where it has not begun.
    ///
    /// `seen`: its mark; nil to take whatever it is now.
    ///
    /// - Throws: as `preview`; `ReviewRefusal.changedMeanwhile`.
    static func assign(
        _ id: ID<ProposalCall>, seed: Int, seen: String?, by acting: ActionContext, in db: Database
    ) throws -> ReviewAssignment {
        let visitor = try acting.visitor
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        if call.reviewAt == nil { try begin(id, by: acting, in: db) }
        let made = try preview(id, seed: seed, for: visitor, now: acting.now, in: db)
        guard seen == nil || seen == made.mark else { throw ReviewRefusal.changedMeanwhile }
        let panel = try panel(of: call, now: acting.now, db)
        try ReviewConflictActions.keep(
            ReviewConflictActions.chain(in: call, panel: panel, db), in: call, now: acting.now, db)
        for pair in made.assignment.added {
            try ReviewStore.assign(pair, by: visitor.employee, now: acting.now, in: db)
        }
        try ProposalCallStore.setSeed(seed, of: id, in: db)
        try AuditStore.append(
            .proposalAssignment, on: "proposalCall/\(id)", ["seed": .number(seed)], by: acting, in: db)
        return made
    }
}
