import Hummingbird

/// Completes citations in forms while somebody types.
struct CitationChoiceRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("citations/suggestions") { request, context in try await suggestions(request, context) }
    }

    private func suggestions(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (typed, visitor) = (try request.query().text("q"), context.visitor)
        let found = try await office.database.read {
            try CitationChoiceActions.suggestions(typed, for: visitor, in: $0)
        }
        return try .json(found)
    }
}
