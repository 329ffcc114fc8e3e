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
        let surroundings =
            try visitor.map {
                try PageViewActions.surroundings(text.reading, reach: PageActions.reach(of: $0.actor), in: db)
            } ?? PublicActions.surroundings(text.reading, in: db)
        let sections = PageReadingCache.shared.rendering(of: text, in: surroundings).sections
        guard let section = sections.first(where: { $0.heading?.text == part.title }), let heading = section.heading
        else { return nil }
        let address = visitor == nil ? PublicAddress.page(page.code) : PageAddress.page(page.code)
        let flags = try AmendmentStore.open(.page, id: page.id.rawValue, in: db)
        return SearchAnswer(
            title: page.title, heading: part.title, address: "\(address)#\(segment: heading.id)", html: section.html,
            basis: text.reading.citations(below: heading).isEmpty
                ? PageAnswerViews.basis(sections) : .empty,
            lawAsOf: page.lawAsOf,
            warnings: PageAnswerViews.warnings(page, PageAmendments(flags, today: today).touched, today: today))
    }
}
