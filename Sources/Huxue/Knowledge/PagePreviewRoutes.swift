import Hummingbird

/// What is being written, as it will look.
struct PagePreviewRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("pages/preview") { _, context in try await fragment(context) }
    }

    private func fragment(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.readPages, for: context.actor)
        return .page(PageFormPages.fragment(try await preview(of: try PageForm(context.form), context)))
    }

    /// How what stands in a form looks, and what should be looked at in it.
    /// - Throws: `PageRefusal.invalid` for a text that is too long.
    func preview(of form: PageForm, _ context: SignedInContext) async throws -> PageFormPages.Preview {
        let (actor, now) = (context.actor, office.clock.now())
        guard form[.body].utf8.count <= PageContent.bodyLimit else {
            throw PageRefusal.invalid([.tooLarge(kibibytes: 64)])
        }
        let (content, reading) = await Self.read(form.sketch(today: ROCDate.day(of: now)), in: office)
        let isUndecided = PageMerge.hasMarks(content.body)
        var shown = (content, reading)
        if isUndecided {
            shown.0.body = PageMerge.shown(content.body)
            shown = await Self.read(shown.0, in: office)
        }
        let seen = shown
        return try await office.database.read { db in
            PageFormPages.Preview(
                rendering: try PageEditActions.rendering(seen.0, seen.1, for: actor, in: db),
                warnings: try PageEditActions.warnings(content, reading, now: now, in: db),
                unchecked: try CitationLinkStore.unloaded(seen.1.citations, in: db).map(\.name),
                isUndecided: isUndecided)
        }
    }

    /// The text with what was read in it, away from the event loop when there is room.
    static func read(_ content: PageContent, in office: Office) async -> (PageContent, PageReading) {
        let reading = try? await office.files.run { PageReading(content) }
        return (content, reading ?? PageReading(content))
    }
}
