import Hummingbird

/// 本所資料: one form for all that pages and notices need of the office.
struct LocalFactRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("local-facts") { request, context in try await show(request, context) }
        router.post("local-facts") { _, context in try await save(context) }
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (visitor, done) = (context.visitor, try PageDeed(request.query())?.sentence)
        let facts = try await office.database.read { try LocalFactActions.facts(for: visitor, in: $0) }
        return .page(LocalFactViews.form(LocalFactForm(facts), done: done, chrome: office.chrome(for: visitor)))
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        let (form, visitor) = (try LocalFactForm(context.form), context.visitor)
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                try LocalFactActions.save(form, by: acting, in: db)
            }
        } catch let refusal as LocalFactRefusal {
            let facts = try await office.database.read { try LocalFactActions.facts(for: visitor, in: $0) }
            return .page(
                LocalFactViews.form(form.merged(with: facts), problem: refusal, chrome: office.chrome(for: visitor)),
                status: refusal.kind.status)
        }
        return .seeOther(PageDeed.factsSaved.told(at: LocalFactTerms.address))
    }
}
