import Hummingbird

/// Reading the knowledge base, and the word that a page is still right.
struct PageRoutes {
    let office: Office
    private let cache = PageViewCache()

    init(office: Office) {
        self.office = office
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("pages") { request, context in try await list(request, context) }
        router.get("pages/:code") { request, context in try await page(request, context) }
        router.get("pages/:code/notice") { request, context in try await notice(request, context) }
        router.post("pages/:code/review") { _, context in try await review(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        var wanted = PageFilter(
            reach: PageActions.reach(of: context.actor), kind: PageKind(rawValue: try query.text("kind")),
            state: PageState(rawValue: try query.text("state")), unit: String(try query.text("unit").prefix(200)),
            owner: String(try query.text("owner").prefix(100)), isMine: try query.text("mine") == "1",
            isDue: try query.text("due") == "1")
        for facet in PageFacet.allCases {
            let value = try query.text(facet.rawValue)
            if !value.isEmpty { wanted.facets[facet] = String(value.prefix(50)) }
        }
        let (filter, asked, visitor, now) = (wanted, try query.number("page") ?? 1, context.visitor, office.clock.now())
        let contents = try await office.database.read {
            try PageViewActions.listing(filter, page: asked, for: visitor, now: now, in: $0)
        }
        return .page(PageListViews.list(contents, chrome: office.chrome(for: visitor)))
    }

    private func contents(
        _ query: Form, _ notice: PageNotice, _ context: SignedInContext
    ) async throws -> PageViews.Contents {
        let (code, visitor, now) = (try context.parameters.require("code"), context.visitor, office.clock.now())
        let marks = PaperMarks(query)
        return try await office.database.read {
            try PageViewActions.contents(
                code: code, marks: marks, notice: notice, for: visitor, now: now, in: $0)
        }
    }

    private func page(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (code, visitor, now) = (try context.parameters.require("code"), context.visitor, office.clock.now())
        let marks = PaperMarks(query)
        let view = try await office.database.read { [cache] in
            try cache.view(code, marks: marks, for: visitor, now: now, in: $0)
        }
        let chrome = office.chrome(for: visitor)
        let parts =
            switch view {
            case .shared(let parts): parts
            case .own(let contents): PageViews.parts(contents, chrome: chrome)
            }
        return .page(PageViews.page(parts, chrome: chrome, done: try PageDeed(query)?.sentence))
    }

    private func notice(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let notice = PageNotice(showsCitations: try query.text("citations") == "1")
        let contents = try await contents(query, notice, context)
        guard contents.page.kind == .procedure else { throw PageRefusal.missing }
        guard contents.page.state == .current else { throw PageRefusal.wrongState(contents.page.state) }
        let visitor = context.visitor
        let desk = try await office.database.read { try PageNoticeActions.desk(of: visitor, in: $0) }
        return .page(
            PageNoticeViews.sheet(
                contents, notice, desk: desk, chrome: office.chrome(for: visitor)))
    }

    private func review(_ context: SignedInContext) async throws -> WebResponse {
        let (code, seen) = (try context.parameters.require("code"), try context.form.number("revision"))
        let shown = try AmendmentViews.shown(in: context.form)
        let acting = context.acting(at: office.clock.now())
        try await office.database.write(as: acting) { acting, db in
            let page = try PageActions.page(code: code, for: acting.actor, in: db)
            try PageActions.confirm(page, seen: seen, shown: shown, by: acting, in: db)
        }
        return .seeOther(PageDeed.reviewed.told(at: PageAddress.page(code)))
    }
}
