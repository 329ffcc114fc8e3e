/// Reads passages as people write them and as they are stored: 戶籍法第16條至第18條, 戶籍法第4條第1項至第3項, 戶籍法.
extension CitedPassage {
    /// - Throws: why `text` as a whole is not one passage.
    init(parsing text: String) throws(CitationRefusal) {
        self = try Self.read(text, isStored: false)
    }

    /// The passage that was printed as `text`; nil when it is none; see `Citation.stored`.
    static func stored(_ text: String, of pcode: String? = nil) -> CitedPassage? {
        if let citation = Citation.stored(text, of: pcode) { return CitedPassage(citation) }
        guard let passage = try? read(text, isStored: true) else { return nil }
        guard let pcode, pcode != passage.statute.pcode, let last = passage.last else { return passage }
        let statute = Statute(pcode, passage.statute.name)
        return CitedPassage(passage.first.of(statute), through: last.of(statute))
    }

    private static func read(_ text: String, isStored: Bool) throws(CitationRefusal) -> CitedPassage {
        try Citation.read(text, isStored: isStored) { scanner, first throws(CitationRefusal) in
            guard !scanner.rest.isEmpty else { return CitedPassage(first) }
            guard scanner.takeRangeSign(), let last = scanner.end(of: first), scanner.rest.isEmpty else {
                throw .unreadableRest(text, rest: scanner.restText)
            }
            guard let passage = CitedPassage(first, through: last) else { throw .reversedRange(text) }
            return passage
        }
    }
}

extension CitationScanner {
    /// 第18條, 第18條第2項, or within the article of `first` 第3項, 第4款.
    fileprivate mutating func end(of first: Citation) -> Citation? {
        let paragraph = part("項")
        let subparagraph = part("款")
        let item = part("目")
        if paragraph != nil || subparagraph != nil || item != nil {
            guard let article = first.article else { return nil }
            let isSameParagraph = paragraph == nil
            let isSameSubparagraph = isSameParagraph && subparagraph == nil
            return Citation(
                first.statute, article, paragraph: paragraph ?? first.paragraph,
                subparagraph: subparagraph ?? (isSameSubparagraph ? first.subparagraph : nil), item: item)
        }
        guard let article = article() else { return nil }
        let (ownParagraph, ownSubparagraph) = (part("項"), part("款"))
        let ownItem = ownSubparagraph == nil ? nil : part("目")
        return Citation(
            first.statute, article, paragraph: ownParagraph, subparagraph: ownSubparagraph, item: ownItem)
    }
}
