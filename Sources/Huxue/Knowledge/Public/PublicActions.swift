import GRDB

/// What each of the pages for everybody shows.
enum PublicActions {
    static let pageSize = 50
    private static let newest = 10
    /// How many pages with some of the words are listed beside the few that have all.
    private static let nearby = 5

    static func front(
        _ filter: PageFilter, page: Int, today: Day, in db: Database
    ) throws -> PublicViews.Front {
        let isNarrowed = filter.kind != nil || !filter.facets.isEmpty
        let total = try PageStore.count(filter, today: today, in: db)
        let paging = Paging(page, size: pageSize, total: total)
        return PublicViews.Front(
            filter: filter, kinds: try PageStore.kinds(filter, today: today, in: db),
            subjects: try PageStore.values(of: .subject, filter, today: today, in: db),
            found: isNarrowed
                ? try PageStore.lines(filter, today: today, limit: paging.size, offset: paging.offset, in: db)
                : [],
            paging: paging,
            newest: isNarrowed
                ? [] : try FeedStore.items(filter, currentOnly: true, today: today, limit: newest, in: db))
    }

    /// - Throws: `PublicRefusal.missing` for whatever is not public, whether it exists or not.
    static func page(_ code: String, today: Day, in db: Database) throws -> PublicViews.Contents {
        guard let page = try PublicStore.page(code: code, in: db),
            let revision = try PageRevisionStore.current(page, in: db),
            let text = PageReadingCache.shared.text(
                of: revision, page, names: try StatuteDirectoryStore.names(in: db))
        else { throw PublicRefusal.missing }
        let surroundings = try surroundings(text.reading, in: db)
        return PublicViews.Contents(
            page: page, content: text.content,
            rendering: PageReadingCache.shared.rendering(of: text, in: surroundings),
            related: try PageStore.related(to: page, reach: .open, in: db),
            flags: try AmendmentStore.open(.page, id: page.id.rawValue, in: db), today: today)
    }

    /// What everybody finds around the text of a public page.
    static func surroundings(_ reading: PageReading, in db: Database) throws -> PageRendering.Surroundings {
        PageRendering.Surroundings(
            citations: .ministry, pages: try PublicStore.addresses(of: reading.pages, in: db),
            attachments: Dictionary(
                uniqueKeysWithValues: try AttachmentStore.known(reading.attachments, in: db)
                    .map { ($0, PublicAddress.attachment($0)) }),
            facts: reading.placeholders.isEmpty ? LocalFacts() : try LocalFactStore.facts(in: db), isPublic: true)
    }

    /// - Throws: `PublicRefusal.missing` unless a public page in force links to it.
    static func attachment(_ name: String, in db: Database) throws -> Attachment {
        guard try PublicStore.shows(attachment: name, in: db),
            let attachment = try AttachmentStore.attachment(name, in: db)
        else { throw PublicRefusal.missing }
        return attachment
    }

    /// Frequent questions by subject.
    static func faq(in db: Database) throws -> [(subject: String, page: Page)] {
        try PublicStore.subjects(of: .faq, in: db)
    }

    /// The latest revisions of public pages, for the feed.
    /// - Throws: `PublicRefusal.missing` for a kind that does not exist.
    static func feed(_ query: Form, today: Day, in db: Database) throws -> [FeedItem] {
        guard let filter = try PageFilter(feed: query, reach: .open) else { throw PublicRefusal.missing }
        return try FeedStore.items(filter, currentOnly: true, today: today, limit: AtomFeed.limit, in: db)
    }

    /// `page`: from 1; one that is too high is the last.
    static func search(_ text: String, page: Int, clock: OfficeClock, in db: Database) throws -> PublicViews.Findings {
        let source = PageSearchStore(clock: clock)
        let query = SearchQuery(typed: text)
        var shown = PublicViews.Findings(text: query.text)
        guard !query.isEmpty else { return shown }
        var (request, findings) = try source.widened(
            query.request(limit: pageSize), for: nil, in: db)
        if findings.count == 0, query.any != nil {
            request.breadth = .partial
            findings = try source.findings(request, for: nil, in: db)
            shown.isPartial = true
        } else if findings.count < SearchRequest.few, query.any != nil {
            let partial = query.request(.partial, limit: nearby)
            let seen = Set(findings.hits.map(\.address))
            shown.near = try source.findings(partial, for: nil, in: db).hits.filter { !seen.contains($0.address) }
        }
        shown.answer = page > 1 ? nil : try source.answer(request, for: nil, in: db)
        shown.paging = Paging(page, size: pageSize, total: findings.count)
        request.offset = shown.paging.offset
        shown.found = shown.paging.page == 1 ? findings : try source.findings(request, for: nil, in: db)
        return shown
    }
}
