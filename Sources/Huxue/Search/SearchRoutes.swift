import Hummingbird

/// One box for everything that can be found.
struct SearchRoutes {
    let office: Office
    private let actions: SearchActions

    init(office: Office, sources: [any SearchSource]) {
        self.office = office
        actions = SearchActions(sources: sources, cache: SearchFindingsCache())
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("search") { request, context in try await results(request, context) }
        router.get("search/suggestions") { request, context in try await suggestions(request, context) }
    }

    private func results(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let form = try request.query()
        let query = SearchQuery(typed: try form.text("q"))
        let wanted = try form.text("kind")
        let kind = actions.sources.map(\.kind.code).first { $0 == wanted }
        let (page, visitor) = (try form.number("page") ?? 1, context.visitor)
        let contents = try await office.database.read { [actions] in
            try actions.contents(query, kind: kind, page: page, for: visitor, in: $0)
        }
        if let page = contents.places.first(where: { $0.kind == .page }) { return .seeOther(page.address) }
        var chrome = office.chrome(for: visitor)
        chrome.searched = query.text
        return .page(SearchViews.results(contents, chrome: chrome))
    }

    private struct Suggestion: Encodable {
        let title: String
        let kind: String
        let address: String
    }

    private func suggestions(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = SearchQuery(typed: try request.query().text("q"))
        let visitor = context.visitor
        let found = try await office.database.read { [actions] in try actions.suggestions(query, for: visitor, in: $0) }
        return try .json(
            found.map { Suggestion(title: $0.title, kind: $0.kindWord, address: $0.address.text) })
    }
}
