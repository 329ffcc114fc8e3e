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
        return .page(LocalFactViews.form(facts, done: done, chrome: office.chrome(for: visitor)))
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        var facts = LocalFacts()
        for fact in LocalFact.allCases {
            let text = try context.form.text(fact.rawValue).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            if !text.isEmpty { facts.texts[fact] = text }
        }
        let (typed, acting) = (facts, context.acting(at: office.clock.now()))
        do {
            try await office.database.write(as: acting) { acting, db in
                try LocalFactActions.save(typed, by: acting, in: db)
            }
        } catch let refusal as LocalFactRefusal {
            return .page(
                LocalFactViews.form(typed, problem: refusal, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
        return .seeOther(PageDeed.factsSaved.told(at: LocalFactTerms.address))
    }
}
