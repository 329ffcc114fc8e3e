import GRDB

/// What a page answers when somebody asks for one of its parts.
enum PageAnswerActions {
    /// The part of the first of these pages that is a procedure in force; nil when that one has no such part.
    ///
    /// `ids`: pages that the visitor may read, the best first. `visitor`: nil is the public.
    static func answer(
        _ part: PagePart, in ids: [ID<Page>], for visitor: Visitor?, today: Day, in db: Database
    ) throws -> SearchAnswer? {
        let pages = try ids.compactMap { try PageStore.page($0, in: db) }
        guard let page = pages.first(where: { $0.kind == .procedure && $0.state == .current }),
            let revision = try PageRevisionStore.current(page, in: db),
            let text = PageReadingCache.shared.text(of: revision, page, names: try StatuteDirectoryStore.names(in: db))
        else { return nil }
        var surroundings =
            try visitor.map {
                try PageViewActions.surroundings(text.reading, reach: PageActions.reach(of: $0.actor), in: db)
            } ?? PublicActions.surroundings(text.reading, in: db)
        (surroundings.showsCitations, surroundings.parts, surroundings.tasks) = (false, [part], .item)
        let sections = try rendering(part, of: text, in: surroundings, db).sections
        guard let section = sections.first(where: { $0.heading?.text == part.title }), let heading = section.heading
        else { return nil }
        let address = visitor == nil ? PublicAddress.page(page.code) : PageAddress.page(page.code)
        let flags = try AmendmentStore.open(.page, id: page.id.rawValue, in: db)
        return SearchAnswer(
            title: page.title, heading: part.title, address: "\(address)#\(segment: heading.id)", html: section.html,
            basis: PageAnswerViews.basis(
                text.reading.citations(below: heading), surroundings.citations, otherwise: sections),
            lawAsOf: page.lawAsOf,
            warnings: PageAnswerViews.warnings(page, PageAmendments(flags, today: today).touched, today: today))
    }
    /// Of papers, what everybody brings stands first.
    private static func rendering(
        _ part: PagePart, of text: PageReadingCache.Text, in surroundings: PageRendering.Surroundings, _ db: Database
    ) throws -> PageRendering {
        guard part == .papers else { return PageRendering(text.content, text.reading, in: surroundings) }
        var content = text.content
        content.body = PagePapers(in: content.body).sorted
        return PageRendering(
            content, try PageReading(content, names: StatuteDirectoryStore.names(in: db)), in: surroundings)
    }
}
