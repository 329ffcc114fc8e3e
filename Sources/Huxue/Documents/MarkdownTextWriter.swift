/// Writes the running text of a Markdown text: as plain text, and as HTML with its footnotes, bare addresses and references.
struct MarkdownTextWriter {
    private let links: Markdown.Links
    private(set) var plainText = ""
    /// Targets of links and images as written in the text, in order.
    private(set) var targets: [String] = []
    /// What stands between `{{` and `}}`, in order.
    private(set) var placeholders: [String] = []
    /// The names of footnotes to which the text has referred.
    private var usedNotes: Set<Substring> = []

    init(links: Markdown.Links) {
        self.links = links
    }

    /// Adds what the HTML says in another way.
    mutating func add(_ text: String) { plainText += text }

    mutating func note(_ target: String) { targets.append(target) }

    mutating func endLine() {
        if !plainText.isEmpty, plainText.last != "\n" { plainText += "\n" }
    }

    /// `mayLink`: false inside a link, where nothing becomes another one.
    mutating func write(_ words: Substring, mayLink: Bool) -> HTML {
        var html = HTML.empty
        var rest = words
        while let start = rest.unicodeScalars.firstIndex(where: MarkdownStandIn.isOne),
            let end = rest[start...].unicodeScalars.firstIndex(of: MarkdownStandIn.end)
        {
            let scalars = rest.unicodeScalars
            let name = rest[scalars.index(after: start)..<end]
            html.append(addressed(rest[..<start], mayLink: mayLink))
            switch scalars[start] {
            case MarkdownStandIn.note: html.append(footnote(name))
            case MarkdownStandIn.placeholder: html.append(placeholder(String(name)))
            default: html.append(reference(to: name))
            }
            rest = rest[scalars.index(after: end)...]
        }
        html.append(addressed(rest, mayLink: mayLink))
        return html
    }

    private mutating func footnote(_ name: Substring) -> HTML {
        plainText += "[\(name)]"
        let back: Address = "#fnref-\(segment: String(name))"
        return usedNotes.contains(name)
            ? "<span class=\"footnote\" id=\"fn-\(name)\"><a href=\"\(back)\">\(name)</a></span>"
            : "<span class=\"footnote\" id=\"fn-\(name)\">\(name)</span>"
    }

    private mutating func reference(to name: Substring) -> HTML {
        plainText += "[\(name)]"
        let place: Address = "#fn-\(segment: String(name))"
        return usedNotes.insert(name).inserted
            ? "<sup id=\"fnref-\(name)\"><a href=\"\(place)\">\(name)</a></sup>"
            : "<sup><a href=\"\(place)\">\(name)</a></sup>"
    }

    private mutating func placeholder(_ text: String) -> HTML {
        plainText.unicodeScalars.append(MarkdownStandIn.placeholder)
        plainText += text
        plainText.unicodeScalars.append(MarkdownStandIn.end)
        placeholders.append(text)
        return links.placeholder(text)
    }

    /// Words without footnotes; their bare addresses become links.
    private mutating func addressed(_ words: Substring, mayLink: Bool) -> HTML {
        var html = HTML.empty
        var rest = words
        while mayLink, let address = BareAddress.first(in: rest) {
            let target = String(rest[address])
            html.append(plain(rest[..<address.lowerBound], mayLink: mayLink))
            targets.append(target)
            plainText += target
            html.append("<a href=\"\(target)\" rel=\"noopener noreferrer\">\(target)</a>")
            rest = rest[address.upperBound...]
        }
        html.append(plain(rest, mayLink: mayLink))
        return html
    }

    private mutating func plain(_ words: Substring, mayLink: Bool) -> HTML {
        guard !words.isEmpty else { return .empty }
        let start = plainText.utf8.count
        plainText += words
        return mayLink ? links.text(String(words), start) : "\(words)"
    }
}
