import GRDB

/// The present wording of what is cited.
enum CitedArticleStore {
    /// In the order of the citations, each article once.
    static func articles(of citations: [Citation], in db: Database) throws -> [CitedArticle] {
        var seen: Set<Citation> = []
        return try citations.map(\.withoutParts).filter { seen.insert($0).inserted }.map { citation in
            CitedArticle(
                citation: citation,
                text: try citation.article.flatMap { try StatuteStore.text(of: citation.statute.pcode, $0, in: db) })
        }
    }
}
