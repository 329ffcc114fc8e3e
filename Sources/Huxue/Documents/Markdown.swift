/// A Markdown text converted to HTML: CommonMark with tables, task lists, strikethrough, footnotes and bare addresses.
///
/// What an office types as text is what is read, also where CommonMark would take it for markup: see `MarkdownLines`,
/// `MarkdownMarks` and `MarkdownEmphasis`. The plain text holds the numbers of lists as they were typed.
///
/// Raw HTML is shown as text. Links lead to http, https and mailto addresses, or to addresses that `Links` gives;
/// only images for which `Links` gives an address are shown.
struct Markdown {
    struct Heading: Equatable, Sendable {
        /// 1 to 6.
        let level: Int
        let text: String
        /// The heading's `id` attribute in the HTML; unique in the text.
        let id: String

        /// The first level is reserved for the page's title.
        var html: HTML {
            switch max(level, 2) {
            case 2: "<h2 id=\"\(id)\">\(text)</h2>"
            case 3: "<h3 id=\"\(id)\">\(text)</h3>"
            default: "<h4 id=\"\(id)\">\(text)</h4>"
            }
        }

        /// The id of the first heading with these words.
        static func id(of text: String) -> String { "s-" + String(text.map { $0.isWhitespace ? "-" : $0 }) }
    }

    /// The part of the text below one heading of the second level; the first section may have no heading.
    struct Section: Sendable {
        let heading: Heading?
        /// The content of the section without its heading.
        let html: HTML
    }

    /// How links, images and references in a text are resolved.
    struct Links {
        /// The address to which a link without a scheme leads, such as `../faq/late.md`; nil when the link is dead.
        var page: (String) -> Address? = { _ in nil }
        /// The address of an image; nil when it is unknown.
        var image: (String) -> Address? = { _ in nil }
        /// Converts plain text, given with its offset in `plainText` in bytes, to HTML with links for references.
        var text: (String, Int) -> HTML = { text, _ in "\(text)" }
        /// What stands in the place of `{{…}}`, given what stands between.
        var placeholder: (String) -> HTML = { "{{\($0)}}" }
        /// Whether dead links are marked as such.
        var marksDead = true
        /// How the tasks below a heading of the second level are shown.
        var tasks: (Heading?) -> MarkdownTask.Style = { _ in .box }
        /// The numbers of the tasks whose boxes are ticked; the first task of the text is 1.
        var ticked: Set<Int> = []
        /// The same of the boxes that say that something is not needed.
        var waived: Set<Int> = []
    }

    /// The name of a task's box in a form; its value is the task's number.
    static let tickField = "have"
    /// The name of the box that says that a task's paper is not needed.
    static let waiveField = "waived"

    let sections: [Section]
    let headings: [Heading]
    /// The text without markup, one line for each block; what it asks for is marked, see `MarkdownStandIn.filled`.
    let plainText: String
    /// Targets of links and images as written in the text, in order.
    let targets: [String]
    /// What stands between `{{` and `}}`, in order.
    let placeholders: [String]

    /// What is shown as typed, because as markup it would be too much.
    let excesses: [MarkdownExcess]

    init(_ source: String, links: Links = Links()) {
        let typed = MarkdownStandIn.cleaned(source)
        var lines = MarkdownLines(typed)
        var writer = MarkdownWriter(lines, of: typed, links: links)
        var excesses: [MarkdownExcess] = []
        let unused = Set(lines.definitionLines.indices).subtracting(writer.references.used)
        let exceeding = writer.references.exceeding
        if !unused.isEmpty || !exceeding.isEmpty {
            // What says where no link leads would vanish: it was meant to be read.
            excesses += exceeding.sorted().map { MarkdownExcess(kind: .reference, line: lines.definitionLines[$0]) }
            lines = MarkdownLines(typed, dropped: unused.union(exceeding))
            writer = MarkdownWriter(lines, of: typed, links: links)
        }
        excesses += lines.excesses
        if writer.isFull {
            writer = MarkdownWriter(plain: typed, links: links)
            excesses = [MarkdownExcess(kind: .text, line: 1)]
        }
        self.excesses = excesses
        sections = writer.sections
        headings = writer.headings
        plainText = writer.plainText
        targets = writer.targets
        placeholders = writer.placeholders
    }

    /// The whole text, including headings.
    var html: HTML {
        sections.reduce(into: HTML.empty) { whole, section in
            if let heading = section.heading {
                whole.append("<h2 id=\"\(heading.id)\">\(heading.text)</h2>")
            }
            whole.append(section.html)
        }
    }
}
