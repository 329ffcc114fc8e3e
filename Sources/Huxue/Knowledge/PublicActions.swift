import GRDB

/// What each of the pages for everybody shows.
enum PublicActions {
    static let pageSize = 50
    private static let newest = 10

    static func front(
        _ filter: PageFilter, page: Int, today: Day, in db: Database
    ) throws -> PublicPages.Front {
        let isNarrowed = filter.kind != nil || !filter.facets.isEmpty
        let total = try PageStore.count(filter, today: today, in: db)
        let number = min(max(1, page), max(1, (total + pageSize - 1) / pageSize))
        return PublicPages.Front(
            filter: filter, kinds: try PageStore.kinds(filter, today: today, in: db),
            subjects: try PageStore.values(of: .subject, filter, today: today, in: db),
            found: isNarrowed
                ? try PageStore.lines(filter, today: today, limit: pageSize, offset: (number - 1) * pageSize, in: db)
                : [],
            page: number, total: total,
            newest: isNarrowed
                ? [] : try FeedStore.items(filter, currentOnly: true, today: today, limit: newest, in: db))
    }

    /// - Throws: `PublicRefusal.missing` for whatever is not public, whether it exists or not.
    static func page(_ code: String, in db: Database) throws -> PublicPages.Contents {
        guard let page = try PublicStore.page(code: code, in: db),
            let revision = try PageRevisionStore.current(page, in: db),
            let content = PageFile(stored: revision.source, of: page).content
        else { throw PublicRefusal.missing }
        let reading = PageReading(content)
        let surroundings = PageRendering.Surroundings(
            citations: .ministry, pages: try PublicStore.addresses(of: reading.pages, in: db),
            attachments: try PublicStore.attachments(reading.attachments, in: db), isPublic: true)
        return PublicPages.Contents(
            page: page, content: content, rendering: PageRendering(content, reading, in: surroundings),
            related: try PageStore.related(to: page, reach: .open, in: db))
    }

    static func search(_ text: String, page: Int, in db: Database) throws -> PublicPages.Findings {
        let query = SearchQuery(text)
        var findings = PublicPages.Findings(text: query.text)
        guard !query.isEmpty else { return findings }
        findings.page = min(max(1, page), 1000)
        let offset = (findings.page - 1) * pageSize
        var (pages, count) = try PublicStore.find(query, offset: offset, limit: pageSize, in: db)
        var phrases = query.phrases(isPartial: false)
        if count == 0, query.any != nil {
            phrases = query.phrases(isPartial: true)
            let words = phrases.map { SearchQuery($0.joined(separator: "")) }.filter { !$0.isEmpty }
            (pages, count) = try PublicStore.find(anyOf: words, offset: offset, limit: pageSize, in: db)
            findings.isPartial = true
        }
        findings.count = count
        findings.hits = try pages.map { page in
            PublicPages.Hit(
                page: page, title: .whole(page.title, phrases: phrases),
                excerpt: SearchExcerpt(of: try PublicStore.plainText(of: page.id, in: db), phrases: phrases))
        }
        return findings
    }
}
