import GRDB

/// What the manager's pages of exams show.
enum ExamOverviewActions {
    /// One exam, with the level of the tree of units that is open; nil for the highest.
    static func sheet(
        of id: ID<Exam>, below unit: ID<Unit>?, done: ExamDeed?, for acting: ActionContext, in db: Database
    ) throws -> ExamOverviewViews.Sheet {
        let (exam, own) = try ExamActions.managed(id, by: acting.actor, in: db)
        let today = ROCDate.day(of: acting.now)
        let stock = try exam.state == .draft ? ExamPoolStore.stock(on: today, in: db) : nil
        let level = try StandingActions.level(of: exam, below: unit, scope: .everywhere, today: today, in: db)
        return ExamOverviewViews.Sheet(
            exam: exam, unitName: own.fullName,
            standing: try StandingActions.total(of: exam, level, scope: .everywhere, today: today, in: db),
            level: exam.state == .draft ? nil : level,
            keyViewers: try KeyDisclosureActions.viewers(of: exam, today: today, in: db),
            pool: try stock?.drawable ?? ExamPoolStore.pool(of: id, in: db), held: stock?.held ?? [],
            amendment: try ExamAmendmentActions.amendment(of: exam, for: acting, in: db), done: done, now: acting.now)
    }

    /// What a page shows that asks before something is done to an exam.
    static func question(
        of id: ID<Exam>, for acting: ActionContext, in db: Database
    ) throws -> ExamConfirmViews.Sheet {
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        let today = ROCDate.day(of: acting.now)
        let stock = try exam.state == .draft ? ExamPoolStore.stock(on: today, in: db) : nil
        let blueprint = exam.plan.blueprint
        return ExamConfirmViews.Sheet(
            exam: exam, standing: try StandingStore.standing(of: exam, scope: .everywhere, today: today, in: db),
            shortages: stock.map { BlueprintRules.shortages(blueprint, pool: $0.drawable, held: $0.held) } ?? [],
            held: stock.map { ExamRules.candidates(blueprint, bank: $0.held).count } ?? 0, now: acting.now)
    }

    /// The exams of a year, or those of the programme that the address names.
    static func list(_ query: Form, year: Int, for acting: ActionContext, in db: Database) throws -> ExamListViews.Sheet
    {
        try Policy.requireSomewhere(.manageExams, for: acting.actor)
        let scope = Policy.scope(of: .manageExams, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        let statuses = try ProgrammeActions.status(scope: scope, year: today.year, in: db)
        let choice = try ProgrammeForm.choice(
            query, of: year == today.year ? statuses : try ProgrammeActions.status(scope: scope, year: year, in: db))
        let opening = try ExamStore.opening(inYear: year, in: db)
        let managed = Set(opening.filter { scope.includes($0.unit) }.map(\.exam.id))
        let shown =
            choice.map { $0.part.exams(in: $0.state) } ?? opening.map(\.exam).filter { managed.contains($0.id) }
        let standings = try StandingStore.standings(of: shown, scope: .everywhere, today: today, in: db)
        return ExamListViews.Sheet(
            lines: shown.map { exam in
                ExamListViews.Line(
                    exam: exam, standing: standings[exam.id] ?? .nobody, isManaged: managed.contains(exam.id))
            }, years: try ExamStore.years(within: scope, in: db).union([today.year, year]).sorted(by: >), year: year,
            statuses: statuses, choice: choice, isDeleted: try ExamDeed(query) == .deleted, today: today,
            now: acting.now)
    }

    /// What the form of an exam shows beside its fields.
    struct Facts: Sendable {
        let units: [UnitTree.Branch]
        let positions: [String]
        let pool: [PoolQuestion]
        let topics: [String]
    }

    /// `exam`: nil for a new one.
    static func facts(for exam: Exam?, for acting: ActionContext, in db: Database) throws -> Facts {
        try Policy.requireSomewhere(.manageExams, for: acting.actor)
        let own = try exam.flatMap { try UnitStore.unit($0.unitID, in: db) }.map { UnitScope.units([$0.position]) }
        let scope = own ?? Policy.scope(of: .manageExams, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        return Facts(
            units: UnitTree.ordered(try UnitStore.all(scope: scope, in: db)),
            positions: try AudienceStore.positions(within: scope, today: today, in: db),
            pool: try ExamPoolStore.bank(on: today, in: db), topics: try TopicStore.names(in: db))
    }
}
