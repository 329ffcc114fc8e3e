import Hummingbird

/// My drafts, and leaving one behind.
struct PageDraftRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("pages/drafts") { request, context in try await list(request, context) }
        router.get("pages/drafts/:key/removal") { _, context in
            WebResponse.page(
                PageDraftViews.removal(
                    try await draft(context), chrome: office.chrome(for: context.visitor)))
        }
        router.post("pages/drafts/:key/removal") { _, context in try await discard(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let done = try PageDeed(request.query())?.sentence
        let visitor = context.visitor
        let drafts = try await office.database.read { try PageDraftActions.drafts(of: visitor, in: $0) }
        return .page(PageDraftViews.drafts(drafts, done: done, chrome: office.chrome(for: visitor)))
    }

    private func draft(_ context: SignedInContext) async throws -> PageDraft {
        let (key, author) = (try context.parameters.require("key"), context.visitor)
        return try await office.database.read { try PageDraftActions.draft(key, of: author, in: $0) }
    }

    private func discard(_ context: SignedInContext) async throws -> WebResponse {
        let key = try context.parameters.require("key")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try DraftActions.discard(PageField.self, of: key, by: $0, in: $1)
        }
        return .seeOther(PageDeed.draftDiscarded.told(at: "/pages/drafts"))
    }
}
