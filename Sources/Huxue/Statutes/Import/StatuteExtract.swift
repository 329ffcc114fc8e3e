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

    /// The texts of the cited article, or of all articles of a statute that is cited as a whole.
    func articles(_ citation: Citation) -> [ArticleText] {
        guard let contents = statutes[citation.statute.pcode] else { return [] }
        guard let number = citation.article else { return Array(contents.articles.values) }
        return contents.articles[number].map { [$0] } ?? []
    }
}
