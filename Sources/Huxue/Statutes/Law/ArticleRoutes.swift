import Hummingbird

/// One article: its page, and the text alone for those who hover over a link to it.
struct ArticleRoutes {
    let office: Office
    let index: CitingWorkActions
    private let cache = ArticleActions.Cache(of: [.law], limit: 500)

    init(office: Office, index: CitingWorkActions) {
        self.office = office
        self.index = index
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("statutes/:pcode/articles/:number") { request, context in try await article(request, context) }
        router.get("statutes/:pcode/articles/:number/preview") { _, context in try await preview(context) }
    }

    private func article(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let pcode = try context.parameters.require("pcode")
        let written = try context.parameters.require("number")
        guard let number = ArticleNumber(plain: written) else { return try redirect(pcode, written) }
        let query = try request.query()
        let chosen = ArticleActions.Choice(from: try query.number("from"), to: try query.number("to"))
        let wanted = ArticleActions.Wanted(
            pcode: pcode, number: number, chosen: chosen, today: ROCDate.day(of: office.clock.now()))
        let visitor = context.visitor
        let contents = try await office.database.read { [index, cache] in
            try ArticleActions.contents(wanted, for: visitor, index: index, cache: cache, in: $0)
        }
        return .page(ArticleViews.article(contents, chrome: office.chrome(for: visitor)))
    }

    /// From 第14條之1 and the like, as people write it in an address, to the article's own address.
    private func redirect(_ pcode: String, _ written: String) throws -> WebResponse {
        let typed = try Form(decoding: "number=" + written).text("number")
        guard let number = ArticleNumber(typed: typed) else { throw StatuteRefusal.missing }
        return .seeOther(StatuteAddress.article(pcode, number))
    }

    private func preview(_ context: SignedInContext) async throws -> WebResponse {
        let pcode = try context.parameters.require("pcode")
        guard let number = ArticleNumber(plain: try context.parameters.require("number")) else {
            throw StatuteRefusal.missing
        }
        let visitor = context.visitor
        let (statute, text) = try await office.database.read {
            try ArticleActions.text(of: pcode, number, for: visitor, in: $0)
        }
        let today = ROCDate.day(of: office.clock.now())
        return .page(
            ArticleViews.preview(of: number, text, in: statute, coming: statute.coming(number, today: today)))
    }
}
