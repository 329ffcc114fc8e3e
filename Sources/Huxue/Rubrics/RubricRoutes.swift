import Hummingbird

/// Rubrics: the list, one with its versions, the form, and a trial of the sheet that scorers will see.
struct RubricRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("rubrics") { _, context in try await list(context) }
        router.get("rubrics/new") { request, context in try await blank(request, context) }
        router.post("rubrics/new") { _, context in try await create(context) }
        router.get("rubrics/:rubric") { request, context in try await show(request, context) }
        router.get("rubrics/:rubric/edit") { _, context in try await edit(context) }
        router.post("rubrics/:rubric/edit") { _, context in try await change(context) }
        router.get("rubrics/:rubric/trial") { _, context in try await tryOut(context, form: nil) }
        router.post("rubrics/:rubric/trial") { _, context in try await tryOut(context, form: context.form) }
    }

    // MARK: Looking

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let actor = context.actor
        let lines = try await office.database.read { try RubricActions.lines(for: actor, in: $0) }
        return .page(RubricViews.list(lines, chrome: office.chrome(for: context.visitor)))
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (query, actor, id) = (try request.query(), context.actor, try context.id("rubric", of: Rubric.self))
        let (number, done) = (try query.number("version"), try RubricDeed(query))
        let (shown, version) = try await office.database.read {
            try RubricActions.version(number, of: id, for: actor, in: $0)
        }
        return .page(
            RubricViews.rubric(
                RubricViews.Sheet(shown: shown, version: version, done: done),
                chrome: office.chrome(for: context.visitor)))
    }

    /// The sheet as scorers see it; what is typed in it is judged and forgotten.
    private func tryOut(_ context: SignedInContext, form: Form?) async throws -> WebResponse {
        let (actor, id) = (context.actor, try context.id("rubric", of: Rubric.self))
        let rubric = try await office.database.read { try RubricActions.shown(id, for: actor, in: $0).rubric }
        let plan = rubric.version.plan
        let typed = try form.map { try ScoreForm($0, for: plan) }
        let read = typed?.entries(for: plan)
        let problems =
            read.map { read in
                read.problems + ScoreSheetRules.missing(in: read.entries, by: plan, but: read.problems)
            } ?? []
        let sheet = ScoreFormViews.Sheet(
            plan: plan, form: typed ?? ScoreForm(for: plan), sequence: 0, problems: problems)
        return .page(
            RubricTrialViews.page(sheet, of: rubric, isDone: form != nil, chrome: office.chrome(for: context.visitor)),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Writing

    private func blank(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let name = try request.query().text("from")
        var form = RubricForm()
        if RubricFile.samples.contains(name) {
            let resources = office.resources
            let sample = try await office.files.run {
                try RubricFile.rubric(reading: Array(resources.data("rubrics/\(name).yaml")))
            }
            form = RubricForm(sample.plan, code: sample.code)
        }
        return try await page(context, form: form, isTyped: false)
    }

    private func create(_ context: SignedInContext) async throws -> WebResponse {
        let form = try RubricForm(context.form)
        if let arranged = form.rearranged(try context.form.text("intent")) {
            return try await page(context, form: arranged)
        }
        let (plan, problems) = form.compacted.plan()
        let acting = context.acting(at: office.clock.now())
        guard problems.isEmpty else { return try await page(context, form: form.compacted, problems: problems) }
        do {
            let id = try await office.database.write(as: acting) { acting, db in
                let unit = try UnitChoiceActions.id(form.unit, .manageRubrics, for: acting.actor, in: db)
                return try RubricActions.create(plan, code: form.code, unit: unit, by: acting, in: db)
            }
            return .seeOther(RubricDeed.created.told(at: RubricViews.address(of: id)))
        } catch let refusal as UnitRefusal {
            return try await page(context, form: form.compacted, problems: [RubricProblem(.unit, .unit(refusal))])
        } catch RubricRefusal.invalid(let problems) {
            return try await page(context, form: form.compacted, problems: problems)
        }
    }

    private func edit(_ context: SignedInContext) async throws -> WebResponse {
        let shown = try await managed(context)
        let version = shown.rubric.version
        return show(
            RubricFormViews.Sheet(
                shown: shown, form: RubricForm(version.plan, code: shown.rubric.code), seen: version.mark, units: nil),
            context)
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let (shown, form) = (try await managed(context), try RubricForm(context.form))
        let (id, seen) = (shown.rubric.id, try context.form.text("seen"))
        if let arranged = form.rearranged(try context.form.text("intent")) {
            return show(RubricFormViews.Sheet(shown: shown, form: arranged, seen: seen, units: nil), context)
        }
        var sheet = RubricFormViews.Sheet(shown: shown, form: form.compacted, seen: seen, units: nil)
        let (plan, problems) = form.compacted.plan()
        sheet.problems = problems
        guard problems.isEmpty else { return show(sheet, context) }
        do {
            let change = try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                try RubricActions.change(id, to: plan, seen: seen, by: acting, in: db)
            }
            return .seeOther(RubricDeed(change).told(at: RubricViews.address(of: id)))
        } catch RubricRefusal.invalid(let problems) {
            sheet.problems = problems
        } catch RubricRefusal.changedMeanwhile(let time) {
            // Whoever saves again has seen this state.
            sheet = RubricFormViews.Sheet(
                shown: try await managed(context), form: form.compacted, changedMeanwhile: time, units: nil)
            sheet.seen = sheet.shown?.rubric.version.mark ?? ""
        }
        return show(sheet, context)
    }

    // MARK: The form

    /// `isTyped`: whether the unit in the form was chosen by somebody.
    private func page(
        _ context: SignedInContext, form: RubricForm, problems: [RubricProblem] = [], isTyped: Bool = true
    ) async throws -> WebResponse {
        let actor = context.actor
        let units = try await office.database.read {
            try RubricActions.units(typed: isTyped ? form.unit : nil, for: actor, in: $0)
        }
        return show(RubricFormViews.Sheet(shown: nil, form: form, problems: problems, units: units), context)
    }

    private func show(_ sheet: RubricFormViews.Sheet, _ context: SignedInContext) -> WebResponse {
        .page(
            RubricFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: sheet.changedMeanwhile != nil ? .conflict : sheet.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func managed(_ context: SignedInContext) async throws -> RubricActions.Shown {
        let (actor, id) = (context.actor, try context.id("rubric", of: Rubric.self))
        return try await office.database.read { try RubricActions.managed(id, by: actor, in: $0) }
    }
}
