import GRDB

/// Conflicts of interest: declared by people about themselves or by the secretary, and those that follow from the units.
enum ReviewConflictActions {
    /// Who must not review what because one supervises the other; nobody where the call does not want that.
    static func chain(
        in call: ProposalCall, panel: [StaffMember], _ db: Database
    ) throws -> Set<ReviewPair> {
        guard call.plan.excludesChain else { return [] }
        let units = Dictionary(
            uniqueKeysWithValues: try ReviewConflictStore.authorMembers(in: call.id, db).map {
                ($0.employee.id, $0.unit)
            })
        let authors = try ReviewConflictStore.authors(in: call.id, db).compactMap { pair in
            units[pair.reviewer].map {
                (proposal: pair.proposal, author: ReviewConflictRules.Post(employee: pair.reviewer, unit: $0))
            }
        }
        let supervisors = try GrantStore.grants(scope: .everywhere, in: db).filter { $0.role == .supervisor }
        return ReviewConflictRules.chain(
            authors: authors,
            supervisors: supervisors.map { ReviewConflictRules.Post(employee: $0.employee, unit: $0.unit) },
            panel: panel.map { ReviewConflictRules.Post(employee: $0.employee.id, unit: $0.unit) })
    }

    /// Keeps those that follow from the units, so that they hold on every page; a review that goes on stays.
    static func keep(_ chain: Set<ReviewPair>, in call: ProposalCall, now: Moment, _ db: Database) throws {
        let live = Set(try ReviewStore.reviews(of: call.id, in: db).filter(\.isLive).map(\.pair))
        for pair in chain.subtracting(live).sorted() {
            let source = ReviewConflict.Source.supervision
            try ReviewConflictStore.insert(pair, source, reason: source.rawValue, by: nil, now: now, in: db)
        }
    }

    // MARK: About oneself

    /// The proposals of a call about which somebody of its panel may say that they are in conflict.
    /// - Throws: `ReviewRefusal.missing` for whoever is not of the panel.
    static func declarable(
        in id: ID<ProposalCall>, for visitor: Visitor, now: Moment, _ db: Database
    ) throws -> ReviewConflictViews.Contents {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        guard let call = try ProposalCallStore.call(id, in: db), call.state(at: now) >= .closed, call.decidedAt == nil,
            try isInPanel(visitor.employee, of: call, now: now, db)
        else { throw ReviewRefusal.missing }
        let lines = try ProposalStore.open(in: id, to: visitor.employee, db)
        return ReviewConflictViews.Contents(call: call, lines: lines)
    }

    private static func isInPanel(
        _ employee: ID<Employee>, of call: ProposalCall, now: Moment, _ db: Database
    ) throws -> Bool {
        try ProposalCallActions.panel(of: call, on: ROCDate.day(of: now), in: db)
            .contains { $0.employee.id == employee }
    }

    /// Says so about some of them, before or after the assignment.
    /// - Throws: `ReviewRefusal`: `missing`, `nothingChosen`, `noReason`, `reasonTooLong`.
    static func declare(
        _ ids: [ID<Proposal>], in call: ID<ProposalCall>, reason: String, by acting: ActionContext, _ db: Database
    ) throws {
        let visitor = try acting.visitor
        let open = Set(try declarable(in: call, for: visitor, now: acting.now, db).lines.map(\.id))
        guard !ids.isEmpty else { throw ReviewRefusal.nothingChosen }
        guard ids.allSatisfy(open.contains) else { throw ReviewRefusal.missing }
        let reason = try ReviewConflictRules.checked(reason: reason)
        for id in ids {
            try put(
                ReviewPair(proposal: id, reviewer: visitor.employee), .declared, reason: reason, by: acting, db)
        }
    }

    /// The same about a proposal that one is assigned.
    /// - Throws: `ReviewRefusal`: `missing`, `noReason`, `reasonTooLong`.
    static func declare(_ id: ID<Proposal>, reason: String, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        _ = try ReviewActions.assigned(id, to: visitor, in: db)
        try put(
            ReviewPair(proposal: id, reviewer: visitor.employee), .declared,
            reason: ReviewConflictRules.checked(reason: reason), by: acting, db)
    }

    // MARK: By the secretary

    /// `person`: as typed; see `PersonChoiceRules`.
    ///
    /// - Throws: `ReviewRefusal`: `missing`, `unknownPerson`, `noReason`, `reasonTooLong`.
    static func register(
        _ person: String, with id: ID<Proposal>, in call: ID<ProposalCall>, reason: String, by acting: ActionContext,
        _ db: Database
    ) throws {
        _ = try ReviewBoardActions.reviewed(id, in: call, by: acting.visitor, db)
        let people = try PersonChoiceStore.people(
            mentioned: [person], scope: Policy.scope(of: .choosePeople, for: acting.actor), in: db)
        let found = PersonChoiceRules.candidates(for: person, among: people)
        guard found.count == 1, PersonChoiceRules.misnamed(in: person, among: people) == nil,
            let member = try EmployeeStore.member(staffNumber: found[0].staffNumber, in: db)
        else { throw ReviewRefusal.unknownPerson(person) }
        try put(
            ReviewPair(proposal: id, reviewer: member.employee.id), .secretary,
            reason: ReviewConflictRules.checked(reason: reason), by: acting, db)
    }

    /// Whoever is in conflict reviews it no more, and what they scored does not count.
    private static func put(
        _ pair: ReviewPair, _ source: ReviewConflict.Source, reason: String, by acting: ActionContext, _ db: Database
    ) throws {
        try ReviewConflictStore.insert(
            pair, source, reason: reason, by: try acting.visitor.employee, now: acting.now, in: db)
        try ReviewStore.end(pair, as: .conflict, now: acting.now, in: db)
        try AuditStore.append(.proposalConflict, on: "proposal/\(pair.proposal)", by: acting, in: db)
    }
}
