/// The text of an article as the ministry publishes it, ready for comparing.
struct ArticleText: Sendable {
    /// See `LawText.folded`.
    let folded: String
    /// For each paragraph 項, how many items 目 each of its subparagraphs 款 has; nil when the lines of the text do not
    /// tell paragraphs apart for certain (old statutes are broken at a fixed width).
    let paragraphs: [[Int]]?

    init(_ text: String) {
        folded = LawText.folded(text)
        paragraphs = Self.structure(of: text)
    }

    /// 條文已刪除.
    var isDeleted: Bool { folded == LawText.folded("（刪除）") }

    /// Whether the text itself rules out that the cited 項, 款 or 目 exists.
    func lacks(_ citation: Citation) -> Bool {
        guard let paragraphs else { return false }
        var candidates = paragraphs
        if let paragraph = citation.paragraph {
            guard paragraph <= paragraphs.count else { return true }
            candidates = [paragraphs[paragraph - 1]]
        }
        guard let subparagraph = citation.subparagraph else { return false }
        candidates = candidates.filter { subparagraph <= $0.count }
        guard !candidates.isEmpty else { return true }
        guard let item = citation.item else { return false }
        return candidates.allSatisfy { $0[subparagraph - 1] < item }
    }

    private static func structure(of text: String) -> [[Int]]? {
        var paragraphs: [[Int]] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let first = line.first, !first.isWhitespace, let last = line.last, "。：:；）)".contains(last)
            else { return nil }
            let scalars = Array(line.unicodeScalars)[...]
            if isSubparagraph(scalars), let open = paragraphs.indices.last {
                paragraphs[open].append(0)
            } else if isItem(scalars), let open = paragraphs.indices.last, let last = paragraphs[open].indices.last {
                paragraphs[open][last] += 1
            } else {
                paragraphs.append([])
            }
        }
        return paragraphs
    }

    /// Whether the line begins with 一、.
    private static func isSubparagraph(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let (_, length) = LawText.number(leading: line) else { return false }
        return line.dropFirst(length).first == "、"
    }

    /// Whether the line begins with （一）.
    private static func isItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let opening = line.first, opening == "（" || opening == "(",
            let (_, length) = LawText.number(leading: line.dropFirst())
        else { return false }
        let closing = line.dropFirst(1 + length).first
        return closing == "）" || closing == ")"
    }
}
