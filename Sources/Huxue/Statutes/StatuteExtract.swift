/// What one of the ministry's files says about some statutes: enough to check citations and quotations.
struct StatuteExtract: Sendable {
    /// By pcode.
    let statutes: [String: Contents]

    struct Contents: Sendable {
        let name: String
        let isRepealed: Bool
        let articles: [ArticleNumber: ArticleText]

        init(_ edition: StatuteEdition) {
            name = edition.name
            isRepealed = edition.isRepealed
            articles = Dictionary(
                edition.articles.map { ($0.number, ArticleText($0.text)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// - Throws: `StatuteFileRefusal` when the file is not of the ministry's form.
    init(of file: StatuteFile, keeping pcodes: Set<String>) throws {
        var found: [String: Contents] = [:]
        _ = try StatuteFile.read(file) { edition in
            if pcodes.contains(edition.pcode) { found[edition.pcode] = Contents(edition) }
        }
        statutes = found
    }

    /// The text of the cited article; nil when the file has none.
    func article(_ citation: Citation) -> ArticleText? {
        statutes[citation.statute.pcode]?.articles[citation.article]
    }
}
