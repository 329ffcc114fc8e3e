import Hummingbird

/// The versions of a page: list, one, two compared, going back; and its state.
struct PageRevisionRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("pages/:code/revisions") { _, context in
            WebResponse.page(
                PageRevisionViews.list(try await contents(context), chrome: office.chrome(for: context.visitor)))
        }
        router.get("pages/:code/revisions/:number") { _, context in try await one(context) }
        router.get("pages/:code/comparison") { request, context in try await compare(request, context) }
        router.get("pages/:code/revisions/:number/restoration") { _, context in try await restoration(context) }
        router.post("pages/:code/revisions/:number/restoration") { _, context in try await restore(context) }
        router.get("pages/:code/state") { _, context in try await state(context) }
        router.post("pages/:code/state") { _, context in try await change(context) }
    }

    private func contents(_ context: SignedInContext) async throws -> PageRevisionViews.Contents {
        let (code, actor) = (try context.parameters.require("code"), context.actor)
        return try await office.database.read { try PageRevisionActions.contents(code, for: actor, in: $0) }
    }

    private func revision(_ number: Int?, _ contents: PageRevisionViews.Contents) throws -> PageRevision {
        guard let revision = contents.revisions.first(where: { $0.number == number }) else {
            throw PageRefusal.noSuchRevision
        }
        return revision
    }

    private func number(_ context: SignedInContext) -> Int? { context.parameters.get("number").flatMap { Int($0) } }

    private func one(_ context: SignedInContext) async throws -> WebResponse {
        let contents = try await contents(context)
        let revision = try revision(number(context), contents)
        let (content, actor) = (try PageRevisionActions.content(of: revision, contents.page), context.actor)
        let reading = try await PagePreviewRoutes.read(content, in: office)
        let around = try await office.database.read { try PageCheckActions.around(reading, for: actor, in: $0) }
        let rendering = try await office.files.run { PageRendering(content, reading, in: around.seen) }
        return .page(
            PageRevisionViews.one(revision, content, rendering, contents, chrome: office.chrome(for: context.visitor)))
    }

    private func compare(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let contents = try await contents(context)
        let old = try revision(try query.number("from") ?? max(1, contents.latest - 1), contents)
        let new = try revision(try query.number("to") ?? contents.latest, contents)
        let page = contents.page
        let comparison = try await office.files.run {
            WrittenComparison(
                from: PageForm(try PageRevisionActions.content(of: old, page)),
                to: PageForm(try PageRevisionActions.content(of: new, page)))
        }
        return .page(
            PageRevisionViews.compare(old, new, comparison, contents, chrome: office.chrome(for: context.visitor)))
    }

    // MARK: Going back

    private func restoration(
        _ context: SignedInContext, reason: String = "", problem: (any Refusal)? = nil
    ) async throws -> WebResponse {
        let contents = try await contents(context)
        guard contents.mayEdit else { throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages)) }
        let revision = try revision(number(context), contents)
        guard let current = contents.revisions.first else { throw PageRefusal.missing }
        let now = office.clock.now()
        let restored = try await office.database.read {
            try PageRevisionActions.restored(revision, contents.page, now: now, in: $0)
        }
        let comparison = try await office.files.run {
            WrittenComparison(
                from: PageForm(try PageRevisionActions.content(of: current, contents.page)), to: PageForm(restored))
        }
        return .page(
            PageRevisionViews.restoration(
                revision, comparison, reason: reason, problem: problem, contents,
                chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func restore(_ context: SignedInContext) async throws -> WebResponse {
        let (code, reason) = (try context.parameters.require("code"), try context.form.text("reason"))
        guard let number = number(context) else { throw PageRefusal.noSuchRevision }
        let base = try WritingRules.base(in: context.form)
        let acting = context.acting(at: office.clock.now())
        do {
            let content = try await office.database.read {
                try PageRevisionActions.restored(number, of: code, for: acting.actor, now: acting.now, in: $0)
            }
            let prepared = try await PagePreviewRoutes.prepare(content, in: office)
            try await office.database.write(as: acting) {
                try PageRevisionActions.restore(
                    prepared, over: base, reason: String(reason.prefix(200)), by: $0, in: $1)
            }
            return .seeOther(PageDeed.restored.told(at: PageAddress.page(code)))
        } catch let refusal as PageRefusal where refusal.kind != .missing {
            return try await restoration(context, reason: reason, problem: refusal)
        }
    }

    // MARK: State

    private func state(
        _ context: SignedInContext, chosen: PageState? = nil, reason: String = "", problem: (any Refusal)? = nil
    ) async throws -> WebResponse {
        let (code, actor) = (try context.parameters.require("code"), context.actor)
        var contents = try await office.database.read { try PageRevisionActions.state(of: code, for: actor, in: $0) }
        (contents.chosen, contents.reason, contents.problem) = (chosen, reason, problem)
        return .page(
            PageStateViews.state(contents, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let (code, reason) = (try context.parameters.require("code"), try context.form.text("reason"))
        let base = try WritingRules.base(in: context.form)
        let chosen = PageState(rawValue: try context.form.text("state"))
        let acting = context.acting(at: office.clock.now())
        do {
            guard let chosen else { throw PageRefusal.noState }
            let content = try await office.database.read {
                try PageRevisionActions.changed(code, to: chosen, for: acting.actor, in: $0)
            }
            let prepared = try await PagePreviewRoutes.prepare(content, in: office)
            try await office.database.write(as: acting) {
                try PageRevisionActions.change(
                    prepared, over: base, reason: String(reason.prefix(200)), by: $0, in: $1)
            }
            return .seeOther(PageDeed.stateChanged.told(at: PageAddress.page(code)))
        } catch let refusal as PageRefusal where refusal.kind != .missing {
            return try await state(context, chosen: chosen, reason: reason, problem: refusal)
        }
    }
}
