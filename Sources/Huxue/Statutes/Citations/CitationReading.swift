/// One pass through a text; see `CitationReader`.
struct CitationReading {
    /// The statute that is spoken of, or why that is not certain.
    typealias Scope = Result<Statute, CitationDoubt>

    /// A reference that was found, with places in `scalars`.
    struct Element {
        var range: Range<Int>
        var first: Result<Citation, CitationDoubt>
        /// The end of a range.
        var last: Result<Citation, CitationDoubt>?
    }

    /// What a later 同條 or 及第三項 goes back to.
    struct Mention {
        let scope: Scope
        let parts: Result<CitedParts, CitationDoubt>
        /// It was several, of which `parts` is the last.
        var isRange = false
        /// All of the range belong to one article.
        var isWithinOneArticle = true
        let end: Int
    }

    let text: FoldedText
    let names: StatuteNames
    let frame: StatuteFrame?
    let article: ArticleNumber?
    let outline: ArticleOutline?
    let abbreviations: StatuteNames
    var position = 0
    var found: [Element] = []
    /// The statute that was named last, with the words after which it can be called 同法 or 同條例.
    var named: (scope: Scope, end: Int)?
    /// Where words ended that look like the name of a statute nobody has entered.
    var strangers: [String: Int] = [:]
    var mention: Mention?
    /// All mentions so far, and the names without an article.
    var trail: [Mention] = []

    var scalars: [Unicode.Scalar] { text.scalars }

    init(_ text: FoldedText, names: StatuteNames, frame: StatuteFrame?, article: ArticleNumber?) {
        self.text = text
        self.names = names
        self.frame = frame
        self.article = frame == nil ? nil : article
        outline = self.article == nil ? nil : ArticleOutline(text)
        var abbreviations = frame?.abbreviations ?? StatuteNames()
        for definition in StatuteAbbreviation.all(in: text, names: names) {
            abbreviations.add(definition.short, for: definition.meaning)
        }
        self.abbreviations = abbreviations
    }

    mutating func references() -> [CitationReference] {
        while position < scalars.count {
            if !readStatute(), !readNumbered(), !readRelative() {
                noteStranger()
                position += 1
            }
        }
        return found.map { CitationReference(range: text.sourceRange($0.range), meaning: Self.meaning(of: $0)) }
    }

    private static func meaning(of element: Element) -> CitationReference.Meaning {
        do {
            let first = try element.first.get()
            guard let last = try element.last?.get() else { return .one(first) }
            return CitedPassage(first, through: last) == nil ? .unresolved(.severalReadings) : .through(first, last)
        } catch {
            return .unresolved(error)
        }
    }

    /// 第48條, 第一項, §14-1 without the name of a statute before it.
    private mutating func readNumbered() -> Bool {
        let scanner = CitationScanner(scalars[position...])
        guard scanner.next == "第" || scanner.next == "§" else { return false }
        var ahead = scanner
        guard let steps = ahead.citedSteps() else { return false }
        let start = position
        guard steps[0].unit == .article else {
            read(from: start, scanner: scanner, scope: ownScope, base: unnumberedBase(before: steps[0]), unit: nil)
            return true
        }
        let (scope, nameStart) = scopeOfUnnamed(at: start)
        if case .failure(.unknownStatute) = scope { named = (scope, start) }
        read(from: nameStart, scanner: scanner, scope: scope, base: .success(CitedParts()), unit: nil)
        return true
    }

    /// The statute whose text this is.
    var ownScope: Scope { frame.map { .success($0.statute) } ?? .failure(.noStatute) }

    /// Which statute a bare 第48條 is of, and where the words begin that tell.
    private func scopeOfUnnamed(at index: Int) -> (Scope, Int) {
        var end = index
        if end > 1, "之的(:".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        if end > 1, "」》』〉".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        if end > 1, scalars[end - 1] == ")" { end = scalars[..<end].lastIndex(of: "(") ?? end }
        if StatuteNameBounds.looksLikeName(endingAt: end, in: scalars) {
            let (name, start) = StatuteNameBounds.guess(endingAt: end, in: scalars)
            return (.failure(.unknownStatute(name)), start)
        }
        if StatuteNameBounds.isDated(before: index, in: scalars) { return (.failure(.datedWording), index) }
        guard let frame else { return (.failure(.noStatute), index) }
        if index > 0, Self.doubtfulLeads.contains(scalars[index - 1]) || isForeignSentence(at: index) {
            return (.failure(.severalReadings), index)
        }
        return (.success(frame.statute), index)
    }

    /// Whether the sentence up to `index` speaks of another statute, which a bare 第48條 may still mean.
    private func isForeignSentence(at index: Int) -> Bool {
        let start = sentenceStart(of: index)
        if strangers.values.contains(where: { $0 > start }) { return true }
        return trail.contains { $0.end > start && $0.scope != ownScope }
    }

    /// Behind the last 。; in a subparagraph, where its paragraph begins.
    private func sentenceStart(of index: Int) -> Int {
        if let outline {
            if outline.place(of: index)?.subparagraph != nil { return outline.paragraphStart(of: index) }
        } else if article != nil {
            return 0
        }
        return scalars[..<index].lastIndex { $0 == "。" || $0 == FoldedText.wall } ?? 0
    }

    /// What an 項, 款 or 目 without its article belongs to.
    private func unnumberedBase(before step: CitedStep) -> Result<CitedParts, CitationDoubt> {
        guard let article else { return .failure(.noArticle) }
        if StatuteNameBounds.isDated(before: position, in: scalars) { return .failure(.datedWording) }
        if speaksOfOtherPart(before: step.unit) { return .failure(.severalReadings) }
        var parts = CitedParts(article: article, isArticleImplied: true)
        guard step.unit > .paragraph else { return .success(parts) }
        guard let outline, let place = outline.place(of: position) else { return .failure(.unclearParagraphs) }
        parts.paragraph = outline.paragraphs.count > 1 ? place.paragraph : nil
        if step.unit == .item {
            guard let subparagraph = place.subparagraph else { return .failure(.nothingBefore) }
            parts.subparagraph = subparagraph
        }
        return .success(parts)
    }

    /// Whether the words up to here speak of another article, or for a 款 or 目 of another paragraph, which a bare 第二項
    /// or 第二款 may still mean.
    private func speaksOfOtherPart(before unit: CitationUnit) -> Bool {
        if unit == .paragraph {
            // …之規定，於第一項情形準用之: the article applies the other to its own paragraph.
            if StatuteNameBounds.ends(scalars[..<position], with: ",於") { return false }
            let start = sentenceStart(of: position)
            return trail.contains { $0.end > start && !($0.parts.parts?.isArticleImplied ?? false) }
        }
        guard let outline, let place = outline.place(of: position) else { return true }
        let start = outline.paragraphStart(of: position)
        return trail.contains { mention in
            guard mention.end > start else { return false }
            guard let parts = mention.parts.parts, parts.isArticleImplied else { return true }
            return parts.paragraph ?? place.paragraph != place.paragraph
        }
    }

    private static let doubtfulLeads = Set("編章節文案書令函約定典議點表冊".unicodeScalars)
}

extension Result where Success == CitedParts {
    var parts: CitedParts? { try? get() }
}
