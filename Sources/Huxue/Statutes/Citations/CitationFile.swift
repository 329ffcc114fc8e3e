import Synchronization

/// Reads citations as people write them: 戶籍法第48條第1項, 戶籍法第十四條之一, 民法§1052-1, 個資法第５條, 戶籍法.
extension Citation {
    /// - Throws: why `text` as a whole is not one citation.
    init(parsing text: String) throws(CitationRefusal) {
        self = try Citation.read(text) { scanner, first throws(CitationRefusal) in
            try Citation.whole(text, &scanner, first)
        }
    }

    /// Reads a citation and hands it on with what follows it.
    ///
    /// The names of the table come first. Others are looked for only when the text cannot be read by those: the office's
    /// statutes are many, and most texts do not need them.
    ///
    /// `isStored`: it was read once, so that a name which several statutes have by now is the first one's.
    static func read<Value>(
        _ text: String, isStored: Bool = false,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) throws(CitationRefusal) -> Value {
        let scalars = Array(LawText.folded(text).unicodeScalars)
        guard !scalars.isEmpty else { throw .empty }
        do {
            return try read(text, scalars, .table, isStored: isStored, finish)
        } catch let refusal {
            let all = StatuteDirectory.shared.names()
            guard all.count > StatuteNames.table.count else { throw refusal }
            do {
                return try read(text, scalars, all, isStored: isStored, finish)
            } catch CitationRefusal.unknownStatute {
                throw refusal
            }
        }
    }

    private static func read<Value>(
        _ text: String, _ scalars: [Unicode.Scalar], _ names: StatuteNames, isStored: Bool,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) throws(CitationRefusal) -> Value {
        var scanner = CitationScanner(scalars[...])
        guard let meaning = scanner.name(of: names) else { throw .unknownStatute(text) }
        guard let statute = statute(meaning, isStored: isStored) else { throw .sharedName(text) }
        guard !scanner.rest.isEmpty else { return try finish(&scanner, Citation(whole: statute)) }
        guard let article = scanner.article() else { throw .missingArticle(text) }
        let paragraph = scanner.part("項")
        let subparagraph = scanner.part("款")
        let item = subparagraph == nil ? nil : scanner.part("目")
        return try finish(
            &scanner, Citation(statute, article, paragraph: paragraph, subparagraph: subparagraph, item: item))
    }
}

extension Citation {
    private static func statute(_ meaning: StatuteNames.Meaning, isStored: Bool) -> Statute? {
        switch meaning {
        case .statute(let statute): statute
        case .several(let name): isStored ? StatuteDirectory.shared.first(named: name) : nil
        case .unknown: nil
        }
    }

    /// The citation is all of the text.
    fileprivate static func whole(
        _ text: String, _ scanner: inout CitationScanner, _ first: Citation
    ) throws(CitationRefusal) -> Citation {
        guard scanner.rest.isEmpty else { throw .unreadableRest(text, rest: scanner.restText) }
        return first
    }
}

/// One citation by itself, where 第 and 條 may be left out.
extension CitationScanner {
    /// What one of the names stands for, in or without 《》 or 「」.
    fileprivate mutating func name(of names: StatuteNames) -> StatuteNames.Meaning? {
        let start = self
        let closing: Unicode.Scalar? = take("《") ? "》" : take("「") ? "」" : nil
        guard let (meaning, length) = names.longest(leading: rest) else {
            self = start
            return nil
        }
        skip(length)
        if let closing { _ = take(closing) }
        return meaning
    }

    /// 第14條, 第14條之1, 第14之1條, 第14-1條, §14-1, 14-1.
    mutating func article() -> ArticleNumber? {
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
    mutating func part(_ unit: Unicode.Scalar) -> Int? {
        let start = self
        _ = take("第")
        guard let value = number(), (1...999).contains(value), take(unit) else {
            self = start
            return nil
        }
        return value
    }

    var restText: String { String(String.UnicodeScalarView(rest)) }
}

extension Citation {
    private static let known = Mutex<[String: Citation]>([:])

    /// The citation that was printed as `text`; nil when it is none.
    ///
    /// What was read once is remembered. `pcode`: of the statute that was meant when it was written, where that is kept
    /// too; another one may have come to that name since.
    static func stored(_ text: String, of pcode: String? = nil) -> Citation? {
        let found = known.withLock { $0[text] } ?? remember(text)
        guard let pcode, let found, found.statute.pcode != pcode else { return found }
        return found.of(Statute(pcode, found.statute.name))
    }

    private static func remember(_ text: String) -> Citation? {
        let found = try? read(text, isStored: true) { scanner, first throws(CitationRefusal) in
            try whole(text, &scanner, first)
        }
        guard let citation = found else { return nil }
        known.withLock { if $0.count < 20_000 { $0[text] = citation } }
        return citation
    }

    /// The same place of another statute.
    func of(_ other: Statute) -> Citation {
        guard let article else { return Citation(whole: other) }
        return Citation(other, article, paragraph: paragraph, subparagraph: subparagraph, item: item)
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
