/// The table that is open: its columns, and how its rows are cut into cells.
///
/// A row has as many cells as the head, for the parser: missing ones are added, and what is beyond them vanishes. So the
/// bars beyond the last column are made text, and a table with very many missing cells does not stay one.
struct MarkdownTable {
    /// How many cells that nobody typed the tables of a text may have.
    static let limit = 5000

    let columns: Int
    /// Where the line below the head stands among the lines.
    let place: Int
    /// The line below the head as the parser knows it: with three signs or more in each cell.
    let underline: String
    /// The same as it was typed, and as text.
    let typed: String

    /// Nil when the words are no line below such a head.
    init?(underline words: Substring, head: Substring, at place: Int) {
        guard Self.isUnderline(words) else { return nil }
        let marks = words.filter { $0 != " " && $0 != "\t" }
        var cells = marks.split(separator: "|", omittingEmptySubsequences: false)[...]
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        guard !cells.isEmpty, cells.allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }),
            Self.cells(in: Self.bars(in: Array(head.utf8)), of: Array(head.utf8)) <= cells.count
        else { return nil }
        (columns, self.place) = (cells.count, place)
        typed = Self.asText(words)
        underline = cells.map { "|\($0.first == ":" ? ":" : "")---\($0.last == ":" ? ":" : "")" }.joined() + "|"
    }

    /// Whether nothing stands in the line but what divides a head from its rows.
    static func isUnderline(_ words: Substring) -> Bool {
        words.utf8.contains(UInt8(ascii: "|")) && words.utf8.allSatisfy { "|-: \t".utf8.contains($0) }
    }

    /// The words with their bars as text.
    static func asText(_ words: Substring) -> String {
        String(words.replacing("|", with: String(MarkdownStandIn.of("|"))))
    }

    /// The row with its empty cells kept apart, and how many cells it lacks.
    func row(_ words: Substring) -> (words: String, missing: Int) {
        let bytes = Array(words.utf8)
        let bars = Self.bars(in: bytes)
        let cells = Self.cells(in: bars, of: bytes)
        // The bar that ends the last column is a mark; those behind it are text, and so is it when something follows.
        let beginsWithBar = bars.first.map { bytes[..<$0].allSatisfy(Self.isSpace) } ?? false
        let surplus = Set(cells > columns ? bars.dropFirst(columns - 1 + (beginsWithBar ? 1 : 0)) : [])
        var row: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if surplus.contains(place) {
                row += String(MarkdownStandIn.of("|")).utf8
            } else {
                if byte == UInt8(ascii: "|"), place > 0, bytes[place - 1] == byte { row.append(UInt8(ascii: " ")) }
                row.append(byte)
            }
        }
        return (String(decoding: row, as: UTF8.self), max(0, columns - cells))
    }

    /// How many cells the bars make.
    private static func cells(in bars: [Int], of row: [UInt8]) -> Int {
        guard let first = bars.first, let last = bars.last else { return 1 }
        let isLed = row[..<first].allSatisfy(isSpace)
        let isEnded = row[(last + 1)...].allSatisfy(isSpace) && (bars.count > 1 || !isLed)
        return bars.count + 1 - (isLed ? 1 : 0) - (isEnded ? 1 : 0)
    }

    /// Where bars stand that are neither escaped nor in code.
    private static func bars(in row: [UInt8]) -> [Int] {
        var bars: [Int] = []
        var place = 0
        /// Lengths of runs of backticks that nothing closes any more.
        var unclosed: Set<Int> = []
        while place < row.count {
            switch row[place] {
            case UInt8(ascii: "\\"): place += 2
            case UInt8(ascii: "`"):
                let end = row[place...].firstIndex { $0 != UInt8(ascii: "`") } ?? row.count
                let length = end - place
                place = end
                if length <= 32, !unclosed.contains(length) {
                    if let close = Self.run(of: length, in: row, from: end) {
                        place = close
                    } else {
                        unclosed.insert(length)
                    }
                }
            case UInt8(ascii: "|"):
                bars.append(place)
                place += 1
            default: place += 1
            }
        }
        return bars
    }

    /// Behind the next run of so many backticks; nil when there is none.
    private static func run(of length: Int, in row: [UInt8], from start: Int) -> Int? {
        var place = start
        while let next = row[place...].firstIndex(of: UInt8(ascii: "`")) {
            let end = row[next...].firstIndex { $0 != UInt8(ascii: "`") } ?? row.count
            if end - next == length { return end }
            place = end
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
