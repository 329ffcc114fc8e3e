import GRDB

/// What the manager's pages of exams show.
enum ExamOverviewActions {
    /// One exam, with the level of the tree of units below `unit`; nil for the topmost.
    static func sheet(
        of id: ID<Exam>, below unit: ID<Unit>?, done: ExamDeed?, for acting: ActionContext, in db: Database
    ) throws -> ExamOverviewViews.Sheet {
        let (exam, own) = try ExamActions.managed(id, by: acting.actor, in: db)
        let today = ROCDate.day(of: acting.now)
        let stock = try exam.state == .draft ? ExamPoolStore.stock(of: exam, on: today, in: db) : nil
        let level = try StandingActions.level(of: exam, below: unit, scope: .everywhere, today: today, in: db)
        return ExamOverviewViews.Sheet(
            exam: exam, unitName: own.fullName,
            standing: try StandingActions.total(of: exam, level, scope: .everywhere, today: today, in: db),
            level: exam.state == .draft ? nil : level,
            makeUps: try MakeUpActions.counts(of: exam, now: acting.now, in: db),
            keyViewers: try KeyDisclosureActions.viewers(of: exam, today: today, in: db),
            pool: try stock?.drawable ?? ExamPoolStore.pool(of: id, in: db), held: stock?.held ?? [],
            amendment: try ExamAmendmentActions.amendment(of: exam, for: acting, in: db), done: done, now: acting.now)
    }

    /// What a page shows that asks for confirmation before an action on an exam.
    static func question(
        of id: ID<Exam>, for acting: ActionContext, in db: Database
    ) throws -> ExamStateViews.Sheet {
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        let today = ROCDate.day(of: acting.now)
        let stock = try exam.state == .draft ? ExamPoolStore.stock(of: exam, on: today, in: db) : nil
        let blueprint = exam.plan.blueprint
        return ExamStateViews.Sheet(
            exam: exam, standing: try StandingStore.standing(of: exam, scope: .everywhere, today: today, in: db),
            shortages: stock.map { BlueprintRules.shortages(blueprint, pool: $0.drawable, held: $0.held) } ?? [],
            held: stock.map { ExamRules.candidates(blueprint, bank: $0.held).count } ?? 0, now: acting.now)
    }

    /// The exams of a year, or only those of the programme's period that `query` names.
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
        /// The units in whose name the exam may be held; nil for an existing exam.
        let units: UnitChoice?
        let unitName: String
        /// Why `typed` names no unit; nil also for nothing typed.
        let unitProblem: UnitRefusal?
        /// Names in the audience sent that belong to nothing within the unit.
        let strangers: [ExamProblem]
        let audience: AudienceChoice
        let pool: [PoolQuestion]
        let topics: [String]
    }

    /// What the form of `exam` shows; nil for a new one.
    ///
    /// `typed`: the unit as the form holds it, nil before anything is chosen.
    /// `audience`: the one to check, of a form that has problems; nil for none.
    static func facts(
        for exam: Exam?, typed: String?, checking audience: Audience? = nil, for acting: ActionContext, in db: Database
    ) throws -> Facts {
        try Policy.requireSomewhere(.manageExams, for: acting.actor)
        let own = try exam.flatMap { try UnitStore.unit($0.unitID, in: db) }
        let scope = own.map { .units([$0.position]) } ?? Policy.scope(of: .manageExams, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        let units = own == nil ? try choice(typed, within: scope, for: acting, in: db) : nil
        return Facts(
            units: units,
            unitName: own?.fullName ?? "",
            unitProblem: own == nil ? try typed.flatMap { try problem($0, for: acting, in: db) } : nil,
            strangers: try audience.map { try strangers(in: $0, of: own ?? units?.chosen, within: scope, in: db) }
                ?? [],
            audience: try AudienceStore.choice(
                within: scope, caller: own ?? units?.chosen, naming: exam?.plan.examinees, today: today, in: db),
            pool: try ExamPoolStore.stock(on: today, for: (own ?? units?.chosen)?.position, in: db).drawable,
            topics: try TopicStore.names(in: db))
    }

    /// `unit`: nil while the form names none that the actor manages; then the uppermost within `scope`.
    private static func strangers(
        in audience: Audience, of unit: Unit?, within scope: UnitScope, in db: Database
    ) throws -> [ExamProblem] {
        guard let unit = try unit ?? UnitStore.uppermost(scope: scope, limit: 1, in: db).first else { return [] }
        return try ExamPlanActions.strangers(in: audience, unit: unit, in: db)
    }

    private static func problem(_ typed: String, for acting: ActionContext, in db: Database) throws -> UnitRefusal? {
        do {
            _ = try UnitChoiceActions.id(typed, .manageExams, for: acting.actor, in: db)
            return nil
        } catch let refusal as UnitRefusal {
            return refusal
        }
    }

    private static func choice(
        _ typed: String?, within scope: UnitScope, for acting: ActionContext, in db: Database
    ) throws -> UnitChoice {
        let highest = try UnitStore.uppermost(scope: scope, limit: 1, in: db).first?.id.description
        return try UnitChoiceActions.choice(.manageExams, typed: typed ?? highest ?? "", for: acting.actor, in: db)
    }
}
