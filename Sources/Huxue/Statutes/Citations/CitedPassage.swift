/// What a text rests on: one citation, or everything from one to another, 第16條至第18條.
///
///     reader.references(in: text).passages         // what a page's text rests on
///     passage.description                          // one column of text
///     CitedPassage.stored(text, of: pcode)         // and back
struct CitedPassage: Hashable, Sendable {
    let first: Citation
    /// The end of a range, of the same statute and behind `first`; nil for one citation.
    let last: Citation?

    init(_ citation: Citation) {
        first = citation
        last = nil
    }

    /// Nil unless `last` comes after `first`.
    init?(_ first: Citation, through last: Citation) {
        guard Self.isOrdered(first, last) else { return nil }
        self.first = first
        guard first.article == last.article, let article = last.article, last.paragraph == nil else {
            self.last = last
            return
        }
        // 第1項第2款至第4款: still of 第1項.
        self.last = Citation(
            last.statute, article, paragraph: first.paragraph, subparagraph: last.subparagraph, item: last.item)
    }

    var statute: Statute { first.statute }

    /// Whether the whole statute is meant.
    var isWhole: Bool { first.article == nil }

    /// Whether it rests on the article or a part of it; one that was put in between the ends of a range counts.
    func covers(_ article: ArticleNumber) -> Bool {
        guard let start = first.article else { return true }
        return start <= article && article <= last?.article ?? start
    }

    /// The paragraphs of an article that it covers on which it rests; nil when that is all of them.
    func paragraphs(of article: ArticleNumber) -> ClosedRange<Int>? {
        let lower = article == first.article ? first.paragraph : nil
        guard let last else { return lower.map { $0...$0 } }
        let upper = article == last.article ? last.paragraph : nil
        guard lower != nil || upper != nil else { return nil }
        return (lower ?? 1)...max(upper ?? .max, lower ?? 1)
    }

    private static func isOrdered(_ first: Citation, _ last: Citation) -> Bool {
        guard first.statute == last.statute, let start = first.article, let end = last.article else { return false }
        guard start == end else { return start < end }
        for (left, right) in [
            (first.paragraph, last.paragraph), (first.subparagraph, last.subparagraph), (first.item, last.item),
        ] {
            guard let left, let right else { continue }
            if left != right { return left < right }
        }
        return false
    }
}

extension CitedPassage: CustomStringConvertible {
    /// The one way it is printed: `戶籍法第16條至第18條`, `戶籍法第4條第1項第2款至第4款`.
    var description: String {
        guard let last, let end = last.article else { return first.description }
        guard end == first.article else { return "\(first)至\(last.place)" }
        var text = "\(first)至"
        let isSameParagraph = first.paragraph == last.paragraph
        if let paragraph = last.paragraph, !isSameParagraph { text += "第\(paragraph)項" }
        let isSameSubparagraph = isSameParagraph && first.subparagraph == last.subparagraph
        if let subparagraph = last.subparagraph, !isSameSubparagraph { text += "第\(subparagraph)款" }
        if let item = last.item { text += "第\(item)目" }
        return text
    }
}

extension CitationReference {
    /// What somebody who wrote it rests on; nil when it could not be resolved.
    var passage: CitedPassage? {
        switch meaning {
        case .one(let citation): CitedPassage(citation)
        case .through(let first, let last): CitedPassage(first, through: last)
        case .unresolved: nil
        }
    }
}

extension Sequence<CitationReference> {
    /// What a text with these references rests on, each passage once, in the order of the text.
    var passages: [CitedPassage] {
        var seen: Set<CitedPassage> = []
        return compactMap(\.passage).filter { seen.insert($0).inserted }
    }
}
