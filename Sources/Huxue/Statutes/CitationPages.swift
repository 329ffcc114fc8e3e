/// Citations on pages.
enum CitationPages {
    /// The ministry's public page of the cited article.
    static func address(of citation: Citation) -> Address {
        """
        https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=\(segment: citation.statute.pcode)\
        &flno=\(segment: citation.article.plain)
        """
    }

    static func link(to citation: Citation) -> HTML {
        "<a href=\"\(address(of: citation))\">\(citation.description)</a>"
    }
}
