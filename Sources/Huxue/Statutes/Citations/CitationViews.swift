/// Citations on pages.
enum CitationViews {
    /// The ministry's public page of a statute.
    static func ministryAddress(ofStatute pcode: String) -> Address {
        "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=\(segment: pcode)"
    }

    /// The ministry's public page of the cited article, or of the statute that is cited as a whole.
    static func ministryAddress(of citation: Citation) -> Address {
        guard let article = citation.article else { return ministryAddress(ofStatute: citation.statute.pcode) }
        return """
            https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=\(segment: citation.statute.pcode)\
            &flno=\(segment: article.plain)
            """
    }

    /// `words`: what is written there; nil for the citation in full.
    ///
    /// A link to an article of ours names it for previews.
    static func link(to citation: Citation, _ links: CitationLinks, words: String? = nil) -> HTML {
        let address = links.address(of: citation)
        let preview: HTML = links.showsPreview(of: citation) ? " data-article=\"\(address)\"" : .empty
        return "<a href=\"\(address)\"\(preview)>\(words ?? citation.description)</a>"
    }
}
