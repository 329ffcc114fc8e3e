/// The lines around both wordings of a place that two people changed.
enum MergeMarks {
    static let lines = (
        mine: WritingTerms.mineMark, between: WritingTerms.betweenMark, theirs: WritingTerms.theirsMark
    )

    /// Whether any of them is still there.
    static func areLeft(in text: String) -> Bool { text.split(separator: "\n").contains(where: isMark) }

    private static func isMark(_ line: Substring) -> Bool {
        line.hasPrefix("<<<<<<< ") || line.hasPrefix(">>>>>>> ") || line.hasPrefix(lines.between)
    }

    /// Markdown for a preview: every mark stands by itself and is no Markdown, which would take one for a heading.
    static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard isMark(line) else { return String(line) }
            let words = line.map { "<>=".contains($0) ? "\\\($0)" : "\($0)" }.joined()
            return "\n---\n\n**\(WritingTerms.undecided)** \(words)\n"
        }.joined(separator: "\n")
    }
}
