import Hummingbird

/// Questions whose law was amended: the list, and the word that one is still right.
struct QuestionAmendmentRoutes {
    let office: Office
    let sealing: any SealedQuestions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("amendments") { _, context in try await list(context) }
        router.post("questions/:code/confirmation") { _, context in try await confirm(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.browseQuestions, for: context.actor)
        let (today, visitor, sealing) = (ROCDate.day(of: office.clock.now()), context.visitor, sealing)
        let contents = try await office.database.read { db in
            try QuestionActions.amended(for: visitor, sealing: sealing, today: today, in: db)
        }
        return .page(AmendmentPages.list(contents, chrome: Chrome(office: office, visitor: context.visitor)))
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let code = try Form(decoding: "code=" + (context.parameters.get("code") ?? "")).verbatim("code")
        let (actor, origin, now) = (context.actor, context.origin, office.clock.now())
        try await office.database.write { db in
            try Policy.requireSomewhere(.editQuestions, for: actor)
            guard let question = try QuestionStore.question(code: code, in: db) else {
                throw QuestionRefusal.missing(code)
            }
            try AmendmentActions.confirm(
                .question, id: question.id.rawValue, code: code, by: actor, origin: origin, now: now, in: db)
        }
        return .seeOther(QuestionPages.address(of: code))
    }
}
