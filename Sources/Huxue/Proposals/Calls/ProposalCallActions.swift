import GRDB

/// Calls: planned by those who manage proposals at a unit, open to its staff and that of the units below.
enum ProposalCallActions {
    // MARK: For those who manage

    static func calls(for actor: Actor, in db: Database) throws -> [ProposalCall] {
        try Policy.requireSomewhere(.manageProposals, for: actor)
        return try ProposalCallStore.calls(within: Policy.scope(of: .manageProposals, for: actor), in: db)
    }

    /// - Throws: `CommonRefusal.forbidden`; `ProposalCallRefusal.missing` also for another unit's.
    static func managed(_ id: ID<ProposalCall>, by actor: Actor, in db: Database) throws -> ProposalCall {
        try Policy.requireSomewhere(.manageProposals, for: actor)
        guard let call = try ProposalCallStore.call(id, in: db),
            manages(call, actor)
        else { throw ProposalCallRefusal.missing }
        return call
    }

    static func manages(_ call: ProposalCall, _ actor: Actor) -> Bool {
        Policy.permits(.manageProposals, for: actor, at: call.unit)
    }

    /// The whole panel on that day: those who are named, and those who have the role, each once.
    static func panel(of call: ProposalCall, on today: Day, in db: Database) throws -> [StaffMember] {
        let named = try ProposalCallStore.named(call.id, in: db)
        guard call.plan.takesRole else { return named }
        let known = Set(named.map(\.employee.id))
        let holders = try GrantStore.holders(of: .reviewer, at: call.unit, on: today, in: db)
        return try named
            + holders.filter { !known.contains($0) }.sorted().compactMap {
                try EmployeeStore.member($0, scope: .everywhere, in: db)
            }
    }

    /// What a new call begins with: the last of those that the actor manages.
    static func blank(on today: Day, for actor: Actor, in db: Database) throws -> ProposalCallForm {
        var form = ProposalCallForm(today: today, after: try calls(for: actor, in: db).first?.plan)
        let rubrics = try rubrics(for: nil, actor, in: db)
        if form.rubric.isEmpty, rubrics.count == 1, let only = rubrics.first { form.rubric = "\(only.id)" }
        return form
    }

    /// The units at which the actor may call; `typed`: what stands in the field.
    static func units(typed: String, for actor: Actor, in db: Database) throws -> UnitChoice {
        try UnitChoiceActions.choice(.manageProposals, typed: typed, for: actor, in: db)
    }

    /// The rubrics by which calls of a unit may be scored; `unit`: nil for those of every unit of the actor's.
    static func rubrics(for unit: UnitPath?, _ actor: Actor, in db: Database) throws -> [RubricChoice] {
        try RubricActions.choices(for: actor, in: db).filter { rubric in unit.map(rubric.unit.covers) ?? true }
    }

    static func form(
        _ id: ID<ProposalCall>, by actor: Actor, in db: Database
    ) throws -> (call: ProposalCall, form: ProposalCallForm) {
        let call = try managed(id, by: actor, in: db)
        try ProposalCallRules.requireChangeable(call)
        return (call, ProposalCallForm(call.plan, panel: try named(call, in: db).map(\.choice)))
    }

    private static func named(_ call: ProposalCall, in db: Database) throws -> [StaffMember] {
        try ProposalCallStore.named(call.id, in: db)
    }

    /// - Throws: `CommonRefusal.forbidden`, `UnitRefusal`, `ProposalCallRefusal.invalid`.
    static func create(
        _ form: ProposalCallForm, by acting: ActionContext, in db: Database
    ) throws -> ID<ProposalCall> {
        let unit = try UnitChoiceActions.unit(form.unit, .manageProposals, for: acting.actor, in: db)
        try Policy.require(.manageProposals, for: acting.actor, at: unit.position)
        let (plan, panel) = try read(form, for: unit.position, by: acting.actor, in: db)
        let id = try ProposalCallStore.insert(plan, unit: unit.id, in: db)
        try ProposalCallStore.setPanel(panel, of: id, in: db)
        try AuditStore.append(.proposalCallCreation, on: "proposalCall/\(id)", .words(plan.title), by: acting, in: db)
        return id
    }

    /// Saves a call over the state that the form has shown; false when nothing changed.
    /// - Throws: `CommonRefusal.forbidden`, `ProposalCallRefusal`.
    static func change(
        _ id: ID<ProposalCall>, to form: ProposalCallForm, seen: String, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        let call = try managed(id, by: acting.actor, in: db)
        try ProposalCallRules.requireChangeable(call)
        let (plan, panel) = try read(form, for: call.unit, by: acting.actor, keeping: named(call, in: db), in: db)
        guard call.mark == seen else { throw ProposalCallRefusal.changedMeanwhile }
        let isSame = try plan == call.plan && Set(panel) == Set(named(call, in: db).map(\.employee.id))
        guard !isSame else { return false }
        try ProposalCallStore.update(id, to: plan, in: db)
        try ProposalCallStore.setPanel(panel, of: id, in: db)
        try AuditStore.append(.proposalCallChange, on: "proposalCall/\(id)", .words(plan.title), by: acting, in: db)
        return true
    }

    /// `keeping`: who was named before stays, also when the actor may not choose them.
    private static func read(
        _ form: ProposalCallForm, for unit: UnitPath, by actor: Actor, keeping former: [StaffMember] = [],
        in db: Database
    ) throws -> (plan: ProposalCallPlan, panel: [ID<Employee>]) {
        var (plan, problems) = form.plan()
        let texts = form.people
        let chosen = try PersonChoiceStore.people(
            mentioned: texts, scope: Policy.scope(of: .choosePeople, for: actor), in: db)
        let numbersChosen = Set(chosen.map(\.staffNumber))
        let people = chosen + former.map(\.choice).filter { !numbersChosen.contains($0.staffNumber) }
        var numbers: Set<String> = []
        for text in texts {
            switch PersonChoiceRules.meaning(of: text, among: people) {
            case .person(let person): numbers.insert(person.staffNumber)
            case .misnamed(let person, let name):
                problems.append(ProposalCallProblem(.panel, .misnamed(person, name: name)))
            case .several(let found): problems.append(ProposalCallProblem(.panel, .severalOfName(text, found)))
            case .nobody: problems.append(ProposalCallProblem(.panel, .personNotHere(text)))
            }
        }
        if let id = plan.rubric {
            if let rubric = try rubrics(for: unit, actor, in: db).first(where: { $0.id == id }) {
                if plan.ties.contains(.criterion), plan.tieCriterion.isEmpty { plan.tieCriterion = rubric.weightiest }
                problems += ProposalCallRules.problem(ofTies: plan, criteria: rubric.criteria).map { [$0] } ?? []
            } else {
                problems.append(ProposalCallProblem(.rubric, .unknownValue(form.rubric)))
            }
        }
        guard problems.isEmpty else { throw ProposalCallRefusal.invalid(problems) }
        return (plan, try EmployeeStore.members(staffNumbers: numbers, in: db).map(\.employee.id))
    }

    // MARK: For the staff

    /// Whether the visitor may propose to the call, while it is open.
    static func invites(_ call: ProposalCall, _ visitor: Visitor) -> Bool {
        visitor.may(.proposeIdeas, at: visitor.unit) && call.unit.covers(visitor.unit)
    }

    /// A call for its staff.
    /// - Throws: `ProposalCallRefusal.missing` also for a call of other units.
    static func open(_ id: ID<ProposalCall>, to visitor: Visitor, in db: Database) throws -> ProposalCall {
        guard let call = try ProposalCallStore.call(id, in: db), invites(call, visitor) else {
            throw ProposalCallRefusal.missing
        }
        return call
    }

    /// Those that are open to the visitor or will be, the next to close first.
    static func open(to visitor: Visitor, now: Moment, in db: Database) throws -> [ProposalCall] {
        guard visitor.may(.proposeIdeas) else { return [] }
        return try ProposalCallStore.calls(for: visitor.unit, closingAfter: now, in: db)
    }
}
