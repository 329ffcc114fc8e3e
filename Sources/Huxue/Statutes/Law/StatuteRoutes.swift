import Hummingbird

/// The statutes' pages.
struct StatuteRoutes {
    let office: Office
    let index: CitingWorkStore

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("statutes") { request, context in try await list(request, context) }
        router.get("statutes/:pcode") { _, context in try await statute(context) }
        router.get("statutes/:pcode/articles") { request, context in try await search(request, context) }
        router.get("statutes/:pcode/chapters/:number") { _, context in try await chapter(context) }
        router.get("statutes/:pcode/history") { _, context in try await history(context) }
        router.get("statutes/:pcode/comparison") { request, context in try await comparison(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let form = try request.query()
        let query = StatuteQuery(
            search: String(try form.text("q").prefix(100)), state: StatuteQuery.State(rawValue: try form.text("state")))
        let mayImport = Policy.permitsEverywhere(.importLaw, for: context.actor)
        let listing = try await office.database.read { db in
            StatuteListViews.Listing(
                statutes: try StatuteStore.summaries(query, limit: StatuteListViews.limit, in: db), query: query,
                total: try StatuteStore.count(in: db), data: try StatuteStore.dataVersion(in: db), mayImport: mayImport)
        }
        return .page(StatuteListViews.list(listing, chrome: office.chrome(for: context.visitor)))
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
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let pcode = try context.parameters.require("pcode")
        let today = ROCDate.day(of: office.clock.now())
        let (visitor, index) = (context.visitor, index)
        let contents = try await office.database.read { db -> StatuteViews.Contents? in
            guard let version = try StatuteStore.current(pcode, in: db) else { return nil }
            return StatuteViews.Contents(
                version: version, editions: try StatuteStore.versions(of: pcode, in: db),
                texts: try StatuteStore.texts(of: version, in: db),
                works: try index.works(citing: pcode, nil, for: visitor, in: db), today: today)
        }
        guard let contents else { throw StatuteRefusal.missing }
        return contents
    }

    private func comparison(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let pcode = try context.parameters.require("pcode")
        let query = try request.query()
        let (from, to) = (try query.number("from"), try query.number("to"))
        let (editions, old, new) = try await office.database.read { db in
            let editions = try StatuteStore.versions(of: pcode, in: db)
            guard let first = editions.first(where: { $0.number == from }),
                let second = editions.first(where: { $0.number == to })
            else { throw StatuteRefusal.missing }
            // Whichever was chosen first: the older one is changed into the newer.
            let (old, new) = first.number <= second.number ? (first, second) : (second, first)
            return (
                editions, (old, try StatuteStore.edition(old, in: db)), (new, try StatuteStore.edition(new, in: db))
            )
        }
        return .page(
            StatuteComparisonViews.comparison(
                from: old, to: new, editions: editions, page: try query.number("page") ?? 1,
                chrome: office.chrome(for: context.visitor)))
    }

}
