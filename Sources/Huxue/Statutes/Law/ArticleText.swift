/// The text of an article as the ministry publishes it, ready for comparing.
struct ArticleText: Sendable {
    /// What carries meaning: equal for two texts that differ only in layout or in how characters are written; see
    /// `LawText.folded`.
    let folded: String
    /// Nil when the lines of the text do not tell paragraphs apart for certain (old statutes are broken at a fixed
    /// width).
    let paragraphs: [Paragraph]?

    /// 項.
    struct Paragraph: Hashable, Sendable {
        /// With its subparagraphs.
        fileprivate(set) var folded: String
        /// How many items 目 each of its subparagraphs 款 has.
        fileprivate(set) var items: [Int] = []

        fileprivate func isSame(as other: Paragraph) -> Bool {
            items == other.items && OddSigns.areSame(folded, other.folded)
        }
    }

    init(_ text: String) {
        let lines = Self.split(text)
        let folds = lines.map { LawText.folded(String($0)) }
        folded = folds.joined()
        paragraphs = Self.paragraphs(of: lines, folds: folds)
    }

    /// The lines as they stand in the text, without empty ones; by scalars, which is several times faster.
    static func split(_ text: String) -> [Substring] {
        text.unicodeScalars.split { scalar in
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }.map(Substring.init)
    }

    /// Whether the text says so, without taking a longer one apart.
    static func isDeleted(_ text: String) -> Bool { text.utf8.count < 100 && ArticleText(text).isDeleted }

    /// 條文已刪除.
    var isDeleted: Bool {
        let words = folded.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
        return folded.unicodeScalars.count <= 8 && ["刪除", "本條刪除"].contains(String(String.UnicodeScalarView(words)))
    }

    /// The numbers of the paragraphs that are not the same in both; one that was put in or taken out touches those
    /// behind it, whose number changes.
    ///
    /// Nil when the paragraphs of either text cannot be told apart.
    static func changedParts(_ old: ArticleText, _ new: ArticleText) -> Set<Int>? {
        guard let before = old.paragraphs, let after = new.paragraphs else { return nil }
        let count = max(before.count, after.count)
        return Set(
            (0..<count).filter { $0 >= before.count || $0 >= after.count || !before[$0].isSame(as: after[$0]) }.map {
                $0 + 1
            })
    }

    /// Whether the text itself rules out that the cited 項, 款 or 目 exists.
    func lacks(_ citation: Citation) -> Bool {
        guard let paragraphs else { return false }
        var candidates = paragraphs.map(\.items)
        if let paragraph = citation.paragraph {
            guard paragraph <= paragraphs.count else { return true }
            candidates = [paragraphs[paragraph - 1].items]
        }
        guard let subparagraph = citation.subparagraph else { return false }
        candidates = candidates.filter { subparagraph <= $0.count }
        guard !candidates.isEmpty else { return true }
        guard let item = citation.item else { return false }
        return candidates.allSatisfy { $0[subparagraph - 1] < item }
    }

    private static func paragraphs(of lines: [Substring], folds: [String]) -> [Paragraph]? {
        var paragraphs: [Paragraph] = []
        for (line, fold) in zip(lines, folds) where !fold.isEmpty {
            guard let first = line.first, !first.isWhitespace, let last = fold.last, "。:;)".contains(last) else {
                return nil
            }
            let scalars = Array(fold.unicodeScalars)[...]
            let open = paragraphs.indices.last
            if let open, isSubparagraph(scalars) {
                paragraphs[open].items.append(0)
                paragraphs[open].folded += fold
            } else if let open, isItem(scalars), let last = paragraphs[open].items.indices.last {
                paragraphs[open].items[last] += 1
                paragraphs[open].folded += fold
            } else {
                paragraphs.append(Paragraph(folded: fold))
            }
        }
        return paragraphs
    }

    /// The lines for showing: paragraphs, subparagraphs and items; lines broken at a fixed width are joined.
    ///
    /// With a table or a formula they stay as they are. `isCounted`: whether they tell its paragraphs apart, where that
    /// is known already.
    static func lines(of text: String, isCounted: Bool? = nil) -> [String] {
        if ArticleBlock.hasFigure(text) { return ArticleBlock.all(in: text).flatMap { $0.lines.map(String.init) } }
        let lines = split(text).map { $0.trimming(while: \.isWhitespace) }
            .filter { !$0.isEmpty }
        guard !(isCounted ?? (ArticleText(text).paragraphs != nil)) else { return lines.map(String.init) }
        var joined: [String] = []
        for line in lines {
            let scalars = Array(LawText.folded(String(line)).unicodeScalars)[...]
            if let last = joined.last?.last, !"。：:；".contains(last), !isSubparagraph(scalars), !isItem(scalars) {
                joined[joined.count - 1] += line
            } else {
                joined.append(String(line))
            }
        }
        return joined
    }

    /// Whether the line is a 款 or 目, which belongs to the 項 above it.
    static func isPart(_ line: String) -> Bool {
        // Its number stands at its beginning.
        let start = String(line.unicodeScalars.prefix(40))
        let scalars = Array(LawText.folded(start).unicodeScalars)[...]
        return isSubparagraph(scalars) || isItem(scalars)
    }

    /// Whether the line begins with 一、.
    private static func isSubparagraph(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let (_, length) = LawText.number(leading: line) else { return false }
        return line.dropFirst(length).first == "、"
    }

    /// Whether the folded line begins with （一）.
    private static func isItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.first == "(", let (_, length) = LawText.number(leading: line.dropFirst()) else { return false }
        return line.dropFirst(1 + length).first == ")"
    }
}

extension Substring {
    fileprivate func trimming(while matches: (Character) -> Bool) -> Substring {
        let start = drop(while: matches)
        return start[..<(start.lastIndex { !matches($0) }.map(start.index(after:)) ?? start.startIndex)]
    }
}
