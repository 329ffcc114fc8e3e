/// The little markup that question texts have.
enum QuestionText {
    /// `*…*` becomes emphasis; an asterisk without a partner stays.
    static func stem(_ text: String) -> HTML {
        alternating(text, open: "*", close: "*") { "<em>\(lines($0))</em>" }
    }

    /// The words of the law in 「…」 are marked.
    static func explanation(_ text: String) -> HTML {
        alternating(text, open: "「", close: "」") { "「<mark>\(lines($0))</mark>」" }
    }

    /// Line breaks stay line breaks.
    static func lines(_ text: some StringProtocol) -> HTML {
        var html = HTML.empty
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            html.append("\(when: place > 0, "<br>")\(line)")
        }
        return html
    }

    private static func alternating(
        _ text: String, open: Character, close: Character, marked: (Substring) -> HTML
    ) -> HTML {
        var html = HTML.empty
        var rest = text[...]
        while let start = rest.firstIndex(of: open) {
            let inside = rest[rest.index(after: start)...]
            guard let end = inside.firstIndex(of: close) else { break }
            html.append(lines(rest[..<start]))
            html.append(marked(inside[..<end]))
            rest = inside[inside.index(after: end)...]
        }
        html.append(lines(rest))
        return html
    }
}
