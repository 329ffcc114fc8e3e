import Hummingbird

/// Previews of what is being written, and warnings about what was saved.
struct PagePreviewRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("pages/preview") { _, context in try await fragment(context) }
        router.get("pages/:code/warnings") { request, context in try await warnings(request, context) }
    }

    private func fragment(_ context: SignedInContext) async throws -> WebResponse {
        let actor = context.actor
        try await office.database.read { try PageEditActions.requireSomething(by: actor, in: $0) }
        let preview = try await preview(of: try PageForm(context.form), context)
        return .page(PageFormViews.fragment(preview, parts: try PageParts(sent: context.form)))
    }

    /// The rendered text of a form, with its warnings.
    /// - Throws: `PageRefusal.invalid` for a text that is too long, `WorkPool.Full`.
    func preview(of form: PageForm, _ context: SignedInContext) async throws -> PageFormViews.Preview {
        let actor = context.actor
        guard form[.body].utf8.count <= PageContent.bodyLimit else {
            throw PageRefusal.invalid([.tooLarge(kibibytes: 64)])
        }
        let content = form.sketch(today: ROCDate.day(of: office.clock.now()))
        let reading = try await Self.read(content, in: office)
        let isUndecided = MergeMarks.areLeft(in: content.body)
        var shown = (content, reading)
        if isUndecided {
            shown.0.body = MergeMarks.shown(content.body)
            shown.1 = try await Self.read(shown.0, in: office)
        }
        let seen = shown
        let around = try await office.database.read { db in
            (
                whole: try PageCheckActions.around(reading, for: actor, in: db),
                shown: isUndecided ? try PageCheckActions.around(seen.1, for: actor, in: db) : nil
            )
        }
        return try await office.files.run {
            let visible = around.shown ?? around.whole
            return PageFormViews.Preview(
                rendering: PageRendering(seen.0, seen.1, in: visible.seen),
                warnings: PageCheckActions.warnings(content, reading, in: around.whole),
                unchecked: visible.unloaded.map(\.name), isUndecided: isUndecided)
        }
    }

    /// Warnings about a saved text, and the statutes that it cites and the office has not loaded.
    func warnings(
        _ content: PageContent, _ reading: PageReading, for actor: Actor
    ) async throws -> (warnings: [(line: Int, kind: PageProblem.Kind)], unloaded: [Statute]) {
        let around = try await office.database.read { try PageCheckActions.around(reading, for: actor, in: $0) }
        let warnings = try await office.files.run { PageCheckActions.warnings(content, reading, in: around) }
        return (warnings, around.unloaded)
    }

    private func warnings(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (code, actor) = (try context.parameters.require("code"), context.actor)
        let (page, current) = try await office.database.read {
            try PageEditActions.current(code, by: actor, in: $0)
        }
        let content = try PageRevisionActions.content(of: current, page)
        let reading = try await Self.read(content, in: office)
        let found = try await self.warnings(content, reading, for: actor)
        return .page(
            PageWarningViews.warnings(
                page, found.warnings, parts: page.kind == .procedure ? try? PageParts(content.body) : nil,
                unchecked: found.unloaded.map(\.name),
                done: try PageDeed(request.query())?.sentence,
                chrome: office.chrome(for: context.visitor)))
    }

    /// Reads the text on the pool of files, away from the event loop.
    /// - Throws: `WorkPool.Full` when too much work waits; the person is told to try again.
    static func read(_ content: PageContent, in office: Office) async throws -> PageReading {
        let names = try await office.database.read { try PageEditActions.statutes(in: $0) }
        return try await office.files.run { PageReading(content, names: names) }
    }

    /// The page ready to be saved, made in the same way.
    /// - Throws: `PageRefusal.invalid`, `WorkPool.Full`.
    static func prepare(_ content: PageContent, in office: Office) async throws -> PreparedPage {
        let names = try await office.database.read { try PageEditActions.statutes(in: $0) }
        return try await office.files.run { try PreparedPage(content, names: names) }
    }
}
