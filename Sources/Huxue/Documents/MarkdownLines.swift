/// Prepares a text, line by line, so that what an office typed is what is read.
///
/// - A date or a long number at the beginning of a line begins no list: `113. 5. 24 修正公布`, `1150101. 列管編號`.
/// - A line of dashes or equals signs does not turn the line above it into a heading.
/// - `[注意]: 逾期仍應受理` is text; only `[name]: address` with `[name]` elsewhere says where a link leads.
/// - `[註](詳第3頁)` is text: behind a link an address follows.
/// - `[^1]: …` is a footnote, to which `內文[^1]` refers.
/// - A line that begins with `一、`, `（一）`, `1、`, `①` or a sign stays a line of its own.
struct MarkdownLines {
    private var lines: [String] = []
    /// Whether the last line is text that the next one would be joined to.
    private var isOpen = false
    /// The characters that end the block of code that is open; nil outside.
    private var fence: Substring?
    private let names: Set<Substring>
    private let notes: Set<Substring>

    static func prepared(_ source: String) -> String {
        let typed = String(String.UnicodeScalarView(source.unicodeScalars.filter { !MarkdownStandIn.isOne($0) }))
        var lines = Self(typed)
        for line in typed.split(separator: "\n", omittingEmptySubsequences: false) { lines.take(line) }
        return MarkdownEmphasis.mended(lines.lines.joined(separator: "\n").unicodeScalars)
    }

    private init(_ source: String) {
        guard source.utf8.contains(UInt8(ascii: "[")), source.contains("]:") else {
            (names, notes) = ([], [])
            return
        }
        names = Set(source.matches(of: /\[([^\[\]\n]{1,200})\](?!:)/).map(\.1))
        notes = Set(source.matches(of: /(?m)^ {0,3}\[\^([^\[\]\s]{1,30})\]:/).map(\.1))
    }

    private mutating func take(_ line: Substring) {
        let margin = line.prefix { $0 == " " || $0 == "\t" || $0 == ">" }
        let words = line[margin.endIndex...]
        if let fence {
            if words.hasPrefix(fence), words.allSatisfy({ $0 == fence.first || $0.isWhitespace }) { self.fence = nil }
            return add(line)
        }
        if let line = Self.shallow(line) { return add(line) }
        if words.hasPrefix("```") || words.hasPrefix("~~~"), isFence(words) {
            fence = words.prefix { $0 == words.first }
            return add(line)
        }
        if words.isEmpty { return add(line) }
        switch words.utf8.first {
        case UInt8(ascii: "["): takeDefinition(words, margin)
        case UInt8(ascii: "="), UInt8(ascii: "-"): takeRule(words, margin)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): takeNumber(words, margin)
        default: add(margin + text(words), breaksBefore: Self.stands(words))
        }
    }

    /// So deep may quotes and lists lie in one another; deeper, their signs are text.
    private static let deepest = 16
    /// Columns before a sign that lies deeper than any list that somebody writes, over several lines.
    private static let widest = 4 * deepest

    /// The line with the first sign that lies too deep as text, and so all that follow it; nil when none does.
    private static func shallow(_ line: Substring) -> String? {
        guard line.utf8.count > deepest, !isRule(line) else { return nil }
        var (depth, place) = (0, line.utf8.startIndex)
        while place < line.utf8.endIndex {
            let rest = line[place...]
            let spaces = rest.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let words = line[spaces.endIndex...]
            guard let length = sign(leading: words) else { return nil }
            depth += 1
            let end = words.utf8.index(words.startIndex, offsetBy: length)
            let isIndented = line.utf8.distance(from: line.startIndex, to: words.startIndex) > widest
            if depth > deepest || isIndented && depth == 1 {
                let last = words.utf8.index(end, offsetBy: -1)
                let typed = words[last..<end].unicodeScalars.first.map { String(MarkdownStandIn.of($0)) } ?? ""
                return line[..<last] + typed + line[end...]
            }
            place = end
        }
        return nil
    }

    /// Whether the line is `- - -` or `* * *` of any length, behind the signs of quotes.
    private static func isRule(_ line: Substring) -> Bool {
        let words = line.utf8.drop { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") }
        guard let mark = words.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
        return words.allSatisfy { $0 == mark || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// How many bytes the sign takes with which a quote or an item of a list begins; nil for anything else.
    private static func sign(leading words: Substring) -> Int? {
        guard let first = words.utf8.first else { return nil }
        if first == UInt8(ascii: ">") { return 1 }
        let digits = words.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let rest = words.utf8.dropFirst(digits.count)
        let ends: [Character] = digits.isEmpty ? ["-", "+", "*"] : [".", ")"]
        guard digits.count < 10, let mark = rest.first, ends.contains(where: { $0.asciiValue == mark }) else {
            return nil
        }
        guard rest.dropFirst().first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) ?? true else {
            return nil
        }
        return digits.count + 1
    }

    private mutating func takeDefinition(_ words: Substring, _ margin: Substring) {
        if let note = words.wholeMatch(of: /\[\^([^\[\]\s]{1,30})\]:[ \t]*(.*)/), notes.contains(note.1) {
            return add(note: note.1, saying: note.2, margin)
        }
        if let name = words.wholeMatch(of: /\[([^\[\]]{1,200})\]:[ \t]*(.*)/),
            !isDestination(name.2) || !names.contains(name.1)
        {
            return add(margin + String(MarkdownStandIn.of("[")) + text(words.dropFirst()), breaksBefore: true)
        }
        add(margin + text(words))
    }

    private mutating func takeRule(_ words: Substring, _ margin: Substring) {
        if isOpen, words.allSatisfy({ $0 == "=" || $0 == " " }) {
            return add(margin + String(MarkdownStandIn.of("=")) + words.dropFirst(), breaksBefore: true)
        }
        if isOpen, words.allSatisfy({ $0 == "-" || $0 == " " }) { add("") }
        add(margin + text(words))
    }

    private mutating func takeNumber(_ words: Substring, _ margin: Substring) {
        if let number = words.prefixMatch(of: /([0-9]{1,12})([.)])(?=[ \t]|$)/),
            isText(number.1, words[number.range.upperBound...])
        {
            let sign = number.2.unicodeScalars.first.map { String(MarkdownStandIn.of($0)) } ?? ""
            return add(margin + number.1 + sign + text(words[number.range.upperBound...]), breaksBefore: true)
        }
        add(margin + text(words), breaksBefore: Self.stands(words))
    }

    /// Whether the line begins a block of code: its signs, and perhaps a language.
    private func isFence(_ words: Substring) -> Bool {
        let language = words.drop { $0 == words.first }
        return language.unicodeScalars.allSatisfy { $0.isASCII && $0 != "`" && $0 != "~" }
    }

    /// `breaksBefore`: whether the line stays a line of its own.
    private mutating func add(_ line: some StringProtocol, breaksBefore: Bool = false) {
        if breaksBefore, isOpen, let last = lines.indices.last { lines[last] += "  " }
        lines.append(String(line))
        isOpen = fence == nil && !line.allSatisfy { $0.isWhitespace || $0 == ">" } && !line.hasPrefix("#")
    }

    private mutating func add(note name: Substring, saying words: Substring, _ margin: Substring) {
        if isOpen { add("") }
        add(margin + mark(MarkdownStandIn.note, name) + " " + text(words))
    }

    private func mark(_ mark: Unicode.Scalar, _ name: Substring) -> String {
        var marked = String.UnicodeScalarView([mark])
        marked.append(contentsOf: name.unicodeScalars.lazy.map(MarkdownStandIn.of))
        marked.append(MarkdownStandIn.end)
        return String(marked)
    }

    /// The words of a line, with its footnotes and bare addresses marked.
    private func text(_ words: Substring) -> String {
        var text = String(words)
        if !notes.isEmpty, text.utf8.contains(UInt8(ascii: "^")) {
            text = text.replacing(/\[\^([^\[\]\s]{1,30})\]/) {
                notes.contains($0.1) ? mark(MarkdownStandIn.noteReference, $0.1) : String($0.0)
            }
        }
        if text.contains("{{") {
            text = text.replacing(/\{\{([^{}]{1,100})\}\}/) { mark(MarkdownStandIn.placeholder, $0.1) }
        }
        if text.contains("](") {
            text = text.replacing(/\]\((?![A-Za-z][^\s)]{0,200}[.\/:#]|[.\/#<])/) { _ in
                "]" + String(MarkdownStandIn.of("("))
            }
        }
        guard text.contains("http") else { return text }
        var marked = String.UnicodeScalarView()
        var rest = text[...]
        while let address = BareAddress.first(in: rest) {
            marked.append(contentsOf: rest[..<address.lowerBound].unicodeScalars)
            for scalar in rest[address].unicodeScalars {
                marked.append("*_~&`\\[]<".unicodeScalars.contains(scalar) ? MarkdownStandIn.of(scalar) : scalar)
            }
            rest = rest[address.upperBound...]
        }
        marked.append(contentsOf: rest.unicodeScalars)
        return String(marked)
    }

    /// Whether a number that begins a line is one of a date, or too large for a list.
    private func isText(_ number: Substring, _ rest: Substring) -> Bool {
        number.count > 2 || number.count == 2 && rest.prefixMatch(of: /[ \t]*[0-9]{1,2}[ \t]*\.[ \t]*[0-9]/) != nil
    }

    private func isDestination(_ words: Substring) -> Bool {
        let target = words.prefix { !$0.isWhitespace }
        return MarkdownLink.isAllowed(String(target)) || target.hasPrefix("../") || target.hasPrefix("/")
            || target.hasPrefix("#") || target.hasSuffix(".md")
    }

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
        return isBracketed ? next == "）" || next == ")" : next == "、"
    }

    private static let numerals = Set("一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸0123456789０１２３４５６７８９".unicodeScalars)

    private static let signs = Set("※＊●○◎■□▲△★☆◆◇•‧·▪▸→⚠".unicodeScalars)
}
