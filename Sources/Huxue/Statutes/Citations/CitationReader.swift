/// Finds the references to articles of law in running text.
///
/// What is not certain is reported with its reason instead of a guess: a false link is worse than none.
///
///     CitationReader(names: names).references(in: "依戶籍法第48條第2項及第79條")
struct CitationReader: Sendable {
    let names: StatuteNames

    /// All references, in the order of the text.
    ///
    /// `text` is without markup, and an empty line separates blocks. `frame` is the statute whose text it is, nil for a
    /// page or an explanation, and `article` the article whose whole text it is, when it is one.
    func references(
        in text: String, of frame: StatuteFrame? = nil, article: ArticleNumber? = nil
    ) -> [CitationReference] {
        var reading = CitationReading(FoldedText(text), names: names, frame: frame, article: article)
        return reading.references()
    }
}
