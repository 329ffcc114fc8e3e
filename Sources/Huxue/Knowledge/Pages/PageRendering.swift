/// A page's text as markup: references to articles are links, links to pages and attachments lead where they should.
struct PageRendering: Sendable {
    let sections: [Markdown.Section]

    /// What stands around the text.
    struct Surroundings: Equatable, Sendable {
        /// Where citations lead.
        var citations = CitationLinks.ministry
        /// Addresses of the pages that the reader may open, by file.
        var pages: [String: Address] = [:]
        /// Addresses of the attachments that are there, by name.
        var attachments: [String: Address] = [:]
        /// See `Markdown.Links`.
        var ticked: Set<Int> = []
        /// For people who are not signed in: what they may not open are plain words.
        var isPublic = false
    }

    init(_ content: PageContent, _ reading: PageReading, in surroundings: Surroundings) {
        var links = Markdown.Links()
        links.page = { Self.address(of: PageTarget($0, in: content.kind), in: surroundings) }
        links.image = { target in
            guard case .attachment(let name) = PageTarget(target, in: content.kind) else { return nil }
            return surroundings.attachments[name]
        }
        links.marksDead = !surroundings.isPublic
        links.ticked = surroundings.ticked
        let marks = Self.marks(reading)
        links.text = { text, start in Self.linked(text, at: start, marks, surroundings.citations) }
        sections = Markdown(content.body, links: links).sections
    }

    /// Everything in a row.
    var html: HTML {
        sections.reduce(into: HTML.empty) { whole, section in
            if let heading = section.heading { whole.append("<h2 id=\"\(heading.id)\">\(heading.text)</h2>") }
            whole.append(section.html)
        }
    }

    private static func address(of target: PageTarget, in surroundings: Surroundings) -> Address? {
        switch target {
        case .page(let path, let anchor):
            surroundings.pages[path].map { anchor.isEmpty ? $0 : "\($0)#\(segment: anchor)" }
        case .attachment(let name): surroundings.attachments[name]
        case .anchor(let id): "#\(segment: id)"
        case .comparison(let pcode, let from, let to):
            surroundings.isPublic ? nil : StatuteAddress.comparison(pcode, from: from, to: to)
        case .elsewhere: nil
        }
    }

    /// Resolved references by their range in the plain text, in bytes.
    private static func marks(_ reading: PageReading) -> [(place: Range<Int>, citation: Citation)] {
        reading.references.compactMap { reference in reference.meaning.target.map { (reference.place, $0) } }
    }

    /// Where in `marks` those begin that stand at `start` or later.
    private static func first(from start: Int, _ marks: [(place: Range<Int>, citation: Citation)]) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].place.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A run of text with its references as links; a reference that extends beyond the run stays plain.
    private static func linked(
        _ text: String, at start: Int, _ marks: [(place: Range<Int>, citation: Citation)], _ links: CitationLinks
    ) -> HTML {
        let utf8 = text.utf8
        let end = start + utf8.count
        var html = HTML.empty
        var place = start
        func words(to next: Int) -> Substring {
            let from = utf8.index(utf8.startIndex, offsetBy: place - start)
            return text[from..<utf8.index(from, offsetBy: next - place)]
        }
        for mark in marks[first(from: start, marks)...].prefix(while: { $0.place.lowerBound < end })
        where mark.place.lowerBound >= place && mark.place.upperBound <= end {
            html.append("\(words(to: mark.place.lowerBound))")
            place = mark.place.lowerBound
            html.append(CitationViews.link(to: mark.citation, links, words: String(words(to: mark.place.upperBound))))
            place = mark.place.upperBound
        }
        html.append("\(words(to: end))")
        return html
    }
}
