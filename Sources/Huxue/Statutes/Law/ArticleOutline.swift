/// Where the paragraphs 項, subparagraphs 款 and items 目 of an article stand in its text.
struct ArticleOutline: Sendable {
    /// What a place in the text belongs to, all counted from 1.
    struct Place: Equatable, Sendable {
        var paragraph = 0
        var subparagraph: Int?
        var item: Int?
    }

    /// For each paragraph, how many items each of its subparagraphs has.
    private(set) var paragraphs: [[Int]] = []
    private var starts: [(index: Int, place: Place)] = []

    /// Nil when the lines do not tell the paragraphs apart for certain: wrapped at a fixed width, or with lines that
    /// neither begin a paragraph nor bear a number.
    init?(_ text: FoldedText) {
        var open = Place()
        var previousEnd: Unicode.Scalar?
        for (number, line) in text.lines.enumerated() {
            let end = number + 1 < text.lines.count ? text.lines[number + 1].start : text.scalars.count
            let scalars = text.scalars[line.start..<end]
            guard !line.isIndented, let last = scalars.last(where: { $0 != FoldedText.wall }) else { return nil }
            guard number + 1 == text.lines.count || "。:;)".unicodeScalars.contains(last) else { return nil }
            guard let place = place(of: scalars, after: open, previousEnd: previousEnd) else { return nil }
            open = place
            starts.append((line.start, place))
            previousEnd = last
        }
    }

    func place(of index: Int) -> Place? { starts.last { $0.index <= index }?.place }

    /// Where the paragraph begins that `index` stands in.
    func paragraphStart(of index: Int) -> Int {
        let paragraph = place(of: index)?.paragraph
        return starts.first { $0.place.paragraph == paragraph }?.index ?? 0
    }

    /// Whether the article has no such 項, 款 or 目.
    func lacks(_ citation: Citation) -> Bool {
        var candidates = paragraphs
        if let paragraph = citation.paragraph {
            guard paragraph <= paragraphs.count else { return true }
            candidates = [paragraphs[paragraph - 1]]
        }
        guard let subparagraph = citation.subparagraph else { return false }
        let least = citation.item ?? 0
        return candidates.allSatisfy { $0.count < subparagraph || $0[subparagraph - 1] < least }
    }

    private mutating func place(
        of line: ArraySlice<Unicode.Scalar>, after open: Place, previousEnd: Unicode.Scalar?
    ) -> Place? {
        var place = open
        switch Self.marker(of: line) {
        case .subparagraph(let number):
            guard open.paragraph > 0, number == (open.subparagraph ?? 0) + 1 else { return nil }
            paragraphs[open.paragraph - 1].append(0)
            place.subparagraph = number
            place.item = nil
        case .item(let number):
            guard let subparagraph = open.subparagraph, number == (open.item ?? 0) + 1 else { return nil }
            paragraphs[open.paragraph - 1][subparagraph - 1] = number
            place.item = number
        case .below:
            guard open.paragraph > 0 else { return nil }
        case .none:
            guard previousEnd != ":" else { return nil }
            paragraphs.append([])
            place = Place(paragraph: open.paragraph + 1)
        }
        return place
    }

    private enum Marker {
        case subparagraph(Int), item(Int), below, none
    }

    /// 一、 begins a subparagraph and （一） an item, while Arabic numbers stand below them.
    private static func marker(of line: ArraySlice<Unicode.Scalar>) -> Marker {
        var scanner = CitationScanner(line)
        let isBracketed = scanner.take("(")
        let isArabic = scanner.next.map { ("0"..."9").contains($0) } ?? false
        guard let number = scanner.number() else { return .none }
        guard isBracketed ? scanner.take(")") : scanner.take(oneOf: ["、", "."]) else { return .none }
        if isArabic { return .below }
        return isBracketed ? .item(number) : .subparagraph(number)
    }
}
