/// Where the citations of one page lead: to this site's own pages of what the office has loaded, to the ministry's otherwise.
///
/// Made once for a page by `CitationLinkStore.links`, with one query for all of its citations.
struct CitationLinks: Equatable, Sendable {
    /// Those that the office has loaded.
    private let own: Set<Citation>

    /// For pages that are read without signing in.
    static let ministry = CitationLinks(own: [])

    init(own: Set<Citation>) {
        self.own = own
    }

    /// Whether the text of the article can be shown beside the link.
    func showsPreview(of citation: Citation) -> Bool { citation.article != nil && own.contains(citation.withoutParts) }

    /// Whether the office has the article.
    func has(_ citation: Citation) -> Bool { own.contains(citation.withoutParts) }

    func address(of citation: Citation) -> Address {
        guard own.contains(citation.withoutParts) else { return CitationViews.ministryAddress(of: citation) }
        guard let article = citation.article else { return StatuteAddress.statute(citation.statute.pcode) }
        return StatuteAddress.article(citation.statute.pcode, article)
    }
}

extension Citation {
    /// The article, or the whole statute, that it is a part of.
    var withoutParts: Citation {
        article.map { Citation(statute, $0) } ?? self
    }
}
