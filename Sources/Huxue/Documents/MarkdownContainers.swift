/// The quotes and lists in which the lines of a text stand, found in the way in which the parser finds them.
struct MarkdownContainers {
    /// How deep they may stand in one another; what would be deeper is text.
    static let limit = 16

    private struct Container {
        /// `>`, `-`, `+`, `*`, or what stands behind a number.
        let sign: UInt8
        /// How far what belongs to it is indented.
        let contents: Int
    }

    /// What stands before the words of a line.
    struct Margin {
        enum Kind { case blank, code, fence, underline, rule, words }

        var kind = Kind.words
        /// Where the words begin, in bytes.
        var end = 0
        /// How many of the containers that were open hold the line, and how many begin on it.
        fileprivate(set) var (held, begun) = (0, 0)
        /// Whether all that were open hold it, and none begins.
        fileprivate(set) var isWhole = false
        /// What a blank line in the same quotes has.
        fileprivate(set) var quotes = ""
        /// Whether the words begin with a mark that is text, and whether that is so because it would be too deep.
        fileprivate(set) var (beginsWithMark, isTooDeep) = (false, false)
    }

    private var open: [Container] = []
    /// Whether nothing has followed the mark of an item yet, not even a blank line; and whether one has.
    private var (isEmptyItem, isBlankItem) = (false, false)

    /// Reads the margin of a line, and enters what begins on it.
    ///
    /// `continues`: whether the line above is text that it may belong to. `fence`: of the block of code that is open.
    mutating func margin(of line: [UInt8], continues: Bool, fence: MarkdownFence?) -> Margin {
        var margin = Margin()
        var cursor = Cursor(line: line)
        cursor.indent()
        while margin.held < open.count {
            let container = open[margin.held]
            if container.sign == Self.quote, cursor.byte == Self.quote, !cursor.isAtLeast {
                cursor.pass(1)
                if cursor.indentation > 0 { cursor.indentation -= 1 }
                margin.quotes += ">"
            } else if container.sign != Self.quote, cursor.indentation >= container.contents {
                cursor.indentation -= container.contents
            } else {
                break
            }
            margin.held += 1
        }
        if cursor.byte == nil {
            while margin.held < open.count, open[margin.held].sign != Self.quote { margin.held += 1 }
        }
        margin.isWhole = margin.held == open.count
        margin.end = cursor.place
        if let fence {
            if fence.isClosed(by: line, at: cursor.place) { margin.kind = .fence }
            if margin.kind == .words, margin.isWhole { margin.kind = .code }
            if margin.kind != .words { return margin }
        }
        let endsItem = isEmptyItem && isBlankItem
        if cursor.byte == nil {
            isBlankItem = isEmptyItem && margin.held > 0
            margin.kind = .blank
            return margin
        }
        if endsItem, margin.held > 0, open[margin.held - 1].sign != Self.quote {
            margin.held -= 1
            margin.isWhole = false
        }
        (isEmptyItem, isBlankItem) = (false, false)
        enterMarks(&margin, &cursor, continues: continues)
        return margin
    }

    private mutating func enterMarks(_ margin: inout Margin, _ cursor: inout Cursor, continues: Bool) {
        var continues = continues
        while true {
            margin.end = cursor.place
            guard cursor.byte != nil else { return isEmptyItem = open.last?.sign != Self.quote }
            if continues, margin.isWhole, cursor.isUnderline {
                margin.kind = .underline
                return
            }
            if cursor.isRule {
                margin.kind = .rule
                return
            }
            guard let mark = cursor.mark() else { return }
            if continues, margin.isWhole, mark.sign != Self.quote, mark.isEmpty || mark.number ?? 1 != 1 {
                // The parser lets such a mark not end a paragraph.
                return
            }
            margin.isTooDeep = margin.held + margin.begun >= Self.limit
            if margin.isTooDeep || mark.isText {
                margin.beginsWithMark = true
                return
            }
            if margin.begun == 0 { open.removeLast(open.count - margin.held) }
            let start = cursor.indentation
            cursor.pass(mark.length)
            let space = cursor.byte == nil ? cursor.indentation + 1 : cursor.indentation
            cursor.indentation = 0
            open.append(Container(sign: mark.sign, contents: start + mark.length + space))
            margin.begun += 1
            margin.isWhole = false
            continues = false
        }
    }

    /// Leaves what does not hold the line.
    mutating func settle(_ margin: Margin) {
        let count = margin.held + margin.begun
        if count < open.count { open.removeLast(open.count - count) }
    }

    private static let quote = UInt8(ascii: ">")
}

/// A place in the margin of a line.
private struct Cursor {
    let line: [UInt8]
    private(set) var place = 0
    /// The column, and how far what stands at the place is indented in its container.
    private var column = 0
    var indentation = 0

    init(line: [UInt8]) { self.line = line }

    /// Nil at the end.
    var byte: UInt8? { place < line.count ? line[place] : nil }

    /// Passes a mark and the space behind it.
    mutating func pass(_ length: Int) {
        place += length
        column += length
        indent()
    }

    mutating func indent() {
        let start = column
        while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
            column = byte == UInt8(ascii: "\t") ? (column + 4) & ~3 : column + 1
            place += 1
        }
        indentation = column - start
    }

    /// Whether `>=` follows: that is no quote, not even inside one.
    var isAtLeast: Bool { line[place...].starts(with: ">=".utf8) }

    /// Whether dashes follow that would make a heading of the text above.
    var isUnderline: Bool {
        let rest = line[place...].drop { $0 == UInt8(ascii: "-") }
        return rest.startIndex > place && rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Whether three or more dashes or asterisks follow; low lines are blanks to fill in.
    var isRule: Bool {
        guard let sign = byte, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") else { return false }
        var count = 0
        for byte in line[place...] {
            if byte == sign {
                count += 1
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                return false
            }
        }
        return count > 2
    }

    /// The mark of a quote or an item at the place; nil when there is none.
    func mark() -> MarkdownMark? { MarkdownMark(line[place...]) }
}
