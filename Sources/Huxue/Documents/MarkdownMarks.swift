import Foundation

/// Tells what within a line is markup from what is text, and writes the line for the parser.
///
/// - `內文[^1]` refers to a footnote that is explained; `{{…}}` asks for something.
/// - `[註](詳第3頁)` is text: behind a link an address follows.
/// - `\\fileserver\公用`, `C:\_temp`: in a path a backslash is one, unless behind it stands what would be markup without
///   it; elsewhere it keeps the sign behind it from being markup.
struct MarkdownMarks {
    /// The names of the footnotes that are explained.
    let notes: Set<Substring>
    /// Whether a line says where links lead.
    let hasDefinitions: Bool

    func prepared(_ line: MarkdownLine) -> String {
        let words =
            switch line.kind {
            case .blank, .rule, .underline: line.words
            // If the parser found no code there, nothing would vanish.
            case .code: Self.withoutDefinitions(line.words)
            case .fence: Self.withoutDefinitions(line.words).replacing("\\", with: String(MarkdownStandIn.of("\\")))
            case .heading, .text, .row: text(line.words[...])
            case .note(let name): mark(MarkdownStandIn.note, name) + " " + text(line.words[...])
            case .definition(let number):
                line.words.replacing(/\]:[ \t]*/, with: "]: \(MarkdownStandIn.definition(number))", maxReplacements: 1)
            }
        return line.margin + words + (line.isEnded ? "  " : "")
    }

    private func mark(_ mark: Unicode.Scalar, _ name: Substring) -> String {
        var marked = String.UnicodeScalarView([mark])
        marked.append(contentsOf: name.unicodeScalars.lazy.map(MarkdownStandIn.of))
        marked.append(MarkdownStandIn.end)
        return String(marked)
    }

    private func text(_ words: Substring) -> String {
        // Most lines hold nothing of what is looked for below.
        guard words.utf8.contains(where: { "^{]h\\".utf8.contains($0) }) else {
            return MarkdownEmphasis.mended(words.unicodeScalars)
        }
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
        if text.contains("http") { text = Self.withAddresses(text) }
        text = Self.withoutDefinitions(text)
        if text.utf8.contains(UInt8(ascii: "\\")) { text = withBackslashes(text) }
        return MarkdownEmphasis.mended(text.unicodeScalars)
    }

    /// Bare addresses hold no markup.
    private static func withAddresses(_ text: String) -> String {
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

    /// Without the colon behind a bracket nothing says where links lead, in whatever quote, item or lines it stands.
    private static func withoutDefinitions(_ text: String) -> String {
        text.contains("]:") ? text.replacing("]:", with: "]\(MarkdownStandIn.of(":"))") : text
    }

    private func withBackslashes(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let hasLinks = text.contains("](")
        let counts = scalars.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var marked = String.UnicodeScalarView()
        var (place, word) = (0, 0)
        while place < scalars.count {
            if scalars[place].properties.isWhitespace { word = place + 1 }
            let (scalar, next) = (scalars[place], place + 1 < scalars.count ? scalars[place + 1] : "\n")
            guard scalar == "\\" else {
                marked.append(scalar)
                place += 1
                continue
            }
            let follows = place + 2 < scalars.count ? scalars[place + 2] : "\n"
            let isMarkup: Bool =
                switch next {
                case _ where !Self.isPath(scalars[word...]): Self.isPunctuation(next)
                case "*", "`", "~", "|": counts[next, default: 0] > 1
                case "[": hasLinks || hasDefinitions || follows == " " || follows == "x" || follows == "X"
                case "]": hasLinks
                case "!": follows == "["
                case "&":
                    String(String.UnicodeScalarView(scalars[(place + 1)...].prefix(12)))
                        .prefixMatch(of: /&#?[A-Za-z0-9]{1,8};/) != nil
                case "#", "+", "-": place == 0 && (follows == next || follows == " ")
                case ">": place == 0
                case ".", ")": place > 0 && scalars[..<place].allSatisfy { ("0"..."9").contains($0) }
                default: false
                }
            marked.append(isMarkup ? scalar : MarkdownStandIn.of(scalar))
            if isMarkup {
                marked.append(next)
                place += 1
            }
            place += 1
        }
        return String(marked)
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
        default: false
        }
    }

    /// Whether a word begins as the path of a file does: `\\server` or `C:\`.
    private static func isPath(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = Array(word.prefix(3))
        guard start.count == 3 else { return false }
        if start[0] == "\\", start[1] == "\\" {
            return start[2].properties.isAlphabetic || start[2].properties.numericType != nil
        }
        return start[0].isASCII && start[0].properties.isAlphabetic && start[1] == ":" && start[2] == "\\"
    }
}
