import GRDB

/// Asks the sources, for the page of results and for what completes the box.
struct SearchActions {
    /// In the order in which their kinds are shown.
    let sources: [any SearchSource]
    let cache: SearchFindingsCache

    /// How many of each kind stand on the page of all kinds, and on a page of one.
    static let fewHits = 5
    static let pageSize = 20
    private static let suggestionLimit = 8
    private static let suggestionsOfKind = 4

    /// The page of results.
    ///
    /// `kind`: its code; nil for all. `page`: from 1; one that is too high is the last.
    func contents(
        _ query: SearchQuery, kind: String?, page: Int, for visitor: Visitor, in db: Database
    ) throws -> SearchViews.Contents {
        var contents = SearchViews.Contents(query: query, kind: kind, page: 1)
        guard !query.isEmpty else { return contents }
        if kind == nil { contents.places = try places(named: query, for: visitor, in: db) }
        var request = query.request(limit: Self.fewHits)
        contents.sections = try sections(request, for: visitor, in: db)
        if contents.shown.isEmpty, request.partial.expression != nil {
            request.breadth = .partial
            contents.sections = try sections(request, for: visitor, in: db)
            contents.isPartial = !contents.shown.isEmpty
        } else if kind == nil {
            contents.near = try near(request, contents.sections, for: visitor, in: db)
        }
        if !contents.isPartial, page <= 1 { contents.answer = try answer(contents, for: visitor, in: db) }
        guard let kind, let place = contents.sections.firstIndex(where: { $0.kind.code == kind }) else {
            return contents
        }
        let paging = Paging(page, size: Self.pageSize, total: contents.sections[place].findings.count)
        contents.page = paging.page
        var wanted = contents.sections[place].request
        wanted.offset = paging.offset
        wanted.limit = Self.pageSize
        let source = openSources(to: visitor).first { $0.kind.code == kind }
        contents.sections[place].findings =
            try source?.findings(wanted, for: visitor, in: db) ?? contents.sections[place].findings
        return contents
    }

    /// What answers the question, of the kinds that are shown.
    private func answer(
        _ contents: SearchViews.Contents, for visitor: Visitor, in db: Database
    ) throws -> SearchAnswer? {
        guard contents.query.aspect != nil else { return nil }
        for section in contents.shown {
            let source = openSources(to: visitor).first { $0.kind == section.kind }
            if let answer = try source?.answer(section.request, for: visitor, in: db) { return answer }
        }
        return nil
    }

    /// Hits with some of the words alone, of the kinds that list them where hardly any has all of them.
    private func near(
        _ request: SearchRequest, _ sections: [SearchViews.Section], for visitor: Visitor, in db: Database
    ) throws -> [SearchHit] {
        guard request.partial.expression != nil else { return [] }
        var partial = request
        partial.breadth = .partial
        return try openSources(to: visitor).filter(\.kind.listsNear).flatMap { source -> [SearchHit] in
            guard let found = sections.first(where: { $0.kind == source.kind })?.findings,
                found.count < SearchRequest.few
            else { return [] }
            let shown = Set(found.hits.map(\.address))
            return try source.findings(partial, for: visitor, in: db).hits.filter { !shown.contains($0.address) }
        }
    }

    func suggestions(
        _ query: SearchQuery, for visitor: Visitor, in db: Database
    ) throws -> [SearchSuggestion] {
        guard !query.isEmpty else { return [] }
        var seen: Set<Address> = []
        let request = query.request(limit: Self.suggestionsOfKind)
        let found =
            try elsewhere(query, for: visitor, in: db)
            + openSources(to: visitor).flatMap { try $0.suggestions(request, for: visitor, in: db) }
        return Array(found.filter { seen.insert($0.address).inserted }.prefix(Self.suggestionLimit))
    }

    /// What the words name outside this site; the page of results leads there.
    private func elsewhere(_ query: SearchQuery, for visitor: Visitor, in db: Database) throws -> [SearchSuggestion] {
        try places(named: query, for: visitor, in: db).filter { $0.kind == .outside }.map { place in
            SearchSuggestion(title: place.title, kindWord: SearchTerms.elsewhere, address: SearchViews.address(query))
        }
    }

    private func places(named query: SearchQuery, for visitor: Visitor, in db: Database) throws -> [NamedPlace] {
        try openSources(to: visitor).flatMap { try $0.places(named: query.text, for: visitor, in: db) }
    }

    private func sections(
        _ request: SearchRequest, for visitor: Visitor, in db: Database
    ) throws -> [SearchViews.Section] {
        try openSources(to: visitor).map { source in
            let (request, findings) = try cache.widened(request, by: source, for: visitor, in: db)
            return SearchViews.Section(kind: source.kind, request: request, findings: findings)
        }
    }

    private func openSources(to visitor: Visitor) -> [any SearchSource] { sources.filter { $0.isOpen(to: visitor) } }
}
