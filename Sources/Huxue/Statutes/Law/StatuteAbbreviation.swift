/// 「戶籍法（以下簡稱本法）」: a name that a text gives a statute for its own use.
struct StatuteAbbreviation {
    let short: String
    let meaning: StatuteNames.Meaning

    /// The ends of names of statutes.
    static let endings = ["條例", "辦法", "細則", "標準", "規則", "準則", "通則", "規程", "章程", "要點", "條約", "公約", "法"]

    static func all(in text: FoldedText, names: StatuteNames) -> [StatuteAbbreviation] {
        text.scalars.indices.compactMap { text.scalars[$0] == "(" ? definition(at: $0, in: text.scalars, names) : nil }
    }

    /// Reads at `(`.
    private static func definition(
        at bracket: Int, in scalars: [Unicode.Scalar], _ names: StatuteNames
    ) -> StatuteAbbreviation? {
        var scanner = CitationScanner(scalars[bracket...])
        guard scanner.take("("), scanner.take(anyOf: introductions) != nil else { return nil }
        _ = scanner.take("「")
        let start = scanner.position
        while let next = scanner.next, next != ")", next != "」", scanner.position - start < 30 { scanner.skip(1) }
        let short = scalars[start..<scanner.position]
        guard endings.contains(where: { ends(short, with: $0) }) else { return nil }
        return StatuteAbbreviation(
            short: String(String.UnicodeScalarView(short)), meaning: meaning(endingAt: bracket, in: scalars, names))
    }

    private static let introductions = ["以下簡稱為", "以下簡稱", "以下稱", "下稱", "下簡稱", "簡稱"]

    private static func meaning(
        endingAt bracket: Int, in scalars: [Unicode.Scalar], _ names: StatuteNames
    ) -> StatuteNames.Meaning {
        let end = bracket > 0 && "」》』〉".unicodeScalars.contains(scalars[bracket - 1]) ? bracket - 1 : bracket
        for start in max(0, end - 40)..<max(end, 0) {
            guard let (meaning, length) = names.longest(leading: scalars[start..<end]), start + length == end else {
                continue
            }
            guard StatuteNameBounds.mayBegin(at: start, in: scalars, nameBefore: nil) else { break }
            return meaning
        }
        return .unknown(StatuteNameBounds.guess(endingAt: end, in: scalars).name)
    }

    private static func ends(_ text: ArraySlice<Unicode.Scalar>, with ending: String) -> Bool {
        text.count > ending.unicodeScalars.count
            && text.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
    }
}
