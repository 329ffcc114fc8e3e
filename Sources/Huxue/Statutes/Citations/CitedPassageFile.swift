/// Reads passages as people write them and as they are stored: 戶籍法第16條至第18條, 戶籍法第4條第1項至第3項, 戶籍法.
extension CitedPassage {
    /// - Throws: why `text` as a whole is not one passage of a statute that has one of the names.
    init(parsing text: String, names: StatuteNames) throws(CitationRefusal) {
        self = try Citation.read(text, names) { scanner, first throws(CitationRefusal) in
            try Self.whole(text, &scanner, first)
        }
    }

    /// The passage of the statute `pcode` that was printed as `text`; nil when it is none; see `Citation.stored`.
    static func stored(_ text: String, of pcode: String) -> CitedPassage? {
        Citation.readStored(text, of: pcode) { scanner, first throws(CitationRefusal) in
            try whole(text, &scanner, first)
        }
    }

    private static func whole(
        _ text: String, _ scanner: inout CitationScanner, _ first: Citation
    ) throws(CitationRefusal) -> CitedPassage {
        guard !scanner.rest.isEmpty else { return CitedPassage(first) }
        guard scanner.takeRangeSign(), let last = scanner.end(of: first), scanner.rest.isEmpty else {
            throw .unreadableRest(text, rest: scanner.restText)
        }
        guard let passage = CitedPassage(first, through: last) else { throw .reversedRange(text) }
        return passage
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
