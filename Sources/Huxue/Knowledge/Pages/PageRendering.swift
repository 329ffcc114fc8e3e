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
        var waived: Set<Int> = []
        /// What the office says of itself.
        var facts = LocalFacts()
        /// For people who are not signed in: what they may not open are plain words.
        var isPublic = false
        /// Whether it is taken home by a citizen, though a colleague looks at it.
        var isHandedOut = false
        /// Whether citations in brackets behind a sentence are shown; false on what citizens take home.
        var showsCitations = true
        /// The parts that are shown of a procedure; nil for all.
        var parts: Set<PagePart>?
        /// How papers and other tasks are shown; boxes to waive stand at papers alone.
        var tasks = MarkdownTask.Style.box
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
        links.waived = surroundings.waived
        links.placeholder = { text in
            LocalFact(placeholder: text).map {
                LocalFactViews.answer(
                    to: $0, surroundings.facts, isPublic: surroundings.isPublic || surroundings.isHandedOut)
            } ?? "{{\(text)}}"
        }
        let marks = Self.marks(reading)
        links.text = { text, start in
            CitedText(text, at: start, marks: Self.within(start, text, marks), surroundings.citations)
                .html(showsCitations: surroundings.showsCitations, parts: surroundings.parts)
        }
        links.tasks = { heading in
            surroundings.tasks == .paper && heading?.text != PagePart.papers.title ? .box : surroundings.tasks
        }
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

    private static func within(
        _ start: Int, _ text: String, _ marks: [(place: Range<Int>, citation: Citation)]
    ) -> [(place: Range<Int>, citation: Citation)] {
        let end = start + text.utf8.count
        return marks[first(from: start, marks)...].prefix { $0.place.lowerBound < end }.filter {
            $0.place.upperBound <= end
        }
    }
}
