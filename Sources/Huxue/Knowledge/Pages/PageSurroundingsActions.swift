import GRDB

/// What the office has of what pages name.
enum PageSurroundingsActions {
    /// A page's content, read.
    typealias Read = (content: PageContent, reading: PageReading)

    /// Everything that `PageRules` asks for.
    static func all(around pages: [Read], now: Moment, in db: Database) throws -> PageRules.Surroundings {
        var surroundings = try names(in: pages.map(\.content), now: now, in: db)
        surroundings.paths = try PageStore.paths(in: db)
        surroundings.attachments = Set(try AttachmentStore.names(in: db))
        surroundings.missing = try CitationLinkStore.missing(
            pages.flatMap { $0.reading.references.flatMap(\.citations) }, in: db)
        for path in Set(pages.flatMap(\.reading.anchoredPages)) {
            surroundings.headings[path] = try headings(of: path, in: db)
        }
        return surroundings
    }

    /// People and units alone, which the fields name.
    static func names(in contents: [PageContent], now: Moment, in db: Database) throws -> PageRules.Surroundings {
        var surroundings = PageRules.Surroundings()
        var logins: Set<String> = []
        var units: Set<String> = []
        for content in contents {
            if case .login(let login) = content.owner, try SessionStore.visitor(login: login, now: now, in: db) != nil {
                logins.insert(login)
            }
            if let page = try PageStore.page(code: content.code, in: db) {
                surroundings.standing[page.code] = PageRules.Names(owner: page.owner, unit: page.unit)
            }
            if !content.unit.isEmpty, try UnitStore.unit(named: content.unit, in: db) != nil {
                units.insert(content.unit)
            }
        }
        surroundings.statutes = try StatuteDirectoryStore.names(in: db)
        surroundings.logins = logins
        surroundings.units = units
        return surroundings
    }

    /// The anchors of a page; nil when there is none at this path.
    static func headings(of path: String, in db: Database) throws -> Set<String>? {
        guard let code = path.split(separator: "/").last?.dropLast(".md".count),
            let page = try PageStore.page(code: String(code), in: db), PageContent.path(page.kind, page.code) == path,
            let revision = try PageRevisionStore.current(page, in: db)
        else { return nil }
        let names = try StatuteDirectoryStore.names(in: db)
        return PageReadingCache.shared.text(of: revision, page, names: names)?.reading.anchors
    }
}
