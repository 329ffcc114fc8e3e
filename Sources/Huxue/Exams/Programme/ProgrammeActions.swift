import GRDB

/// The year's programme as managers see and change it: permitted by the policy, decided by the rules, recorded.
enum ProgrammeActions {
    /// Replaces the lines of the unit's year; lines equal to the stored ones change and record nothing.
    /// - Throws: `ProgrammeRefusal`; `CommonRefusal.missing` unless the actor manages exams of the unit.
    static func replace(
        _ items: [ProgrammeItem], unit id: ID<Unit>, year: Int, by acting: ActionContext, in db: Database
    ) throws {
        guard let unit = try UnitStore.unit(id, in: db),
            Policy.permits(.manageExams, for: acting.actor, at: unit.position)
        else { throw CommonRefusal.missing }
        guard try ProgrammeStore.items(of: id, year: year, in: db) != items else { return }
        try ProgrammeRules.check(items)
        guard ProgrammeRules.yearRange.contains(year) else { throw ProgrammeRefusal.noSuchYear }
        try ProgrammeStore.replace(items, unit: id, year: year, in: db)
        try AuditStore.append(
            .programmeChange, on: "programme/\(id)/\(year)", ExamAuditTerms.detail(of: items), by: acting, in: db)
    }

    /// How the lines of units in `scope` stand in a year; drafts of units outside `scope` are left out.
    static func status(scope: UnitScope, year: Int, in db: Database) throws -> [ProgrammeStatus] {
        let items = try ProgrammeStore.items(within: scope, year: year, in: db)
        guard !items.isEmpty else { return [] }
        let exams = try ExamStore.opening(inYear: year, in: db)
            .filter { $0.exam.state != .draft || scope.includes($0.unit) }
        return items.map { item, unitName, unit in
            ProgrammeStatus(
                item: item, unitName: unitName, parts: ProgrammeRules.parts(of: item, unit: unit, exams: exams))
        }
    }

    /// The programme of a unit and what it asks for; `typed`: an id or a name, empty for the actor's highest unit.
    ///
    /// When no unit, or more than one, fits the name, it is the programme of the highest with that problem.
    ///
    /// - Throws: `CommonRefusal.missing` unless the actor manages exams of the unit.
    static func sheet(
        of typed: String, year: Int, for acting: ActionContext, in db: Database
    ) throws -> ProgrammeViews.Sheet {
        try Policy.requireSomewhere(.manageExams, for: acting.actor)
        let scope = Policy.scope(of: .manageExams, for: acting.actor)
        let highest = try UnitStore.uppermost(scope: scope, limit: 1, in: db).first
        let asked = typed.isEmpty ? highest?.id.description ?? "" : typed
        var (unit, problem): (Unit?, UnitRefusal?) = (highest, nil)
        do {
            unit = try UnitChoiceActions.unit(asked, .manageExams, for: acting.actor, in: db)
        } catch let refusal as UnitRefusal {
            problem = refusal
        }
        guard let unit, Policy.permits(.manageExams, for: acting.actor, at: unit.position) else {
            throw CommonRefusal.missing
        }
        return ProgrammeViews.Sheet(
            unit: unit,
            units: try UnitChoiceActions.choice(
                .manageExams, typed: problem == nil ? "\(unit.id)" : typed, for: acting.actor, in: db),
            unitProblem: problem, year: year,
            statuses: try status(scope: .units([unit.position]), year: year, in: db)
                .filter { $0.item.unitID == unit.id },
            lines: ProgrammeForm.lines(of: try ProgrammeStore.items(of: unit.id, year: year, in: db)),
            today: ROCDate.day(of: acting.now))
    }

    /// Notes for an exam manager: tests still to plan, results to release, running tests; empty for anybody else.
    ///
    /// `standings`: counts how far the examinees of exams are.
    static func notes(
        for visitor: Visitor, today: Day, now: Moment, in db: Database,
        standings: ([Exam]) throws -> [ID<Exam>: ExamStanding]
    ) throws -> [ManagerNote] {
        guard visitor.may(.manageExams) else { return [] }
        let scope = Policy.scope(of: .manageExams, for: visitor.actor)
        let programme = try status(scope: scope, year: today.year, in: db)
        let overdue = programme.flatMap(\.parts).filter { $0.last < today }.map(\.missing).reduce(0, +)
        let needs =
            programme.compactMap { status in
                status.part(of: today).flatMap { $0.missing > 0 ? ProgrammeViews.need(status, part: $0) : nil }
            } + (overdue > 0 ? [ProgrammeViews.overdue(overdue)] : [])
        let published = try ExamStore.all(within: scope, state: .published, in: db)
        let running = published.filter { $0.plan.opens <= now }.prefix(5)
        let standings = try standings(Array(running))
        return try ExamAmendmentActions.notes(published, for: visitor, now: now, in: db) + needs
            + ExamStore.awaitingRelease(within: scope, in: db).map(ProgrammeViews.awaitingRelease)
            + running.map { ProgrammeViews.running($0, standing: standings[$0.id] ?? .nobody) }
    }
}
