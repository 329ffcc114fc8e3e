/// An article typed behind a part of a statute's name: 細則15, 身分證辦法第十條.
struct CitationShortName: Equatable, Sendable {
    /// Folded, at least two characters.
    let name: String
    let article: ArticleNumber

    /// Nil when no number of an article stands behind a name.
    init?(typed text: String) {
        let scalars = Array(LawText.folded(text).unicodeScalars)
        for start in scalars.indices.dropFirst(2) {
            var scanner = CitationScanner(scalars[start...])
            guard let article = scanner.article() else { continue }
            (name, self.article) = (String(String.UnicodeScalarView(scalars[..<start])), article)
            return
        }
        return nil
    }

    /// The statutes of the table of which it is a part of some name, in the table's order.
    var statutes: [Statute] {
        StatuteTable.all.filter { statute in
            ([statute.name] + statute.otherNames).contains { LawText.folded($0).contains(name) }
        }
    }
}
