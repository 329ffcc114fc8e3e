/// What the text of a statute tells about the references in it: which articles there are, and what 本法 means.
struct StatuteFrame: Sendable {
    let statute: Statute
    /// In their order; those that were deleted keep their place.
    let articles: [ArticleNumber]
    let abbreviations: StatuteNames
    /// Statutes that were rewritten as a whole after this one was last amended.
    let rewritten: Set<Statute>
    private let deleted: Set<ArticleNumber>
    private let outlines: [ArticleNumber: ArticleOutline]

    /// Reads what the text of all `articles`, of the version that is read, tells.
    ///
    /// The statutes of `rewritten` were rewritten as a whole (修正公布全文) after that version; the numbers by which it
    /// cites them are no longer theirs. A repeal is no amendment: a repealed text keeps the day of its last wording.
    init(
        _ statute: Statute, articles: [(number: ArticleNumber, text: String)], names: StatuteNames,
        rewritten: Set<Statute> = []
    ) {
        self.statute = statute
        self.rewritten = rewritten
        self.articles = articles.map(\.number).sorted()
        deleted = Set(articles.filter { ArticleText.isDeleted($0.text) }.map(\.number))
        var abbreviations = StatuteNames()
        var outlines: [ArticleNumber: ArticleOutline] = [:]
        for article in articles {
            let text = FoldedText(article.text)
            outlines[article.number] = ArticleOutline(text)
            for definition in StatuteAbbreviation.all(in: text, names: names) {
                abbreviations.add(definition.short, for: definition.meaning)
            }
        }
        self.outlines = outlines
        if let (short, parent) = Self.parent(of: statute, names: names), abbreviations.meaning(of: short) == nil {
            abbreviations.add(short, for: parent)
        }
        self.abbreviations = abbreviations
    }

    func has(_ article: ArticleNumber) -> Bool { position(of: article) != nil }

    /// Whether the text of the cited article rules out that it has that 項, 款 or 目.
    func lacks(_ citation: Citation) -> Bool {
        citation.article.flatMap { outlines[$0] }?.lacks(citation) ?? false
    }

    /// The articles `distance` before and directly before `article`; nil when there are not so many, or when a deleted
    /// or an inserted one is among them: then nobody knows whether the words were adapted.
    func articles(before article: ArticleNumber, upTo distance: Int) -> ClosedRange<ArticleNumber>? {
        guard let position = position(of: article), distance > 0, position >= distance else { return nil }
        let range = articles[(position - distance)..<position]
        guard let first = range.first, let last = range.last, deleted.isDisjoint(with: range) else { return nil }
        guard range.allSatisfy({ $0.branch == 0 || $0.main == article.main }) else { return nil }
        return first...last
    }

    /// The article directly behind `article`, unless it is deleted or was inserted there.
    func article(after article: ArticleNumber) -> ArticleNumber? {
        guard let position = position(of: article), position + 1 < articles.count else { return nil }
        let next = articles[position + 1]
        return deleted.contains(next) || next.branch > 0 && article.branch == 0 ? nil : next
    }

    private func position(of article: ArticleNumber) -> Int? {
        var low = 0
        var high = articles.count
        while low < high {
            let middle = (low + high) / 2
            if articles[middle] < article { low = middle + 1 } else { high = middle }
        }
        return low < articles.count && articles[low] == article ? low : nil
    }

    /// In 戶籍法施行細則, 本法 is 戶籍法 even where nothing says so.
    private static func parent(of statute: Statute, names: StatuteNames) -> (String, StatuteNames.Meaning)? {
        guard statute.name.hasSuffix("施行細則") else { return nil }
        let name = String(statute.name.dropLast(4))
        let short = name.hasSuffix("條例") ? "本條例" : "本法"
        return (short, names.meaning(of: name) ?? .unknown(name))
    }
}
