/// Citations on pages.
enum CitationPages {
    /// The ministry's public page of a statute.
    static func ministryAddress(ofStatute pcode: String) -> Address {
        "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=\(segment: pcode)"
    }

    /// The ministry's public page of the cited article.
    static func ministryAddress(of citation: Citation) -> Address {
        """
        https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=\(segment: citation.statute.pcode)\
        &flno=\(segment: citation.article.plain)
        """
    }

    static func link(to citation: Citation) -> HTML {
        "<a href=\"\(ministryAddress(of: citation))\">\(citation.description)</a>"
    }
}
