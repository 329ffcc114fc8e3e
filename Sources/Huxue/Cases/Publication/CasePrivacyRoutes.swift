import Hummingbird

/// The check for what points to a person, before a case study is submitted.
struct CasePrivacyRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("cases/:case/privacy") { _, context in try await open(context) }
        router.post("cases/:case/privacy") { _, context in try await resolve(context) }
    }

    private func contents(_ context: SignedInContext) async throws -> CasePrivacyViews.Contents {
        let (id, visitor) = (try context.id("case", of: CaseStudy.self), context.visitor)
        return try await office.database.read { try CasePrivacyActions.contents(id, for: visitor, in: $0) }
    }

    private func open(_ context: SignedInContext) async throws -> WebResponse {
        let contents = try await contents(context)
        guard !contents.finds.isEmpty else { return .seeOther(CaseViews.address(of: contents.id)) }
        return .page(CasePrivacyViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func resolve(_ context: SignedInContext) async throws -> WebResponse {
        var contents = try await contents(context)
        let (id, revision) = (contents.id, try context.form.number("revision") ?? 0)
        let choices = try contents.finds.indices.map { try choice($0, context.form) }
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try CasePrivacyActions.resolve(id, choices, over: revision, by: $0, in: $1)
            }
            return .seeOther(CaseDeed.submitted.told(at: CaseViews.address(of: id)))
        } catch let refusal as CaseRefusal where refusal.kind == .conflict || refusal.kind == .invalid {
            (contents.problem, contents.choices) = (refusal, choices)
            return .page(
                CasePrivacyViews.page(contents, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
    }

    private func choice(_ number: Int, _ form: Form) throws -> CaseFindChoice? {
        switch try form.text("choice-\(number)") {
        case "redact": .redact
        case "waive": .waive(reason: try form.text("reason-\(number)"))
        default: nil
        }
    }
}
