import Hummingbird

/// What an editor decides on a question whose law was amended: it is still right, or goes out of use.
struct QuestionAmendmentRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("questions/:code/confirmation") { _, context in try await confirm(context) }
        router.get("questions/:code/retirement") { _, context in try await ask(context) }
        router.post("questions/:code/retirement") { _, context in try await retire(context) }
        router.post("questions/:code/restoration") { _, context in try await restore(context) }
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let code = try code(context)
        let phase: AmendmentFlag.Phase = try context.form.text("coming").isEmpty ? .opened : .coming
        let shown = try AmendmentViews.shown(in: context.form)
        try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
            try QuestionAmendmentActions.confirm(code, phase, shown: shown, by: acting, in: db)
        }
        // Where many wait, one goes on with the next.
        guard !context.form.has(AmendmentViews.listField) else {
            return .seeOther(AmendmentDeed.confirmed.told(at: "/amendments", count: 1))
        }
        return .seeOther(QuestionDeed.confirmed.told(at: QuestionViews.address(of: code)))
    }

    /// The page that asks before a question is retired.
    private func ask(_ context: SignedInContext) async throws -> WebResponse {
        let (code, actor) = (try code(context), context.actor)
        let question = try await office.database.read {
            try QuestionAmendmentActions.retirement(of: code, by: actor, in: $0)
        }
        return .page(
            QuestionAmendmentViews.retirement(of: question, chrome: office.chrome(for: context.visitor)))
    }

    private func retire(_ context: SignedInContext) async throws -> WebResponse {
        let (code, reason) = (try code(context), try context.form.text("reason"))
        try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
            try QuestionAmendmentActions.retire(code, reason: reason, by: acting, in: db)
        }
        return .seeOther(QuestionDeed.retired.told(at: QuestionViews.address(of: code)))
    }

    private func restore(_ context: SignedInContext) async throws -> WebResponse {
        let code = try code(context)
        let isInUse = try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
            try QuestionAmendmentActions.restore(code, by: acting, in: db)
        }
        let done: QuestionDeed = isInUse ? .restored : .restoredForReview
        return .seeOther(done.told(at: QuestionViews.address(of: code)))
    }

    /// A path's parameter arrives as it stands in the address, percent-encoded.
    private func code(_ context: SignedInContext) throws -> String {
        try context.text("code")
    }
}
