import Hummingbird
import Logging

/// Completes names in fields for people while somebody types.
struct PersonChoiceRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("people/suggestions") { request, context in try await suggestions(request, context) }
    }

    private struct Suggestion: Encodable {
        let text: String
        let name: String
        /// The unit.
        let note: String
        let login: String?
    }

    private func suggestions(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (text, actor, now) = (try request.query().text("q"), context.actor, office.clock.now())
        let found = try await office.database.read {
            try PersonChoiceActions.suggestions(text, for: actor, now: now, in: $0)
        }
        return try .json(
            found.map { Suggestion(text: $0.text, name: $0.name, note: $0.unitName, login: $0.login) })
    }
}
