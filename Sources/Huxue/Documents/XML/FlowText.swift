/// Text as a browser would flow it: white space of the source is one space, breaks and blocks are line breaks.
struct FlowText {
    private(set) var text = ""
    /// Whether white space waits to be one space before the next word.
    private var isSpaced = false

    /// Adds words of the source, in which any white space is as good as one space, and none between two Han characters
    /// that only a line break of the source parts.
    mutating func add(_ words: some StringProtocol) {
        var broke = false
        for scalar in words.unicodeScalars {
            switch scalar {
            case " ", "\t", "\u{C}": isSpaced = true
            case "\n", "\r":
                broke = true
                isSpaced = true
            default:
                let joins = broke && Self.isWide(scalar) && (text.unicodeScalars.last.map(Self.isWide) ?? false)
                if isSpaced, !joins, !isAtLineStart { text.unicodeScalars.append(" ") }
                text.unicodeScalars.append(scalar)
                (isSpaced, broke) = (false, false)
            }
        }
    }

    /// Adds text exactly as it is.
    mutating func addExactly(_ words: String) {
        if isSpaced, !isAtLineStart { text += " " }
        isSpaced = false
        text += words
    }

    mutating func breakLine() {
        isSpaced = false
        text += "\n"
    }

    /// Begins or ends a block: what follows stands on a line of its own.
    mutating func breakBlock() {
        isSpaced = false
        if !isAtLineStart { text += "\n" }
    }

    private var isAtLineStart: Bool { text.unicodeScalars.last.map { $0 == "\n" } ?? true }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFF60).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    /// Elements that stand on lines of their own.
    static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ]
    /// Elements that show what no text can say.
    static let mediaNames: Set<String> = [
        "img", "image", "object", "embed", "iframe", "svg", "math", "audio", "video", "canvas", "picture",
    ]
    /// Elements that emphasise.
    static let emphasisNames: Set<String> = ["b", "em", "i", "strong", "u", "mark"]
}
