import Hummingbird

/// Leaving a draft of a question behind.
struct QuestionDraftRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/drafts/:key/removal") { _, context in try await ask(context) }
        router.post("questions/drafts/:key/removal") { _, context in try await discard(context) }
    }

    private func ask(_ context: SignedInContext) async throws -> WebResponse {
        let (key, author) = (try context.text("key"), context.visitor)
        let draft = try await office.database.read { try QuestionDraftActions.draft(key, by: author, in: $0) }
        return .page(QuestionDraftViews.removal(draft, chrome: office.chrome(for: author)))
    }

    private func discard(_ context: SignedInContext) async throws -> WebResponse {
        let key = try context.text("key")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try DraftActions.discard(QuestionField.self, of: key, by: $0, in: $1)
        }
        return .seeOther(QuestionDeed.draftDiscarded.told(at: "/questions"))
    }
}
