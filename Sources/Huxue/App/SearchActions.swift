import GRDB

/// Asks the sources, for the page of results and for what completes the box.
struct SearchActions {
    let sources: [any SearchSource]

    /// How many of each kind stand on the page of all kinds, and on a page of one.
    static let fewHits = 5
    static let pageSize = 20
    private static let suggestionLimit = 8
    private static let suggestionsOfKind = 4

    /// The page of results.
    ///
    /// `kind`: nil for all. `page`: from 1; one that is too high is the last.
    func contents(
        _ query: SearchQuery, kind: SearchKind?, page: Int, for visitor: Visitor, in db: Database
    ) throws -> SearchPages.Contents {
        var contents = SearchPages.Contents(query: query, kind: kind, page: 1)
        guard !query.isEmpty else { return contents }
        if visitor.may(.readLaw) { contents.named = try StatuteLookupStore.named(query.text, in: db) }
        if kind == nil, visitor.may(.readLaw) {
            contents.numbered = try StatuteLookupStore.articles(numbered: query.text, in: db)
        }
        var request = SearchRequest(query: query, limit: Self.fewHits)
        contents.sections = try sections(request, for: visitor, in: db)
        if contents.shown.isEmpty, query.any != nil {
            request.breadth = .partial
            contents.sections = try sections(request, for: visitor, in: db)
            contents.isPartial = !contents.shown.isEmpty
        } else if kind == nil {
            contents.near = try near(request, contents.sections, for: visitor, in: db)
        }
        guard let kind, let place = contents.sections.firstIndex(where: { $0.kind == kind }) else { return contents }
        let pages = max(1, (contents.sections[place].findings.count + Self.pageSize - 1) / Self.pageSize)
        contents.page = min(max(1, page), pages)
        var wanted = contents.sections[place].request
        wanted.offset = (contents.page - 1) * Self.pageSize
        wanted.limit = Self.pageSize
        let source = openSources(to: visitor).first { $0.kind == kind }
        contents.sections[place].findings =
            try source?.findings(wanted, for: visitor, in: db) ?? contents.sections[place].findings
        return contents
    }

    /// Pages with some of the words alone, where hardly a page has all of them.
    private func near(
        _ request: SearchRequest, _ sections: [SearchPages.Section], for visitor: Visitor, in db: Database
    ) throws -> [SearchHit] {
        guard let found = sections.first(where: { $0.kind == .pages })?.findings, found.count < SearchRequest.few,
            request.query.any != nil, let source = openSources(to: visitor).first(where: { $0.kind == .pages })
        else { return [] }
        var partial = request
        partial.breadth = .partial
        let shown = Set(found.hits.map(\.address))
        return try source.findings(partial, for: visitor, in: db).hits.filter { !shown.contains($0.address) }
    }

    func suggestions(
        _ query: SearchQuery, for visitor: Visitor, in db: Database
    ) throws -> [SearchSuggestion] {
        guard !query.isEmpty else { return [] }
        var seen: Set<Address> = []
        let found =
            try elsewhere(query, for: visitor, in: db)
            + openSources(to: visitor).flatMap {
                try $0.suggestions(query, limit: Self.suggestionsOfKind, for: visitor, in: db)
            }
        return Array(found.filter { seen.insert($0.address).inserted }.prefix(Self.suggestionLimit))
    }

    /// An article that the office does not keep; the page of results leads to the ministry's.
    private func elsewhere(
        _ query: SearchQuery, for visitor: Visitor, in db: Database
    ) throws -> [SearchSuggestion] {
        guard visitor.may(.readLaw), let named = try StatuteLookupStore.named(query.text, in: db), named.name == nil,
            named.citation.article != nil
        else { return [] }
        let address = SearchPages.address(query)
        return [SearchSuggestion(title: named.title, kindWord: SearchTerms.elsewhere, address: address)]
    }

    private func sections(
        _ request: SearchRequest, for visitor: Visitor, in db: Database
    ) throws -> [SearchPages.Section] {
        try openSources(to: visitor).map { source in
            let (request, findings) = try source.widened(request, for: visitor, in: db)
            return SearchPages.Section(kind: source.kind, request: request, findings: findings)
        }
    }

    private func openSources(to visitor: Visitor) -> [any SearchSource] {
        SearchKind.allCases.flatMap { kind in sources.filter { $0.kind == kind && $0.isOpen(to: visitor) } }
    }
}
