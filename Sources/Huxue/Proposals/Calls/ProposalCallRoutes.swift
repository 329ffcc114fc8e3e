import Hummingbird

/// Calls for those who manage them: the list, one, the form.
struct ProposalCallRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/calls") { _, context in try await list(context) }
        router.get("manage/calls/new") { _, context in try await blank(context) }
        router.post("manage/calls/new") { _, context in try await create(context) }
        router.get("manage/calls/:call") { request, context in try await show(request, context) }
        router.get("manage/calls/:call/edit") { _, context in try await edit(context) }
        router.post("manage/calls/:call/edit") { _, context in try await change(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let actor = context.actor
        let calls = try await office.database.read { try ProposalCallActions.calls(for: actor, in: $0) }
        return .page(
            ProposalCallViews.list(calls, now: office.clock.now(), chrome: office.chrome(for: context.visitor)))
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("call", of: ProposalCall.self), context.visitor, office.clock.now())
        let (query, done) = (try request.query(), try ProposalCallDeed(request.query()))
        let page = try query.number("page")
        var contents = try await office.database.read {
            try ProposalCheckActions.contents(of: id, page: page, for: visitor, now: now, in: $0)
        }
        contents.done = done
        return .page(ProposalCallViews.call(contents, chrome: office.chrome(for: visitor)))
    }

    // MARK: The form

    private func blank(_ context: SignedInContext) async throws -> WebResponse {
        let (actor, today) = (context.actor, ROCDate.day(of: office.clock.now()))
        let form = try await office.database.read { try ProposalCallActions.blank(on: today, for: actor, in: $0) }
        return try await page(form, context)
    }

    private func create(_ context: SignedInContext) async throws -> WebResponse {
        let form = try ProposalCallForm(context.form)
        do {
            let id = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalCallActions.create(form, by: $0, in: $1)
            }
            return .seeOther(ProposalCallDeed.created.told(at: ProposalCallViews.address(of: id)))
        } catch let refusal as UnitRefusal {
            return try await page(form, problems: [ProposalCallProblem(.unit, .unit(refusal))], context)
        } catch ProposalCallRefusal.invalid(let problems) {
            return try await page(form, problems: problems, context)
        }
    }

    private func page(
        _ form: ProposalCallForm, problems: [ProposalCallProblem] = [], _ context: SignedInContext
    ) async throws -> WebResponse {
        let actor = context.actor
        let units = try await office.database.read {
            try ProposalCallActions.units(typed: form.unit, for: actor, in: $0)
        }
        return try await show(
            ProposalCallFormViews.Sheet(call: nil, form: form, problems: problems, units: units), context)
    }

    private func edit(_ context: SignedInContext) async throws -> WebResponse {
        let (call, form) = try await opened(context)
        return try await show(ProposalCallFormViews.Sheet(call: call, form: form, seen: call.mark, units: nil), context)
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let (call, form) = (try await opened(context).call, try ProposalCallForm(context.form))
        let seen = try context.form.text("seen")
        do {
            let isChanged = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalCallActions.change(call.id, to: form, seen: seen, by: $0, in: $1)
            }
            let done: ProposalCallDeed = isChanged ? .changed : .unchanged
            return .seeOther(done.told(at: ProposalCallViews.address(of: call.id)))
        } catch ProposalCallRefusal.invalid(let problems) {
            return try await show(
                ProposalCallFormViews.Sheet(call: call, form: form, problems: problems, seen: seen, units: nil), context
            )
        } catch ProposalCallRefusal.changedMeanwhile {
            // Whoever saves again has seen this state.
            let newest = try await opened(context).call
            return try await show(
                ProposalCallFormViews.Sheet(
                    call: newest, form: form, seen: newest.mark, isChangedMeanwhile: true, units: nil), context)
        }
    }

    private func opened(_ context: SignedInContext) async throws -> (call: ProposalCall, form: ProposalCallForm) {
        let (id, actor) = (try context.id("call", of: ProposalCall.self), context.actor)
        return try await office.database.read { try ProposalCallActions.form(id, by: actor, in: $0) }
    }

    private func show(
        _ sheet: ProposalCallFormViews.Sheet, _ context: SignedInContext
    ) async throws -> WebResponse {
        var sheet = sheet
        let (actor, unit) = (context.actor, sheet.call?.unit)
        sheet.rubrics = try await office.database.read {
            try ProposalCallActions.rubrics(for: unit, actor, in: $0)
        }
        return .page(
            ProposalCallFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: sheet.isChangedMeanwhile ? .conflict : sheet.problems.isEmpty ? .ok : .unprocessableContent)
    }
}
