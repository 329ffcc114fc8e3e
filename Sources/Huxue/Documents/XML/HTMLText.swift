/// Plain text out of a piece of HTML from elsewhere; nothing of it is ever shown as HTML.
struct HTMLText {
    private(set) var text: String
    /// Whether it has pictures, sound or formulas, which no text can say.
    private(set) var hasMedia = false

    /// `emphasis`: what stands around emphasised words; empty for nothing.
    init(_ html: String, emphasis: String = "") {
        var flow = FlowText()
        text = ""
        var rest = html.unicodeScalars[...]
        let lastEnd = rest.lastIndex(of: ">") ?? rest.startIndex
        var words = String.UnicodeScalarView()
        func add() {
            flow.add(String(words))
            words = .init()
        }
        while let scalar = rest.first {
            if scalar == "<", let tag = Self.tag(at: rest, lastEnd: lastEnd) {
                add()
                rest = tag.rest
                if FlowText.mediaNames.contains(tag.name) { hasMedia = true }
                if tag.name == "br" {
                    flow.breakLine()
                } else if FlowText.blockNames.contains(tag.name) {
                    flow.breakBlock()
                } else if FlowText.emphasisNames.contains(tag.name), !emphasis.isEmpty {
                    words.append(contentsOf: emphasis.unicodeScalars)
                } else if tag.name == "script" || tag.name == "style", !tag.isEnd {
                    rest = Self.from("</\(tag.name)", in: rest)
                }
            } else if scalar == "&", let entity = Self.entity(at: rest) {
                words.append(contentsOf: entity.text.unicodeScalars)
                rest = entity.rest
            } else {
                words.append(scalar)
                rest.removeFirst()
            }
        }
        add()
        text = flow.text
    }

    /// Whether text that may be either looks like HTML.
    static func isLikely(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
        return text.contains(
            /<\/?(?:p|br|b|i|em|strong|u|span|div|sub|sup|ul|ol|li|img|font|table)(?:\s[^<>]*)?\/?>/.ignoresCase())
    }

    /// `lastEnd`: the last place where a tag can end, beyond which none is looked for.
    private static func tag(
        at text: Substring.UnicodeScalarView, lastEnd: String.Index
    ) -> (name: String, isEnd: Bool, rest: Substring.UnicodeScalarView)? {
        let inside = text.dropFirst()
        if inside.starts(with: "!--".unicodeScalars) { return ("!", false, from("-->", in: text).dropFirst(3)) }
        let isEnd = inside.first == "/"
        let named = isEnd ? inside.dropFirst() : inside
        let name = named.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }
        guard let first = named.first, first.isASCII, first.properties.isAlphabetic || first == "!",
            name.count <= 20, text.startIndex < lastEnd, let end = named.firstIndex(of: ">")
        else { return nil }
        return (String(name).lowercased(), isEnd, named[named.index(after: end)...])
    }

    /// What begins with the next occurrence of the mark; nothing when there is none.
    private static func from(_ mark: String, in text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let mark = Array(mark.unicodeScalars)
        var rest = text
        while let place = rest.firstIndex(of: mark[0]) {
            rest = rest[place...]
            if rest.starts(with: mark) { return rest }
            rest.removeFirst()
        }
        return rest.dropFirst(rest.count)
    }

    private static func entity(
        at text: Substring.UnicodeScalarView
    ) -> (text: String, rest: Substring.UnicodeScalarView)? {
        let inside = text.dropFirst().prefix(12)
        guard let end = inside.firstIndex(of: ";"), end > inside.startIndex else { return nil }
        let name = String(inside[..<end])
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let rest = text[text.index(after: end)...]
        if let known = named[name] { return (known, rest) }
        let resolved = MarkdownEntity.text(of: "&\(name);")
        return (resolved == "&\(name);" ? resolved : resolved == "\u{A0}" ? " " : resolved, rest)
    }

    private static let named = [
        "nbsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "le": "≤",
        "ge": "≥", "ne": "≠", "deg": "°", "bull": "•", "copy": "©", "divide": "÷", "plusmn": "±", "rarr": "→",
        "larr": "←", "uarr": "↑", "darr": "↓", "yen": "¥", "thinsp": " ", "zwnj": "", "zwj": "", "shy": "",
    ]
}
