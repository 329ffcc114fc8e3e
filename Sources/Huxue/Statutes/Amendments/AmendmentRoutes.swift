import Hummingbird

/// 法規異動, for everybody whose works rest on the law.
struct AmendmentRoutes {
    let office: Office
    let desks: [any AmendmentDesk]

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("amendments") { request, context in try await list(request, context) }
        router.post("amendments/confirmation") { _, context in try await confirm(context) }
    }

    /// Confirms in one step every work that was written by later law than its amendments.
    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let shown = try AmendmentViews.shown(in: context.form) ?? 0
        let acting = context.acting(at: office.clock.now())
        let count = try await office.database.write(as: acting) { [desks] acting, db in
            try AmendmentListActions.confirmDated(desks, shown: shown, by: acting, in: db)
        }
        return .seeOther(AmendmentDeed.confirmed.told(at: "/amendments", count: count))
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let done = try AmendmentDeed(query) == .confirmed ? AmendmentDeed.count(query) : nil
        let (visitor, desks, now) = (context.visitor, desks, office.clock.now())
        let contents = try await office.database.read {
            try AmendmentListActions.contents(desks, for: visitor, now: now, in: $0)
        }
        return .page(AmendmentViews.list(contents, done: done, chrome: office.chrome(for: visitor)))
    }
}
