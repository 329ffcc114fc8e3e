import Hummingbird

/// Who has read a case study that must be read.
struct CaseReadingRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("cases/:case/reading") { _, context in try await confirm(context) }
        router.get("cases/:case/readings") { _, context in try await overview(context) }
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try CaseReadingActions.confirm(id, by: $0, in: $1)
        }
        return .seeOther(CaseDeed.read.told(at: CaseViews.address(of: id)))
    }

    private func overview(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("case", of: CaseStudy.self), context.visitor, office.clock.now())
        let contents = try await office.database.read {
            try CaseReadingActions.overview(of: id, for: visitor, now: now, in: $0)
        }
        return .page(CaseReadingViews.overview(contents, chrome: office.chrome(for: visitor)))
    }
}
