import Hummingbird

/// The manager's side of exams: list, plan, overview, preview.
struct ExamRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/exams") { request, context in try await list(request, context) }
        router.get("manage/exams/new") { _, context in try await blank(context) }
        router.post("manage/exams") { _, context in try await create(context) }
        router.get("manage/exams/:exam") { request, context in try await overview(request, context) }
        router.post("manage/exams/:exam") { _, context in try await change(context) }
        router.get("manage/exams/:exam/edit") { _, context in try await edit(context) }
        router.get("manage/exams/:exam/paper") { request, context in try await paper(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageExams, for: context.actor)
        let scope = Policy.scope(of: .manageExams, for: context.actor)
        let query = try request.query()
        let now = office.clock.now()
        let today = ROCDate.day(of: now)
        let year = try ProgrammeForm.year(query, today: today)
        let sheet = try await office.database.read { db in
            let exams = try ExamStore.all(within: scope, in: db)
            let units = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0.fullName) })
            let years = Set(exams.map { ROCDate.day(of: $0.plan.opens).year } + [today.year, year])
            let managed = Set(exams.map(\.id))
            let choice = try ProgrammeForm.choice(
                query, of: try ProgrammeStore.status(scope: scope, year: year, in: db))
            let shown =
                choice.map { $0.part.exams(in: $0.state) }
                ?? exams.filter { ROCDate.day(of: $0.plan.opens).year == year }
            return ExamListViews.Sheet(
                lines: try shown.map { exam in
                    ExamListViews.Line(
                        exam: exam, unitName: units[exam.unitID] ?? "",
                        roster: try ExamRosterStore.roster(of: exam, today: today, in: db).count,
                        submitted: try ResultStore.submittedCount(of: exam.id, in: db),
                        isManaged: managed.contains(exam.id))
                }, years: years.sorted(by: >), year: year,
                statuses: try ProgrammeStore.status(scope: scope, year: today.year, in: db), choice: choice,
                isDeleted: try ExamDeed(query) == .deleted, today: today, now: now)
        }
        return .page(ExamListViews.list(sheet, chrome: office.chrome(for: context.visitor)))
    }

    // MARK: Planning

    private func blank(_ context: SignedInContext) async throws -> WebResponse {
        let today = ROCDate.day(of: office.clock.now())
        return try await page(context, exam: nil) { facts in
            var form = ExamForm(today: today, topics: facts.topics)
            form.unit = facts.units.first.map { "\($0.unit.id)" } ?? ""
            return form
        }
    }

    private func edit(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try await managed(context)
        try ExamRules.checkChange(of: exam)
        return try await page(context, exam: exam) { ExamForm(exam.plan, topics: $0.topics) }
    }

    private func create(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageExams, for: context.actor)
        let form = try ExamForm(context.form)
        guard let unit = ID<Unit>(form.unit) else {
            return try await page(context, exam: nil, problems: [ExamProblem(.unit, .unknownValue(form.unit))]) { _ in
                form
            }
        }
        var generator = SystemRandomNumberGenerator()
        let seed = ExamSeed.random(using: &generator)
        let acting = acting(context)
        return try await save(context, form: form, exam: nil) { plan in
            try await office.database.write {
                try ExamActions.create(plan, unit: unit, seed: seed, by: acting, in: $0)
            }
        }
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try await managed(context)
        try ExamRules.checkChange(of: exam)
        let acting = acting(context)
        return try await save(context, form: try ExamForm(context.form), exam: exam) { plan in
            try await office.database.write { try ExamActions.change(exam.id, to: plan, by: acting, in: $0) }
            return exam.id
        }
    }

    /// Saves the form, or shows it again: with its problems, or checked against the bank when that was asked and the
    /// blueprint can be read.
    private func save(
        _ context: SignedInContext, form: ExamForm, exam: Exam?,
        _ write: @Sendable (ExamPlan) async throws -> ID<Exam>
    ) async throws -> WebResponse {
        let (plan, problems) = form.plan()
        if try context.form.text("intent") == "check" {
            let wrong = problems.filter { $0.field == .blueprint || $0.field == .codes }
            return try await page(
                context, exam: exam, problems: wrong, checks: wrong.isEmpty ? plan.blueprint : nil
            ) { _ in form }
        }
        guard problems.isEmpty else { return try await page(context, exam: exam, problems: problems) { _ in form } }
        do {
            let id = try await write(plan)
            return .seeOther((exam == nil ? ExamDeed.created : .changed).told(at: "/manage/exams/\(id)"))
        } catch ExamRefusal.planInvalid(let problems) {
            return try await page(context, exam: exam, problems: problems) { _ in form }
        }
    }

    /// What the form shows beside its fields.
    private struct Facts: Sendable {
        let units: [UnitTree.Branch]
        let positions: [String]
        let pool: [PoolQuestion]
        let topics: [String]
    }

    private func page(
        _ context: SignedInContext, exam: Exam?, problems: [ExamProblem] = [], checks: [BlueprintLine]? = nil,
        _ form: (Facts) -> ExamForm
    ) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageExams, for: context.actor)
        let scope = Policy.scope(of: .manageExams, for: context.actor)
        let today = ROCDate.day(of: office.clock.now())
        let facts = try await office.database.read { db in
            let own = try exam.flatMap { try UnitStore.unit($0.unitID, in: db) }.map { UnitScope.units([$0.position]) }
            let staff = try EmployeeStore.members(StaffFilter(), scope: own ?? scope, today: today, in: db)
            return Facts(
                units: UnitTree.ordered(try UnitStore.all(scope: own ?? scope, in: db)),
                positions: Set(staff.map(\.employee.position)).sorted(),
                pool: try ExamPoolStore.bank(on: today, in: db),
                topics: try TopicStore.names(in: db))
        }
        let sheet = ExamFormViews.Sheet(
            exam: exam, form: form(facts), problems: problems,
            shortages: checks.map { BlueprintRules.shortages($0, pool: facts.pool) }, units: facts.units,
            positions: facts.positions, pool: facts.pool)
        return .page(
            ExamFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Looking

    private func overview(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let done = try ExamDeed(try request.query())
        let (actor, visitor) = (context.actor, context.visitor)
        let now = office.clock.now()
        let sheet = try await office.database.read { db in
            let (exam, unit) = try ExamActions.managed(id, by: actor, in: db)
            let results = try ResultStore.results(
                of: exam, scope: .everywhere, today: ROCDate.day(of: now), in: db)
            let stock = try exam.state == .draft ? ExamPoolStore.stock(on: ROCDate.day(of: now), in: db) : nil
            return ExamOverviewViews.Sheet(
                exam: exam, unitName: unit.fullName, results: results,
                keyViewers: try KeyDisclosureActions.viewers(of: exam, roster: results.map(\.entry), in: db),
                pool: try stock?.drawable ?? ExamPoolStore.pool(of: id, in: db), held: stock?.held ?? [],
                amendment: try ExamAmendmentActions.amendment(of: exam, for: visitor, now: now, in: db), done: done,
                now: now)
        }
        return .page(ExamOverviewViews.overview(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func paper(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let visitor = context.visitor
        let query = try request.query()
        let number = min(max(try query.number("seed") ?? 1, 1), 9999)
        let now = office.clock.now()
        let origin = context.origin
        // Drawn and recorded in one write: no key without its line in the log.
        let sheet = try await office.database.write {
            try PaperActions.sample(of: id, number: number, for: visitor, origin: origin, now: now, in: $0)
        }
        return .page(ExamPaperViews.preview(sheet, chrome: office.chrome(for: visitor)))
    }

    private func managed(_ context: SignedInContext) async throws -> Exam {
        let id = try context.id("exam", of: Exam.self)
        let actor = context.actor
        return try await office.database.read { try ExamActions.managed(id, by: actor, in: $0).exam }
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }
}
