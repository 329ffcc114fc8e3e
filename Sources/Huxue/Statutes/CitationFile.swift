import Synchronization

/// Reads citations as people write them: 戶籍法第48條第1項, 戶籍法第十四條之一, 民法§1052-1, 個資法第５條.
extension Citation {
    /// - Throws: why `text` as a whole is not one citation.
    init(parsing text: String) throws(CitationRefusal) {
        let scalars = Array(LawText.folded(text).unicodeScalars)
        guard !scalars.isEmpty else { throw .empty }
        var scanner = CitationScanner(scalars[...])
        guard let statute = scanner.statute() else { throw .unknownStatute(text) }
        guard let article = scanner.article() else { throw .missingArticle(text) }
        let paragraph = scanner.part("項")
        let subparagraph = scanner.part("款")
        let item = subparagraph == nil ? nil : scanner.part("目")
        guard scanner.rest.isEmpty else { throw .unreadableRest(text, rest: scanner.restText) }
        self.init(statute, article, paragraph: paragraph, subparagraph: subparagraph, item: item)
    }
}

/// One citation by itself, where 第 and 條 may be left out.
extension CitationScanner {
    /// A name from the table, in or without 《》 or 「」.
    fileprivate mutating func statute() -> Statute? {
        let start = self
        let closing: Unicode.Scalar? = take("《") ? "》" : take("「") ? "」" : nil
        guard let (statute, length) = StatuteTable.statute(leading: rest) else {
            self = start
            return nil
        }
        skip(length)
        if let closing { _ = take(closing) }
        return statute
    }

    /// 第14條, 第14條之1, 第14之1條, 第14-1條, §14-1, 14-1.
    fileprivate mutating func article() -> ArticleNumber? {
        let start = self
        _ = take("第") || take("§")
        guard let main = number() else {
            self = start
            return nil
        }
        var branch = takeDash() || take("之") ? branchNumber() : 0
        if take("條"), branch == 0, take("之") { branch = branchNumber() }
        guard let branch, let article = ArticleNumber(main, branch: branch) else {
            self = start
            return nil
        }
        return article
    }

    /// 第2項, or 2項; the number must be at least 1.
    fileprivate mutating func part(_ unit: Unicode.Scalar) -> Int? {
        let start = self
        _ = take("第")
        guard let value = number(), (1...999).contains(value), take(unit) else {
            self = start
            return nil
        }
        return value
    }

    fileprivate var restText: String { String(String.UnicodeScalarView(rest)) }
}

extension Citation {
    private static let read = Mutex<[String: Citation]>([:])

    /// The citation that was printed as `text`; nil when it is none.
    ///
    /// What was read once is remembered.
    static func stored(_ text: String) -> Citation? {
        if let known = read.withLock({ $0[text] }) { return known }
        guard let citation = try? Citation(parsing: text) else { return nil }
        read.withLock { if $0.count < 20_000 { $0[text] = citation } }
        return citation
    }
}

/// As its printed text.
extension Citation: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(parsing: try container.decode(String.self))
        } catch let refusal as CitationRefusal {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: refusal.sentence)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
