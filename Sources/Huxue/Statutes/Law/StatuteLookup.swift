/// What a query names as a whole: 戶籍法48, or 個資法.
struct StatuteLookup: Equatable, Sendable {
    let citation: Citation
    /// What the statute is called now; nil when the office does not keep it.
    let name: String?
    /// Whether the office keeps the article that is named.
    let hasArticle: Bool

    /// The statute's or the article's full name.
    var title: String { (name ?? citation.statute.name) + (citation.article?.words ?? "") }

    /// Where the article stands on this site; nil when it is not kept, or none is named.
    var article: Address? {
        citation.article.flatMap { hasArticle ? StatuteAddress.article(citation.statute.pcode, $0) : nil }
    }
}
