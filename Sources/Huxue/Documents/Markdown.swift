/// A Markdown text as markup of ours: CommonMark with tables, task lists, strikethrough and bare addresses.
///
/// Raw HTML is shown as text. Links lead to http, https and mailto, or to where `Links` says; images show only what
/// `Links` knows.
struct Markdown {
    struct Heading: Equatable, Sendable {
        /// 1 to 6.
        let level: Int
        let text: String
        /// Unique in the text; stands in the markup.
        let id: String
    }

    /// What stands below one heading of the second level; the first section may have none.
    struct Section: Sendable {
        let heading: Heading?
        /// Without the heading itself.
        let html: HTML
    }

    /// What the text around a page knows.
    struct Links {
        /// Where a link without a scheme leads, such as `../faq/late.md`; nil when it is dead.
        var page: (String) -> Address? = { _ in nil }
        /// The address of an image.
        var image: (String) -> Address? = { _ in nil }
        /// A run of plain text, from which references become links, and where it begins in `plainText`, in bytes.
        var text: (String, Int) -> HTML = { text, _ in "\(text)" }
        /// Whether a link that leads nowhere says so.
        var marksDead = true
        /// The tasks whose boxes are ticked, counted from 1.
        var ticked: Set<Int> = []
    }

    /// What the box of a task is called in a form; its value is the task's number.
    static let tickField = "have"

    let sections: [Section]
    let headings: [Heading]
    /// The words alone, a line for each block.
    let plainText: String
    /// Targets of links and images as they are written, in order.
    let targets: [String]

    init(_ source: String, links: Links = Links()) {
        let writer = MarkdownWriter(links: links)
        MarkdownParser.parse(MarkdownEmphasis.mended(source), into: writer)
        writer.finish()
        sections = writer.sections
        headings = writer.headings
        plainText = writer.plainText
        targets = writer.targets
    }

    /// Everything in a row, headings included.
    var html: HTML {
        sections.reduce(into: HTML.empty) { whole, section in
            if let heading = section.heading {
                whole.append("<h2 id=\"\(heading.id)\">\(heading.text)</h2>")
            }
            whole.append(section.html)
        }
    }
}
