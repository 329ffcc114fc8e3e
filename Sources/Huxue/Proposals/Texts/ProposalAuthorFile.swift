/// Authors with their shares as people write them, one a line: `林雅筑（A01） 60%`.
enum ProposalAuthorFile {
    /// All shares together, in hundredths of a per cent.
    static let whole = 10_000
    static let limit = 10

    struct Line: Hashable, Sendable {
        /// A staff number, a name, or both; see `PersonChoiceRules`.
        let person: String
        /// In hundredths of a per cent; nil when none can be read.
        let share: Int?
    }

    /// The only author has everything when nothing is written.
    static func lines(_ text: String) -> [Line] {
        let lines = Form.lines(typed: text).map(line)
        guard lines.count == 1, let only = lines.first, only.share == nil else { return lines }
        return [Line(person: only.person, share: whole)]
    }

    private static let between: Set<Character> = [" ", "\t", "　", ":", "：", ",", "，", "、"]

    /// What stands at the end is the share, unless it is the end of a staff number.
    private static func line(_ text: String) -> Line {
        var head = Substring(text)
        func drop(_ isDropped: (Character) -> Bool) {
            while let last = head.last, isDropped(last) { head.removeLast() }
        }
        drop { between.contains($0) }
        let isMarked = head.last.map { "%％".contains($0) } ?? false
        if isMarked { head.removeLast() }
        drop { between.contains($0) }
        let number = String(head.reversed().prefix { "0123456789０１２３４５６７８９.．".contains($0) }.reversed())
        let rest = head.dropLast(number.count)
        let isPartOfNumber = rest.last.map { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") } ?? true
        guard !number.isEmpty, !isPartOfNumber else { return Line(person: text, share: nil) }
        head = rest
        drop { between.contains($0) }
        guard !head.isEmpty else { return Line(person: text, share: nil) }
        return Line(person: String(head), share: share(ROCDate.halfWidth(number)))
    }

    /// `33.33` as 3333; nil for more than two decimals, nothing, or more than the whole.
    private static func share(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count <= 3, let units = Int(parts[0]) else { return nil }
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard (1...2).contains(decimals.count), let value = Int(decimals) else { return nil }
        let share = units * 100 + (decimals.count == 1 ? value * 10 : value)
        return (1...whole).contains(share) ? share : nil
    }

    /// As `lines` reads it.
    static func text(_ authors: [ProposalAuthor]) -> String {
        authors.map { "\(PersonChoice.text(name: $0.name, staffNumber: $0.staffNumber)) \(percent($0.share))" }
            .joined(separator: "\n")
    }

    /// `60%`, `33.33%`.
    static func percent(_ share: Int) -> String {
        let decimals = share % 100
        guard decimals != 0 else { return "\(share / 100)%" }
        let text = decimals % 10 == 0 ? "\(decimals / 10)" : (decimals < 10 ? "0\(decimals)" : "\(decimals)")
        return "\(share / 100).\(text)%"
    }
}
