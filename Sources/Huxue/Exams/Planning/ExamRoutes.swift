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
        let query = try request.query()
        let acting = acting(context)
        let year = try ProgrammeForm.year(query, today: ROCDate.day(of: acting.now))
        let sheet = try await office.database.read {
            try ExamOverviewActions.list(query, year: year, for: acting, in: $0)
        }
        return .page(ExamListViews.list(sheet, chrome: office.chrome(for: context.visitor)))
    }

    // MARK: Planning

    private func blank(_ context: SignedInContext) async throws -> WebResponse {
        try await page(context, exam: nil)
    }

    private func edit(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try await managed(context)
        try ExamRules.checkChange(of: exam)
        return try await page(context, exam: exam)
    }

    private func create(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageExams, for: context.actor)
        let form = try ExamForm(context.form)
        var generator = SystemRandomNumberGenerator()
        let seed = ExamSeed.random(using: &generator)
        let acting = acting(context)
        return try await save(context, form: form, exam: nil) { plan in
            try await office.database.write(as: acting) { acting, db in
                let unit = try UnitChoiceActions.id(form.unit, .manageExams, for: acting.actor, in: db)
                return try ExamActions.create(plan, unit: unit, seed: seed, by: acting, in: db)
            }
        }
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try await managed(context)
        try ExamRules.checkChange(of: exam)
        let acting = acting(context)
        return try await save(context, form: try ExamForm(context.form), exam: exam) { plan in
            try await office.database.write(as: acting) { acting, db in
                try ExamActions.change(exam.id, to: plan, by: acting, in: db)
            }
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
                context, exam: exam, form: form, problems: wrong, checks: wrong.isEmpty ? plan.blueprint : nil)
        }
        guard problems.isEmpty else {
            return try await page(context, exam: exam, form: form, problems: problems)
        }
        do {
            let id = try await write(plan)
            return .seeOther((exam == nil ? ExamDeed.created : .changed).told(at: "/manage/exams/\(id)"))
        } catch let refusal as UnitRefusal {
            let problems = [ExamProblem(.unit, .unit(refusal))]
            return try await page(context, exam: exam, form: form, problems: problems)
        } catch ExamRefusal.planInvalid(let problems) {
            return try await page(context, exam: exam, form: form, problems: problems)
        }
    }

    /// `form`: as it was sent; nil for the stored plan, or for a new exam.
    private func page(
        _ context: SignedInContext, exam: Exam?, form: ExamForm? = nil, problems: [ExamProblem] = [],
        checks: [BlueprintLine]? = nil
    ) async throws -> WebResponse {
        let acting = acting(context)
        // Whoever only checks the blueprint against the bank is not told about the rest of the form yet.
        let isCheck = try context.form.text("intent") == "check"
        let facts = try await office.database.read {
            try ExamOverviewActions.facts(
                for: exam, typed: form?.unit, checking: problems.isEmpty || isCheck ? nil : form?.examinees.audience,
                for: acting, in: $0)
        }
        let unitProblem = facts.unitProblem.map { [ExamProblem(.unit, .unit($0))] } ?? []
        let others = problems.filter { !unitProblem.contains($0) }
        let problems = unitProblem + others + facts.strangers.filter { !others.contains($0) }
        let fresh = ExamForm(today: ROCDate.day(of: acting.now), topics: facts.topics)
        let stored = exam.map { ExamForm($0.plan, topics: facts.topics) } ?? fresh
        let sheet = ExamFormViews.Sheet(
            exam: exam, form: form ?? stored, problems: problems,
            shortages: checks.map { BlueprintRules.shortages($0, pool: facts.pool) }, units: facts.units,
            unitName: facts.unitName, audience: facts.audience, pool: facts.pool)
        return .page(
            ExamFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Looking

    private func overview(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let query = try request.query()
        let (done, unit) = (try ExamDeed(query), ID<Unit>(try query.text("unit")))
        let acting = acting(context)
        let sheet = try await office.database.read {
            try ExamOverviewActions.sheet(of: id, below: unit, done: done, for: acting, in: $0)
        }
        return .page(ExamOverviewViews.overview(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func paper(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let query = try request.query()
        guard let typed = try query.number("seed") else {
            let acting = acting(context)
            let exam = try await office.database.read { try PaperActions.sampled(id, by: acting, in: $0) }
            return .page(ExamPaperViews.question(exam, now: acting.now, chrome: office.chrome(for: context.visitor)))
        }
        let number = min(max(typed, 1), 9999)
        // Drawn and recorded in one transaction, so that no key is shown without its line in the audit log.
        let sheet = try await office.database.write(as: acting(context)) { acting, db in
            try PaperActions.sample(of: id, number: number, by: acting, in: db)
        }
        return .page(ExamPaperViews.preview(sheet, chrome: office.chrome(for: context.visitor)))
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
