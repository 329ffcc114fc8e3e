import Hummingbird

/// The pages for everybody: no session is needed, none is looked at, none is begun.
struct PublicRoutes {
    let office: Office

    func add(to router: Router<VisitContext>) {
        router.get("public") { request, _ in try await answer { try await front(request) } }
        router.get("public/faq") { _, _ in try await answer { try await faq() } }
        router.get("public/search") { request, _ in try await answer { try await search(request) } }
        router.get("public/feed.atom") { request, _ in try await answer { try await feed(request) } }
        router.get("public/pages/:code") { _, context in
            try await answer { try await page(try context.parameters.require("code")) }
        }
        router.get("public/attachments/:name") { _, context in
            try await answer { try await attachment(try context.text("name"), context) }
        }
    }

    private var frame: PublicLayoutViews.Frame { PublicLayoutViews.Frame(office.chrome(for: nil)) }
    private var today: Day { ROCDate.day(of: office.clock.now()) }

    /// What is not public is not found, in the same words whoever asks.
    private func answer(_ body: () async throws -> WebResponse) async throws -> WebResponse {
        do {
            return try await body()
        } catch let refusal as any Refusal {
            return .page(PublicViews.refusal(refusal, frame: frame), status: refusal.kind.status)
        }
    }

    private func front(_ request: Request) async throws -> WebResponse {
        let query = try request.query()
        var filter = PageFilter(reach: .open, kind: PageKind(rawValue: try query.text("kind")))
        let subject = try query.text("subject")
        if !subject.isEmpty { filter.facets[.subject] = String(subject.prefix(50)) }
        let (wanted, number, today) = (filter, try query.number("page") ?? 1, today)
        let contents = try await office.database.read {
            try PublicActions.front(wanted, page: number, today: today, in: $0)
        }
        return .page(PublicViews.front(contents, frame: frame))
    }

    private func page(_ code: String) async throws -> WebResponse {
        let today = today
        let contents = try await office.database.read { try PublicActions.page(code, today: today, in: $0) }
        return .page(PublicViews.page(contents, frame: frame))
    }

    private func attachment(_ name: String, _ context: VisitContext) async throws -> WebResponse {
        let found = try await office.database.read { try PublicActions.attachment(name, in: $0) }
        return try await AttachmentRoutes.answer(with: found, of: office, on: context.channel)
    }

    private func faq() async throws -> WebResponse {
        .page(PublicViews.faq(try await office.database.read { try PublicActions.faq(in: $0) }, frame: frame))
    }

    private func search(_ request: Request) async throws -> WebResponse {
        let query = try request.query()
        let (text, number) = (try query.text("q"), try query.number("page") ?? 1)
        let findings = try await office.database.read { [clock = office.clock] in
            try PublicActions.search(text, page: number, clock: clock, in: $0)
        }
        return .page(PublicViews.search(findings, frame: frame))
    }

    private func feed(_ request: Request) async throws -> WebResponse {
        let query = try request.query()
        let today = today
        let items = try await office.database.read { try PublicActions.feed(query, today: today, in: $0) }
        let site = FeedFileRoutes.site(of: request, secure: office.settings.isSecure)
        let feed = FeedViews.publicFeed(items, office: office.name, site: site, selfLink: site + request.uri.string)
        return .file(feed.bytes, type: AtomFeed.type)
    }
}
