/// 前條, 前二項, 次條, 本條, 同條第二項, 同項第三款: told by what stands before them.
extension CitationReading {
    struct Relative {
        let scope: Scope
        let parts: Result<CitedParts, CitationDoubt>
        /// The last of several that `parts` is the first of.
        var end: CitedParts?
        let unit: CitationUnit
    }

    mutating func readRelative() -> Bool {
        var scanner = CitationScanner(scalars[position...])
        guard let relative = relative(with: &scanner) else { return false }
        if article == nil, scalars[position] == "本" { return false }
        read(
            from: position, scanner: scanner, scope: relative.scope, base: relative.parts, unit: relative.unit,
            baseEnd: relative.end)
        return true
    }

    func relative(with scanner: inout CitationScanner) -> Relative? {
        let start = scanner
        let found: Relative? =
            switch scanner.next {
            case "前": preceding(with: &scanner)
            case "次": following(with: &scanner)
            case "本": own(with: &scanner)
            case "同", "該": same(with: &scanner)
            default: nil
            }
        if found == nil { scanner = start }
        return found
    }

    /// The 條, 項, 款 or 目 here, unless it begins another word: 條文, 條例, 項目.
    private func unit(with scanner: inout CitationScanner) -> CitationUnit? {
        guard let unit = CitationUnit(scanner.next) else { return nil }
        let others = ["例", "件", "款", "目", "項", "理"] as [Unicode.Scalar?]
        switch unit {
        case .article:
            if others.contains(scanner.afterNext) { return nil }
            let isText = scanner.afterNext == "文" && !scanner.rest.starts(with: "條文件".unicodeScalars)
            if isText && !scanner.rest.starts(with: "條文書".unicodeScalars) { return nil }
        case .paragraph: if scanner.afterNext == "目" { return nil }
        case .subparagraph: if scanner.afterNext == "項" { return nil }
        case .item: if scanner.afterNext == "的" || scanner.afterNext == "標" { return nil }
        }
        scanner.skip(1)
        return unit
    }

    private func preceding(with scanner: inout CitationScanner) -> Relative? {
        let start = scanner.position
        scanner.skip(1)
        let isEach = scanner.take("各")
        let count = isEach ? 0 : scanner.take("兩") ? 2 : scanner.number() ?? 1
        guard let unit = unit(with: &scanner) else { return nil }
        if StatuteNameBounds.endsInTime(before: start, in: scalars) {
            return Relative(scope: ownScope, parts: .failure(.severalReadings), unit: unit)
        }
        guard let frame, let article else { return Relative(scope: ownScope, parts: .failure(.noArticle), unit: unit) }
        guard unit != .article else { return precedingArticles(count, in: frame, before: article) }
        return neighbours(unit, from: isEach ? nil : -count, at: start, of: article)
    }

    private func precedingArticles(_ count: Int, in frame: StatuteFrame, before article: ArticleNumber) -> Relative {
        guard let range = frame.articles(before: article, upTo: count) else {
            let doubt: CitationDoubt = frame.articles.first == article ? .nothingBefore : .severalReadings
            return Relative(scope: ownScope, parts: .failure(doubt), unit: .article)
        }
        return Relative(
            scope: ownScope, parts: .success(CitedParts(article: range.lowerBound)),
            end: count > 1 ? CitedParts(article: range.upperBound) : nil, unit: .article)
    }

    private func following(with scanner: inout CitationScanner) -> Relative? {
        let start = scanner.position
        if start > 0, "層每多屢依名幾順數".unicodeScalars.contains(scalars[start - 1]), scanner.afterNext != "條" { return nil }
        scanner.skip(1)
        guard let unit = unit(with: &scanner) else { return nil }
        guard let frame, let article else { return Relative(scope: ownScope, parts: .failure(.noArticle), unit: unit) }
        guard unit == .article else { return neighbours(unit, from: 1, at: start, of: article) }
        let next = frame.article(after: article)
        let parts = next.map { Result<_, CitationDoubt>.success(CitedParts(article: $0)) } ?? .failure(.severalReadings)
        return Relative(scope: ownScope, parts: parts, unit: unit)
    }

    private func own(with scanner: inout CitationScanner) -> Relative? {
        let start = scanner.position
        scanner.skip(1)
        guard let unit = unit(with: &scanner) else { return nil }
        guard let article, !(start > 0 && "日基原".unicodeScalars.contains(scalars[start - 1])) else {
            return Relative(scope: ownScope, parts: .failure(.noArticle), unit: unit)
        }
        guard unit != .article else {
            return Relative(scope: ownScope, parts: .success(CitedParts(article: article)), unit: unit)
        }
        return neighbours(unit, from: 0, at: start, of: article)
    }

    /// The 項, 款 or 目 so far from the one that `index` stands in; all before it when `distance` is nil.
    private func neighbours(_ unit: CitationUnit, from distance: Int?, at index: Int, of article: ArticleNumber)
        -> Relative
    {
        guard let outline, let place = outline.place(of: index) else {
            return Relative(scope: ownScope, parts: .failure(.unclearParagraphs), unit: unit)
        }
        let here = unit == .paragraph ? place.paragraph : unit == .subparagraph ? place.subparagraph : place.item
        guard let here, here + (distance ?? -1) > 0 else {
            return Relative(scope: ownScope, parts: .failure(.nothingBefore), unit: unit)
        }
        let make = { (number: Int) in
            var parts = CitedParts(article: article, isArticleImplied: true)
            parts.paragraph = unit == .paragraph ? number : outline.paragraphs.count > 1 ? place.paragraph : nil
            if unit == .subparagraph { parts.subparagraph = number }
            if unit == .item { (parts.subparagraph, parts.item) = (place.subparagraph, number) }
            return parts
        }
        let first = distance.map { here + $0 } ?? 1
        let last = distance == 0 || distance == 1 ? first : here - 1
        return Relative(
            scope: ownScope, parts: .success(make(first)), end: last > first ? make(last) : nil, unit: unit)
    }

    /// 同條第二項, 同條項第一款, 該項第一款: of the reference before.
    private func same(with scanner: inout CitationScanner) -> Relative? {
        let start = scanner.position
        let isThat = scanner.next == "該"
        if start > 0, "相不共會合連協偕如各".unicodeScalars.contains(scalars[start - 1]) { return nil }
        scanner.skip(1)
        let unit: CitationUnit?
        if scanner.take(word: "條項") || scanner.take(word: "條第項") {
            unit = .paragraph
        } else {
            unit = self.unit(with: &scanner)
        }
        // 該項 and 該款 are ordinary words unless a number follows.
        guard let unit, !isThat || unit == .article || scanner.next == "第" else { return nil }
        guard let mention, !scalars[mention.end..<start].contains(FoldedText.wall) else {
            return Relative(scope: ownScope, parts: .failure(.noArticle), unit: unit)
        }
        return Relative(scope: mention.scope, parts: same(unit, as: mention), unit: unit)
    }

    private func same(_ unit: CitationUnit, as mention: Mention) -> Result<CitedParts, CitationDoubt> {
        mention.parts.flatMap { parts in
            guard !mention.isRange || unit == .article && mention.isWithinOneArticle else {
                return .failure(.severalReadings)
            }
            var same = CitedParts(article: parts.article)
            switch unit {
            case .article:
                if parts.isArticleImplied { return .failure(.severalReadings) }
            case .paragraph:
                guard let paragraph = parts.paragraph else { return .failure(.severalReadings) }
                same.paragraph = paragraph
            case .subparagraph, .item:
                guard let subparagraph = parts.subparagraph else { return .failure(.severalReadings) }
                (same.paragraph, same.subparagraph) = (parts.paragraph, subparagraph)
                if unit == .item { same.item = parts.item }
            }
            same.isArticleImplied = parts.isArticleImplied
            return .success(same)
        }
    }
}
