/// Two texts of one article side by side, line by line: 項, 款 and 目.
struct ArticleComparison: Hashable, Sendable {
    let rows: [LineComparison.Row]

    init(from old: String, to new: String) {
        rows = LineComparison(ArticleText.lines(of: old), ArticleText.lines(of: new), key: Self.key).rows
    }

    /// Nil for white space and what is invisible; characters whose fold is several characters stay themselves.
    private static func key(of scalar: Unicode.Scalar) -> Int32? {
        let folded = LawText.folded(String(scalar)).unicodeScalars
        guard let first = folded.first else { return nil }
        return Int32(bitPattern: folded.count == 1 ? first.value : scalar.value)
    }
}
