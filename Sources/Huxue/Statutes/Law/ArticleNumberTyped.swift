extension ArticleNumber {
    /// Reads 條號 as people write it: `48`, `第48條`, `第 14 條之 1`, `§14-1`, `十四之一`, also with a 項 behind it, which
    /// does not count; nil for anything else.
    init?(typed text: String) {
        guard text.utf8.count <= 100 else { return nil }
        let folded = LawText.folded(text).drop { $0 == "§" }
        let number = folded.dropFirst().firstIndex(of: "第").map { folded[..<$0] } ?? folded[...]
        self.init(published: String(number))
    }
}
