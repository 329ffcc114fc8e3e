import Hummingbird

/// The statutes' pages.
struct StatuteRoutes {
    let office: Office
    let index: any CitationIndex

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("statutes") { request, context in try await list(request, context) }
        router.get("statutes/:pcode") { _, context in try await statute(context) }
        router.get("statutes/:pcode/articles/:number") { _, context in try await article(context) }
        router.get("statutes/:pcode/comparison") { request, context in try await comparison(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let search = try Form(decoding: request.uri.query ?? "").verbatim("q")
        let wanted = String(search.prefix(100))
        let mayImport = Policy.permitsSomewhere(.importLaw, for: context.actor)
        let listing = try await office.database.read { db in
            StatutePages.Listing(
                statutes: try StatuteStore.summaries(matching: wanted, limit: StatutePages.listLimit, in: db),
                total: try StatuteStore.count(in: db), search: wanted, mayImport: mayImport)
        }
        return .page(StatutePages.list(listing, chrome: Chrome(office: office, visitor: context.visitor)))
    }

    private func statute(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let pcode = try context.parameters.require("pcode")
        let today = ROCDate.day(of: office.clock.now())
        let (visitor, index) = (context.visitor, index)
        let contents = try await office.database.read { db -> StatutePages.Contents? in
            guard let version = try StatuteStore.current(pcode, in: db) else { return nil }
            return StatutePages.Contents(
                version: version, editions: try StatuteStore.versions(of: pcode, in: db),
                texts: try StatuteStore.texts(of: version, in: db),
                works: try index.works(citing: pcode, nil, for: visitor, in: db), today: today)
        }
        guard let contents else { throw StatuteRefusal.missing }
        return .page(StatutePages.statute(contents, chrome: Chrome(office: office, visitor: context.visitor)))
    }

    private func article(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let pcode = try context.parameters.require("pcode")
        guard let number = ArticleNumber(plain: try context.parameters.require("number")) else {
            throw StatuteRefusal.missing
        }
        let (visitor, index) = (context.visitor, index)
        let contents = try await office.database.read {
            try ArticleActions.contents(pcode, number, for: visitor, index: index, in: $0)
        }
        return .page(ArticlePages.article(contents, chrome: Chrome(office: office, visitor: context.visitor)))
    }

    private func comparison(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.require(.readLaw, for: context.actor, at: context.visitor.unit)
        let pcode = try context.parameters.require("pcode")
        let query = try Form(decoding: request.uri.query ?? "")
        let (from, to) = (try query.number("from"), try query.number("to"))
        let pair = try await office.database.read { db in
            let editions = try StatuteStore.versions(of: pcode, in: db)
            guard let old = editions.first(where: { $0.number == from }),
                let new = editions.first(where: { $0.number == to })
            else { throw StatuteRefusal.missing }
            return ((old, try StatuteStore.edition(old, in: db)), (new, try StatuteStore.edition(new, in: db)))
        }
        return .page(
            StatutePages.comparison(from: pair.0, to: pair.1, chrome: Chrome(office: office, visitor: context.visitor)))
    }
}
