import Hummingbird

/// The statutes' pages.
struct StatuteRoutes {
    let office: Office
    let index: CitingWorkActions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("statutes") { request, context in try await list(request, context) }
        router.get("statutes/:pcode") { _, context in try await statute(context) }
        router.get("statutes/:pcode/articles") { request, context in try await search(request, context) }
        router.get("statutes/:pcode/chapters/:number") { _, context in try await chapter(context) }
        router.get("statutes/:pcode/history") { _, context in try await history(context) }
        router.get("statutes/:pcode/comparison") { request, context in try await comparison(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let form = try request.query()
        let query = StatuteQuery(
            search: String(try form.text("q").prefix(100)), state: StatuteQuery.State(rawValue: try form.text("state")))
        let visitor = context.visitor
        let listing = try await office.database.read { try StatuteActions.listing(query, for: visitor, in: $0) }
        return .page(StatuteListViews.list(listing, chrome: office.chrome(for: visitor)))
    }

    private func statute(_ context: SignedInContext) async throws -> WebResponse {
        .page(StatuteViews.statute(try await contents(context), chrome: office.chrome(for: context.visitor)))
    }

    /// To the article whose number somebody typed.
    private func search(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        var contents = try await contents(context)
        let typed = String(try request.query().text("number").prefix(100))
        guard !typed.isEmpty else { return .seeOther(StatuteAddress.statute(contents.version.pcode)) }
        guard let number = ArticleNumber(typed: typed) else {
            contents.sought = (typed, .unreadable)
            return .page(
                StatuteViews.statute(contents, chrome: office.chrome(for: context.visitor)),
                status: .unprocessableContent)
        }
        guard contents.version.outline.contains(.article(number)) else {
            contents.sought = (typed, .missing)
            return .page(StatuteViews.statute(contents, chrome: office.chrome(for: context.visitor)), status: .notFound)
        }
        return .seeOther(StatuteAddress.article(contents.version.pcode, number))
    }

    private func chapter(_ context: SignedInContext) async throws -> WebResponse {
        let contents = try await contents(context)
        let number = Form.number(typed: try context.parameters.require("number"))
        guard !contents.chapters.isWhole,
            let chapter = contents.chapters.chapters.first(where: { $0.number == number })
        else { throw StatuteRefusal.missing }
        return .page(StatuteViews.chapter(chapter, of: contents, chrome: office.chrome(for: context.visitor)))
    }

    private func history(_ context: SignedInContext) async throws -> WebResponse {
        .page(StatuteViews.history(try await contents(context).version, chrome: office.chrome(for: context.visitor)))
    }

    private func contents(_ context: SignedInContext) async throws -> StatuteViews.Contents {
        let pcode = try context.parameters.require("pcode")
        let (visitor, index, today) = (context.visitor, index, ROCDate.day(of: office.clock.now()))
        return try await office.database.read {
            try StatuteActions.contents(pcode, today: today, for: visitor, index: index, in: $0)
        }
    }

    private func comparison(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let pcode = try context.parameters.require("pcode")
        let query = try request.query()
        let (from, to, visitor) = (try query.number("from"), try query.number("to"), context.visitor)
        let contents = try await office.database.read {
            try StatuteActions.comparison(of: pcode, from, to, for: visitor, in: $0)
        }
        return .page(
            StatuteComparisonViews.comparison(
                contents, page: try query.number("page") ?? 1, chrome: office.chrome(for: visitor)))
    }
}
