import GRDB

/// Making, changing and looking at rubrics: permitted by the policy, decided by the rules, recorded.
enum RubricActions {
    /// A rubric as somebody may see it.
    struct Shown: Sendable {
        let rubric: Rubric
        let unit: Unit
        /// Whether they may change it too.
        let isManaged: Bool
    }

    // MARK: Looking

    /// The rubric, for managers of its unit or of one below it; anybody else is told that there is none.
    static func shown(_ id: ID<Rubric>, for actor: Actor, in db: Database) throws -> Shown {
        guard let rubric = try RubricStore.rubric(id, in: db), let unit = try UnitStore.unit(rubric.unitID, in: db),
            shows(unit.position, to: actor)
        else { throw RubricRefusal.missing }
        return Shown(
            rubric: rubric, unit: unit, isManaged: Policy.permits(.manageRubrics, for: actor, at: unit.position))
    }

    /// The rubric if the actor may change it.
    ///
    /// - Throws: `RubricRefusal.missing` when they may not even see it, otherwise `CommonRefusal.forbidden`.
    static func managed(_ id: ID<Rubric>, by actor: Actor, in db: Database) throws -> Shown {
        let shown = try shown(id, for: actor, in: db)
        try Policy.require(.manageRubrics, for: actor, at: shown.unit.position)
        return shown
    }

    static func shows(_ rubric: Rubric, to actor: Actor, in db: Database) throws -> Bool {
        try UnitStore.unit(rubric.unitID, in: db).map { shows($0.position, to: actor) } ?? false
    }

    /// Whoever manages rubrics of a unit may score by those of the units above as well.
    private static func shows(_ unit: UnitPath, to actor: Actor) -> Bool {
        switch Policy.scope(of: .manageRubrics, for: actor) {
        case .everywhere: true
        case .units(let own): own.contains { $0.covers(unit) || unit.covers($0) }
        }
    }

    static func lines(for actor: Actor, in db: Database) throws -> [RubricLine] {
        try Policy.requireSomewhere(.manageRubrics, for: actor)
        return try RubricStore.lines(around: Policy.scope(of: .manageRubrics, for: actor), in: db)
    }

    /// The rubrics by which a form may have works scored, by title.
    static func choices(for actor: Actor, in db: Database) throws -> [RubricChoice] {
        try lines(for: actor, in: db).compactMap { line in
            try RubricStore.rubric(line.id, in: db).map { rubric in
                let criteria = rubric.version.plan.criteria
                let most = criteria.map(\.weight).max()
                return RubricChoice(
                    id: line.id, title: line.title, unit: line.unit, criteria: criteria.map(\.name),
                    weightiest: criteria.first { $0.weight == most }?.name ?? "")
            }
        }
    }

    /// The newest version of a rubric by which works are going to be scored; from now on it never changes.
    ///
    /// The owner of the works decides whether the actor may; a later change of the rubric makes another version.
    static func fixed(_ id: ID<Rubric>, in db: Database) throws -> RubricVersion {
        guard let version = try RubricStore.rubric(id, in: db)?.version else { throw RubricRefusal.missing }
        if !version.isFrozen { try RubricStore.fix(version.id, in: db) }
        return version
    }

    /// A version of the rubric; `number`: nil for the newest.
    static func version(
        _ number: Int?, of id: ID<Rubric>, for actor: Actor, in db: Database
    ) throws -> (shown: Shown, version: RubricVersion) {
        let shown = try shown(id, for: actor, in: db)
        guard let number else { return (shown, shown.rubric.version) }
        guard let version = try RubricStore.version(number, of: id, in: db) else { throw RubricRefusal.missing }
        return (shown, version)
    }

    /// The units for which the form of a new rubric may choose.
    ///
    /// `typed`: what the field holds; nil for the actor's highest unit.
    static func units(typed: String?, for actor: Actor, in db: Database) throws -> UnitChoice {
        try Policy.requireSomewhere(.manageRubrics, for: actor)
        let scope = Policy.scope(of: .manageRubrics, for: actor)
        let highest = try UnitStore.uppermost(scope: scope, limit: 1, in: db).first
        return try UnitChoiceActions.choice(
            .manageRubrics, typed: typed ?? highest?.id.description ?? "", for: actor, in: db)
    }

    // MARK: Changing

    /// Makes a rubric; one with the same code and plan in the same unit is that one, so that a form sent twice makes one.
    ///
    /// - Throws: `RubricRefusal.invalid`; `CommonRefusal` when there is no such unit or the actor may not.
    static func create(
        _ plan: RubricPlan, code: String, unit id: ID<Unit>, by acting: ActionContext, in db: Database
    ) throws -> ID<Rubric> {
        guard let unit = try UnitStore.unit(id, in: db) else { throw CommonRefusal.missing }
        try Policy.require(.manageRubrics, for: acting.actor, at: unit.position)
        try check(plan, code: code)
        if let present = try RubricStore.id(of: code, unit: id, in: db) {
            guard let rubric = try RubricStore.rubric(present, in: db), rubric.version.plan == plan else {
                throw RubricRefusal.invalid([RubricProblem(.code, .usedCode(code))])
            }
            return present
        }
        let made = try RubricStore.insert(code, unit: id, in: db)
        try RubricStore.add(plan, number: 1, of: made, now: acting.now, in: db)
        try record(.rubricCreation, made, plan, version: 1, by: acting, in: db)
        return made
    }

    /// Changes the newest version, or adds one when somebody scores by it already; the same plan changes nothing.
    ///
    /// `seen`: the mark of the version that the window has shown; nil to skip this check.
    ///
    /// - Throws: `RubricRefusal.invalid`, or `.changedMeanwhile` when another plan was saved since `seen`.
    @discardableResult
    static func change(
        _ id: ID<Rubric>, to plan: RubricPlan, seen: String?, by acting: ActionContext, in db: Database
    ) throws -> RubricChange {
        let version = try managed(id, by: acting.actor, in: db).rubric.version
        guard version.plan != plan else { return .unchanged }
        try check(plan, code: nil)
        if let seen, seen != version.mark { throw RubricRefusal.changedMeanwhile(version.savedAt) }
        let number = version.isFrozen ? version.number + 1 : version.number
        if version.isFrozen {
            try RubricStore.add(plan, number: number, of: id, now: acting.now, in: db)
        } else {
            try RubricStore.replace(plan, of: version.id, now: acting.now, in: db)
        }
        try record(.rubricChange, id, plan, version: number, by: acting, in: db)
        return version.isFrozen ? .newVersion(number) : .changed
    }

    /// Brings in a rubric from a file: makes it, or changes the one with its code.
    static func bring(
        _ plan: RubricPlan, code: String, unit: ID<Unit>, by acting: ActionContext, in db: Database
    ) throws -> (id: ID<Rubric>, change: RubricChange) {
        guard let present = try RubricStore.id(of: code, unit: unit, in: db) else {
            return (try create(plan, code: code, unit: unit, by: acting, in: db), .created)
        }
        return (present, try change(present, to: plan, seen: nil, by: acting, in: db))
    }

    /// The unit of this full name, or the actor's highest for nil.
    ///
    /// - Throws: `RubricRefusal.unknownUnit`.
    static func unit(_ name: String?, for actor: Actor, in db: Database) throws -> ID<Unit> {
        try Policy.requireSomewhere(.manageRubrics, for: actor)
        let scope = Policy.scope(of: .manageRubrics, for: actor)
        let unit =
            try name.map { try UnitStore.unit(named: $0, in: db) }
            ?? UnitStore.uppermost(scope: scope, limit: 1, in: db).first
        guard let unit else { throw RubricRefusal.unknownUnit(name ?? "") }
        return unit.id
    }

    private static func check(_ plan: RubricPlan, code: String?) throws {
        var problems = RubricRules.problems(in: plan)
        if let code, !RubricFile.isCode(code) { problems.insert(RubricProblem(.code, .badCode), at: 0) }
        guard problems.isEmpty else { throw RubricRefusal.invalid(problems) }
    }

    private static func record(
        _ action: AuditAction, _ id: ID<Rubric>, _ plan: RubricPlan, version: Int, by acting: ActionContext,
        in db: Database
    ) throws {
        try AuditStore.append(
            action, on: "rubric/\(id)", ["title": .text(plan.title), "version": .number(version)], by: acting, in: db)
    }
}
