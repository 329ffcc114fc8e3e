/// The lines that mark a conflict in a text: before, between and after the two versions.
enum MergeMarks {
    static let lines = (
        mine: WritingTerms.mineMark, between: WritingTerms.betweenMark, theirs: WritingTerms.theirsMark
    )

    /// Whether the text still contains any of these lines.
    static func areLeft(in text: String) -> Bool { text.split(separator: "\n").contains(where: isMark) }

    private static func isMark(_ line: Substring) -> Bool {
        line.hasPrefix("<<<<<<< ") || line.hasPrefix(">>>>>>> ") || line.hasPrefix(lines.between)
    }

    /// The text for a preview, with each mark as a paragraph of its own.
    ///
    /// The characters of marks are escaped, because Markdown would take some of them for a heading.
    static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard isMark(line) else { return String(line) }
            let words = line.map { "<>=".contains($0) ? "\\\($0)" : "\($0)" }.joined()
            return "\n---\n\n**\(WritingTerms.undecided)** \(words)\n"
        }.joined(separator: "\n")
    }
}
