import Hummingbird

/// 法規異動, for everybody whose works rest on the law.
struct AmendmentRoutes {
    let office: Office
    let desks: [any AmendmentDesk]

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("amendments") { _, context in try await list(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let (visitor, desks, now) = (context.visitor, desks, office.clock.now())
        let contents = try await office.database.read {
            try AmendmentListActions.contents(desks, for: visitor, now: now, in: $0)
        }
        return .page(AmendmentPages.list(contents, chrome: Chrome(office: office, visitor: visitor)))
    }
}
