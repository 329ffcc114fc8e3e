import Hummingbird

/// One's own feed address.
struct FeedRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("feeds") { _, context in try await show(context) }
        router.post("feeds") { request, context in try await renew(request, context) }
        router.post("feeds/withdrawal") { _, context in try await withdraw(context) }
    }

    private func show(_ context: SignedInContext, made: String? = nil) async throws -> WebResponse {
        let (visitor, now) = (context.visitor, office.clock.now())
        var contents = try await office.database.read { try FeedActions.contents(for: visitor, now: now, in: $0) }
        contents.made = made
        return .page(FeedViews.feeds(contents, chrome: office.chrome(for: visitor)))
    }

    private func renew(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        var generator = SystemRandomNumberGenerator()
        let token = FeedToken(using: &generator)
        let acting = acting(context)
        try await office.database.write(as: acting) { try FeedActions.renew(token, by: $0, in: $1) }
        let site = FeedFileRoutes.site(of: request, secure: office.settings.isSecure)
        return try await show(context, made: "\(site)/feeds/\(token.text)/pages.atom")
    }

    private func withdraw(_ context: SignedInContext) async throws -> WebResponse {
        let acting = acting(context)
        try await office.database.write(as: acting) { try FeedActions.withdraw(by: $0, in: $1) }
        return .seeOther("/feeds")
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }
}
