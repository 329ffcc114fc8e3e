/// Prepares a text, line by line, so that what an office typed is what is read.
///
/// - A date or a long number at the beginning of a line begins no list, and an amount behind `>` no quote: `MarkdownMark`.
/// - A line of dashes or equals signs does not turn the line above it into a heading.
/// - `[注意]: 逾期仍應受理` is text; only `[name]: address` says where links lead, and only when one does.
/// - `[^1]: …` is a footnote, to which `內文[^1]` refers.
/// - A line that begins with `一、`, `（一）`, `1、`, `①` or a sign stays a line of its own.
///
/// For the words of each line see `MarkdownMarks`.
struct MarkdownLines {
    private var lines: [MarkdownLine] = []
    private var containers = MarkdownContainers()
    /// The block of code that is open; nil outside.
    private var fence: MarkdownFence?
    /// The table that is open; nil outside.
    private var table: MarkdownTable?
    /// Whether the lines are those of a table that is shown as text.
    private var isBrokenTable = false
    /// How many lines the paragraph that is open has.
    private var paragraph = 0
    private var missingCells = 0
    private var notes: Set<Substring> = []
    /// How many lines could say where links lead.
    private var definitions = 0
    private let dropped: Set<Int>
    /// The line of the text that is read, from 1.
    private var number = 0
    /// What is shown as text because it would be too much; of each kind the first.
    private(set) var excesses: [MarkdownExcess] = []
    /// The lines of the text that could say where links lead.
    private(set) var definitionLines: [Int] = []

    /// `dropped`: the numbers of lines `[name]: address` that are text.
    init(_ source: String, dropped: Set<Int> = []) {
        self.dropped = dropped
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            take(line)
        }
    }

    /// For the parser.
    var prepared: String {
        let marks = MarkdownMarks(notes: notes, hasDefinitions: definitions > 0)
        return lines.map { marks.prepared($0) + "\n" }.joined()
    }

    private mutating func take(_ line: Substring) {
        let bytes = Array(line.utf8)
        let continues = lines.last?.isText ?? false
        let margin = containers.margin(of: bytes, continues: continues, fence: fence)
        let cut = line.utf8.index(line.startIndex, offsetBy: margin.end)
        let (start, words) = (line[..<cut], line[cut...])
        if margin.kind != .code { fence = nil }
        switch margin.kind {
        case .underline:
            // An empty line above it keeps it from making a heading.
            addBlank(margin)
            take(line)
        case .blank, .code, .fence, .rule:
            containers.settle(margin)
            add(
                margin.kind == .code ? .code : margin.kind == .rule ? .rule : margin.kind == .fence ? .fence : .blank,
                start, words)
        case .words where margin.beginsWithMark:
            if margin.isTooDeep { exceed(.nesting) }
            takeText(
                MarkdownMark(bytes[margin.end...])?.asText(words) ?? String(words), start, margin, standsAlone: true)
        case .words: takeWords(words, start, margin, bytes)
        }
    }

    private mutating func takeWords(
        _ words: Substring, _ start: Substring, _ margin: MarkdownContainers.Margin, _ bytes: [UInt8]
    ) {
        if let last = lines.last, last.isTable, margin.isWhole { return takeRow(words, start) }
        if words.first == "#", Self.isHeading(Array(words.utf8)) {
            containers.settle(margin)
            return add(.heading, start, words)
        }
        if let opened = MarkdownFence(opening: bytes, at: margin.end) {
            fence = opened
            containers.settle(margin)
            return add(.fence, start, words)
        }
        if margin.isWhole, paragraph == 1, let head = lines.last, head.isText,
            let table = MarkdownTable(underline: words, head: head.words[...], at: lines.count)
        {
            lines[lines.count - 1].words = table.row(head.words[...]).words
            lines[lines.count - 1].isEnded = false
            self.table = table
            return add(.underline, start, table.underline[...])
        }
        switch words.utf8.first {
        case _ where margin.begun == 0 && paragraph > 0 && MarkdownTable.isUnderline(words):
            // The head above it is wider: what is beyond would vanish.
            takeText(MarkdownTable.asText(words), start, margin, standsAlone: true)
        case UInt8(ascii: "["): takeBracket(words, start, margin)
        case UInt8(ascii: "#"): takeText(Self.firstAsText(words), start, margin, standsAlone: true)
        case UInt8(ascii: "="):
            let isLine = words.allSatisfy { $0 == "=" || $0.isWhitespace }
            takeText(isLine ? Self.firstAsText(words) : String(words), start, margin, standsAlone: isLine)
        default:
            let isTitle = if case .definition = lines.last?.kind { "\"'(".contains(words.first ?? " ") } else { false }
            takeText(isTitle ? Self.firstAsText(words) : String(words), start, margin, standsAlone: Self.stands(words))
        }
    }

    private mutating func takeBracket(_ words: Substring, _ start: Substring, _ margin: MarkdownContainers.Margin) {
        guard let bracket = MarkdownBracket(words) else {
            return takeText(String(words), start, margin, standsAlone: false)
        }
        if let note = bracket.note {
            guard notes.insert(note).inserted else {
                return takeText(Self.firstAsText(words), start, margin, standsAlone: true)
            }
            if margin.begun == 0, lines.last?.isText ?? false { addBlank(margin) }
            containers.settle(margin)
            return add(.note(note), start, bracket.rest)
        }
        guard bracket.isDefinition else {
            return takeText(Self.firstAsText(words), start, margin, standsAlone: true)
        }
        definitions += 1
        definitionLines.append(number)
        guard !dropped.contains(definitions - 1), definitions < MarkdownStandIn.definitionLimit else {
            return takeText(Self.firstAsText(words), start, margin, standsAlone: true)
        }
        // Inside a paragraph it would say nothing.
        if margin.begun == 0, let last = lines.last, last.isText {
            if case .definition = last.kind {} else { addBlank(margin) }
        }
        containers.settle(margin)
        add(.definition(definitions - 1), start, words)
    }

    /// `standsAlone`: whether it stays a line of its own.
    private mutating func takeText(
        _ words: String, _ start: Substring, _ margin: MarkdownContainers.Margin, standsAlone: Bool
    ) {
        let goesOn = margin.begun == 0 && lines.last?.isText ?? false
        if goesOn {
            if standsAlone || isBrokenTable { lines[lines.count - 1].isEnded = true }
        } else {
            containers.settle(margin)
            isBrokenTable = false
        }
        add(.text, start, words[...], isFirst: !goesOn)
        // The parser would take the sign for its own and break the line; both are kept.
        if words.last == "\\" { lines[lines.count - 1].isEnded = true }
    }

    private mutating func takeRow(_ words: Substring, _ start: Substring) {
        guard let table else { return add(.row, start, words) }
        let row = table.row(words)
        missingCells += row.missing
        add(.row, start, row.words[...])
        guard missingCells > MarkdownTable.limit else { return }
        exceed(.table)
        missingCells -= row.missing
        lines[table.place].words = table.typed
        for place in (table.place - 1)..<lines.count {
            lines[place].kind = .text
            lines[place].isEnded = true
        }
        isBrokenTable = true
        paragraph = lines.count - table.place + 1
        self.table = nil
    }

    private mutating func add(_ kind: MarkdownLine.Kind, _ margin: Substring, _ words: Substring, isFirst: Bool = true)
    {
        lines.append(MarkdownLine(kind: kind, margin: margin, words: String(words)))
        guard let last = lines.last, last.isText else { return paragraph = 0 }
        paragraph = isFirst ? 1 : paragraph + 1
    }

    /// Ends the paragraph in the quotes that the next line goes on with.
    private mutating func addBlank(_ margin: MarkdownContainers.Margin) {
        add(.blank, margin.quotes[...], "")
        containers.settle(margin)
    }

    private mutating func exceed(_ kind: MarkdownExcess.Kind) {
        if !excesses.contains(where: { $0.kind == kind }) { excesses.append(MarkdownExcess(kind: kind, line: number)) }
    }

    /// The words with their first sign as text.
    private static func firstAsText(_ words: Substring) -> String {
        guard let first = words.unicodeScalars.first else { return "" }
        return String(MarkdownStandIn.of(first)) + words.unicodeScalars.dropFirst().map(String.init).joined()
    }

    /// Whether behind one to six signs and a space stand words, and not signs alone.
    private static func isHeading(_ words: [UInt8]) -> Bool {
        let sign = UInt8(ascii: "#")
        let rest: ArraySlice<UInt8> = words.drop { $0 == sign }
        guard rest.startIndex <= 6, let next = rest.first, isSpace(next) else { return false }
        let closing: ArraySlice<UInt8> = rest.drop { isSpace($0) }
        let behind: ArraySlice<UInt8> = closing.drop { $0 == sign }
        return behind.first { !isSpace($0) }.map { $0 != sign } ?? false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Whether the line begins as an item of an enumeration that Markdown does not know.
    private static func stands(_ words: Substring) -> Bool {
        let scalars = words.unicodeScalars
        guard let first = scalars.first else { return false }
        switch first.value {
        case 0x2460...0x249B, 0x2776...0x2793, 0x3220...0x3243, 0x3280...0x32B0: return true
        default: break
        }
        if signs.contains(first) { return true }
        let isBracketed = first == "（" || first == "("
        let number = scalars.dropFirst(isBracketed ? 1 : 0).prefix { numerals.contains($0) }
        guard (1...4).contains(number.count), number.endIndex < scalars.endIndex else { return false }
        let next = scalars[number.endIndex]
        if isBracketed { return next == "）" || next == ")" }
        // An item that cannot end the paragraph above, such as `3. 乙`, stays a line too.
        let isMark = first.isASCII && (next == "." || next == ")")
        return next == "、" || isMark && scalars[scalars.index(after: number.endIndex)...].first == " "
    }

    private static let numerals = Set("一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸0123456789０１２３４５６７８９".unicodeScalars)

    private static let signs = Set("※＊●○◎■□▲△★☆◆◇•‧·▪▸→⚠".unicodeScalars)
}
