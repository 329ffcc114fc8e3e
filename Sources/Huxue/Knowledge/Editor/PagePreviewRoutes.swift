import Hummingbird

/// What is being written, as it will look.
struct PagePreviewRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("pages/preview") { _, context in try await fragment(context) }
    }

    private func fragment(_ context: SignedInContext) async throws -> WebResponse {
        let actor = context.actor
        try await office.database.read { try PageEditActions.requireSomething(by: actor, in: $0) }
        return .page(PageFormViews.fragment(try await preview(of: try PageForm(context.form), context)))
    }

    /// How what stands in a form looks, and what should be looked at in it.
    /// - Throws: `PageRefusal.invalid` for a text that is too long.
    func preview(of form: PageForm, _ context: SignedInContext) async throws -> PageFormViews.Preview {
        let actor = context.actor
        guard form[.body].utf8.count <= PageContent.bodyLimit else {
            throw PageRefusal.invalid([.tooLarge(kibibytes: 64)])
        }
        let (content, reading) = try await Self.read(
            form.sketch(today: ROCDate.day(of: office.clock.now())), in: office)
        let isUndecided = PageMerge.hasMarks(content.body)
        var shown = (content, reading)
        if isUndecided {
            shown.0.body = PageMerge.shown(content.body)
            shown = try await Self.read(shown.0, in: office)
        }
        let seen = shown
        let around = try await office.database.read { db in
            (
                whole: try PageEditActions.around(reading, for: actor, in: db),
                shown: isUndecided ? try PageEditActions.around(seen.1, for: actor, in: db) : nil
            )
        }
        return await Self.apart(in: office) {
            let visible = around.shown ?? around.whole
            return PageFormViews.Preview(
                rendering: PageRendering(seen.0, seen.1, in: visible.seen),
                warnings: PageEditActions.warnings(content, reading, in: around.whole),
                unchecked: visible.unloaded.map(\.name), isUndecided: isUndecided)
        }
    }

    /// What should be looked at in a text that was saved, and the statutes that it cites and the office has not loaded.
    func warnings(
        _ content: PageContent, _ reading: PageReading, for actor: Actor
    ) async throws -> (warnings: [(line: Int, kind: PageProblem.Kind)], unloaded: [Statute]) {
        let around = try await office.database.read { try PageEditActions.around(reading, for: actor, in: $0) }
        let warnings = await Self.apart(in: office) { PageEditActions.warnings(content, reading, in: around) }
        return (warnings, around.unloaded)
    }

    /// The text with what was read in it.
    static func read(_ content: PageContent, in office: Office) async throws -> (PageContent, PageReading) {
        let names = try await office.database.read { try PageEditActions.statutes(in: $0) }
        return (content, await apart(in: office) { PageReading(content, names: names) })
    }

    /// Away from the event loop when there is room.
    static func apart<Result: Sendable>(
        in office: Office, _ compute: @escaping @Sendable () -> Result
    ) async -> Result {
        if let result = try? await office.files.run(compute) { return result }
        return compute()
    }
}
