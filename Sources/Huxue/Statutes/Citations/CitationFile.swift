/// Reads citations as people write them: 戶籍法第48條第1項, 戶籍法第十四條之一, 民法§1052-1, 個資法第５條, 戶籍法.
extension Citation {
    /// - Throws: why `text` as a whole is not one citation of a statute that has one of the names.
    init(parsing text: String, names: StatuteNames) throws(CitationRefusal) {
        self = try Citation.read(text, names) { scanner, first throws(CitationRefusal) in
            try Citation.whole(text, &scanner, first)
        }
    }

    /// Reads a citation and hands it on with what follows it.
    ///
    /// The names of the table come first. Others are looked for only when the text cannot be read by those: the office's
    /// statutes are many, and most texts do not need them.
    static func read<Value>(
        _ text: String, _ names: StatuteNames,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) throws(CitationRefusal) -> Value {
        let scalars = Array(LawText.folded(text).unicodeScalars)
        guard !scalars.isEmpty else { throw .empty }
        do {
            return try read(text, scalars, .table, finish)
        } catch let refusal {
            guard names.count > StatuteNames.table.count else { throw refusal }
            do {
                return try read(text, scalars, names, finish)
            } catch CitationRefusal.unknownStatute {
                throw refusal
            }
        }
    }

    private static func read<Value>(
        _ text: String, _ scalars: [Unicode.Scalar], _ names: StatuteNames,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) throws(CitationRefusal) -> Value {
        var scanner = CitationScanner(scalars[...])
        guard let meaning = scanner.name(of: names) else { throw .unknownStatute(text) }
        guard case .statute(let statute) = meaning else { throw .sharedName(text) }
        return try read(text, &scanner, of: statute, finish)
    }

    /// Reads on behind the name.
    private static func read<Value>(
        _ text: String, _ scanner: inout CitationScanner, of statute: Statute,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) throws(CitationRefusal) -> Value {
        guard !scanner.rest.isEmpty else { return try finish(&scanner, Citation(whole: statute)) }
        guard let article = scanner.article() else { throw .missingArticle(text) }
        let paragraph = scanner.part("項")
        let subparagraph = scanner.part("款")
        let item = subparagraph == nil ? nil : scanner.part("目")
        return try finish(
            &scanner, Citation(statute, article, paragraph: paragraph, subparagraph: subparagraph, item: item))
    }

    /// The citation is all of the text.
    private static func whole(
        _ text: String, _ scanner: inout CitationScanner, _ first: Citation
    ) throws(CitationRefusal) -> Citation {
        guard scanner.rest.isEmpty else { throw .unreadableRest(text, rest: scanner.restText) }
        return first
    }
}

/// Reads citations back that were printed.
extension Citation {
    /// The citation of the statute `pcode` that was printed as `text`; nil when it is none.
    ///
    /// Needs no names: the statute is the one that was meant, whoever has its name by now.
    static func stored(_ text: String, of pcode: String) -> Citation? {
        readStored(text, of: pcode) { scanner, first throws(CitationRefusal) in try whole(text, &scanner, first) }
    }

    /// Reads what was printed and hands it on with what follows it; nil when `finish` throws.
    static func readStored<Value>(
        _ text: String, of pcode: String,
        _ finish: (inout CitationScanner, Citation) throws(CitationRefusal) -> Value
    ) -> Value? {
        let scalars = Array(text.unicodeScalars)
        let end = scalars.indices.first { CitationScanner(scalars[$0...]).startsPlace } ?? scalars.endIndex
        guard end > 0 else { return nil }
        var scanner = CitationScanner(scalars[end...])
        let statute = Statute(pcode, String(String.UnicodeScalarView(scalars[..<end])))
        return try? read(text, &scanner, of: statute, finish)
    }
}

extension CitationScanner {
    /// Whether a printed place begins here, 第48條; where it is a part of a name it has Chinese numerals,
    /// 勞動基準法第四十五條無礙身心健康認定基準及審查辦法.
    fileprivate var startsPlace: Bool {
        guard next == "第" else { return false }
        let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
        return !digits.isEmpty && digits.endIndex < rest.endIndex && rest[digits.endIndex] == "條"
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
