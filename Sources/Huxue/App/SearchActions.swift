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
        var request = SearchRequest(query: query, limit: Self.fewHits)
        contents.sections = try sections(request, for: visitor, in: db)
        if contents.shown.isEmpty, query.any != nil {
            request.isPartial = true
            contents.sections = try sections(request, for: visitor, in: db)
            contents.isPartial = !contents.shown.isEmpty
        }
        guard let kind, let place = contents.sections.firstIndex(where: { $0.kind == kind }) else { return contents }
        let pages = max(1, (contents.sections[place].findings.count + Self.pageSize - 1) / Self.pageSize)
        contents.page = min(max(1, page), pages)
        request.offset = (contents.page - 1) * Self.pageSize
        request.limit = Self.pageSize
        let source = openSources(to: visitor).first { $0.kind == kind }
        contents.sections[place].findings =
            try source?.findings(request, for: visitor, in: db) ?? contents.sections[place].findings
        return contents
    }

    func suggestions(
        _ query: SearchQuery, for visitor: Visitor, in db: Database
    ) throws -> [SearchSuggestion] {
        guard !query.isEmpty else { return [] }
        var seen: Set<Address> = []
        let found = try openSources(to: visitor).flatMap {
            try $0.suggestions(query, limit: Self.suggestionsOfKind, for: visitor, in: db)
        }
        return Array(found.filter { seen.insert($0.address).inserted }.prefix(Self.suggestionLimit))
    }

    private func sections(
        _ request: SearchRequest, for visitor: Visitor, in db: Database
    ) throws -> [SearchPages.Section] {
        try openSources(to: visitor).map {
            SearchPages.Section(kind: $0.kind, findings: try $0.findings(request, for: visitor, in: db))
        }
    }

    private func openSources(to visitor: Visitor) -> [any SearchSource] {
        SearchKind.allCases.flatMap { kind in sources.filter { $0.kind == kind && $0.isOpen(to: visitor) } }
    }
}
