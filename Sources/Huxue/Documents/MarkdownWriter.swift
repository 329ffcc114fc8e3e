/// Writes HTML while the parser reports the parts of the text.
final class MarkdownWriter {
    private let links: Markdown.Links
    private(set) var sections: [Markdown.Section] = []
    private(set) var headings: [Markdown.Heading] = []
    private var running: MarkdownTextWriter
    var plainText: String { running.plainText }
    var targets: [String] { running.targets }
    var placeholders: [String] { running.placeholders }
    private var html = HTML.empty
    private var sectionHeading: Markdown.Heading?
    /// Plain text that is not written yet, because a reference may extend over several pieces of the parser.
    private var words = ""
    private var lines = MarkdownLineJoin()
    /// The text of the heading that is open; nil outside headings.
    private var headingWords: String?
    private var items: MarkdownItems
    /// The titles of the open links; inside a link, references do not become links.
    private var titles: [String] = []
    /// The image that is open, and its alternative text; nil outside images.
    private var image: (target: MarkdownTarget, words: String)?
    private var closers: [HTML] = []
    /// How many cells of a table are open.
    private var cells = 0
    var numbers: MarkdownNumbers {
        get { items.numbers }
        set { items.numbers = newValue }
    }
    private var ids = MarkdownIDs()
    /// Where the names led.
    var references = MarkdownReferences()
    /// How much more may be written, see `takesMore`.
    private var room: Int
    var isFull: Bool { room < 0 }

    private init(room: Int, links: Markdown.Links) {
        self.links = links
        self.room = room
        running = MarkdownTextWriter(links: links)
        items = MarkdownItems(links: links)
    }

    /// Writes the lines of a text.
    convenience init(_ lines: MarkdownLines, of source: String, links: Markdown.Links) {
        self.init(room: 16 * source.utf8.count + 256 << 10, links: links)
        MarkdownParser.parse(lines.prepared, into: self)
        flush()
        closeSection()
    }

    /// Writes a text as it was typed.
    convenience init(plain source: String, links: Markdown.Links) {
        self.init(room: 0, links: links)
        html.append("<p>")
        for (place, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { html.append("<br>") }
            html.append(running.write(line, mayLink: true))
            running.endLine()
        }
        html.append("</p>")
        closeSection()
    }

    /// Whether the text may have one more part, with so many bytes of words.
    ///
    /// This does not depend on what links and placeholders become, so that a text is read as it is shown.
    func takesMore(_ length: Int) -> Bool {
        room -= 6 + length
        return room >= 0
    }

    private func closeSection() {
        if sectionHeading != nil || !html.isEmpty {
            sections.append(Markdown.Section(heading: sectionHeading, html: html))
        }
        html = .empty
        sectionHeading = nil
    }

    // MARK: Blocks

    func enter(_ block: MarkdownBlock) {
        flush()
        lines.begin()
        switch block {
        case .document: break
        case .quote: html.append("<blockquote>")
        case .rule: html.append("<hr>")
        case .code(let caption): openCode(caption)
        case .paragraph: html.append(items.openParagraph())
        case .table: html.append("<div class=\"table-scroll\"><table class=\"table\">")
        case .tableHead: html.append("<thead>")
        case .tableBody: html.append("<tbody>")
        case .row: html.append("<tr>")
        case .cell(let isHead, let isNumeric):
            cells += 1
            html.append(isHead ? "<th scope=\"col\"" : "<td")
            html.append(isNumeric ? " class=\"num\">" : ">")
        case .list(let numbering): html.append(items.openList(numbering))
        case .item(let isTask):
            let item = items.openItem(isTask: isTask, below: sectionHeading)
            html.append(item.html)
            running.add(item.number)
        case .heading: headingWords = ""
        }
    }

    func leave(_ block: MarkdownBlock) {
        if case .heading(let level) = block { return closeHeading(level) }
        flush()
        switch block {
        case .document, .rule, .heading: break
        case .quote: html.append("</blockquote>")
        case .code: html.append("</code></pre>")
        case .paragraph: html.append(items.closeParagraph())
        case .table: html.append("</table></div>")
        case .tableHead: html.append("</thead>")
        case .tableBody: html.append("</tbody>")
        case .row: html.append("</tr>")
        case .cell(let isHead, _):
            cells -= 1
            html.append(isHead ? "</th>" : "</td>")
        case .list(let numbering): html.append(items.closeList(numbering))
        case .item: html.append(items.closeItem())
        }
        running.endLine()
    }

    /// What stands behind the signs, such as a language, is read above the code.
    private func openCode(_ caption: String) {
        if !caption.isEmpty {
            running.add(caption)
            running.endLine()
            html.append("<p class=\"soft\">\(caption)</p>")
        }
        html.append("<pre><code>")
    }

    private func closeHeading(_ level: Int) {
        // The text of a heading also appears in the table of contents, so it has no links and emphasis.
        let text = headingWords ?? ""
        headingWords = nil
        running.add(text)
        running.endLine()
        let heading = Markdown.Heading(level: level, text: text, id: ids.next(for: text))
        headings.append(heading)
        if level == 2, items.isEmpty {
            closeSection()
            sectionHeading = heading
        } else {
            html.append(heading.html)
        }
    }

    // MARK: Spans

    func enter(_ span: MarkdownSpan) {
        if case .image(let target) = span {
            separate(before: nil)
            flush()
            running.note(target.address)
            image = (target, "")
            return
        }
        guard headingWords == nil, image == nil else { return }
        flush()
        switch span {
        case .emphasis: open("<em>", "</em>")
        case .strong: open("<strong>", "</strong>")
        case .code: open("<code>", "</code>")
        case .deleted: open("<del>", "</del>")
        case .link(let target):
            running.note(target.address)
            titles.append(target.title)
            let link = target.link(links)
            open(link.opening, link.closing)
        case .plain, .image: open("", "")
        }
    }

    func leave(_ span: MarkdownSpan) {
        if case .image = span, let image {
            self.image = nil
            guard headingWords == nil else { return }
            html.append(image.target.image(alternative: image.words, links))
            return show(title: image.target.title)
        }
        guard headingWords == nil, image == nil else { return }
        flush()
        if let closer = closers.popLast() { html.append(closer) }
        if case .link = span, let title = titles.popLast() { show(title: title) }
    }

    private func open(_ opening: HTML, _ closing: HTML) {
        html.append(opening)
        closers.append(closing)
    }

    /// What stands in quotation marks behind an address is read behind the link.
    private func show(title: String) {
        guard !title.isEmpty else { return }
        html.append(running.write("（\(title)）", mayLink: false))
    }

    // MARK: Text

    func text(_ text: MarkdownWords) {
        switch text {
        case .lineBreak:
            flush()
            if headingWords == nil, image == nil {
                html.append("<br>")
                // What is read below does not go on with the line: two dates would be one number.
                if !lines.isAtStart { running.add(" ") }
            }
            lines.begin()
        case .softBreak: lines.endLine()
        case .code(var code):
            separate(before: code.unicodeScalars.first)
            lines.pass(code)
            // Nothing else can keep a bar from ending the cell.
            if cells > 0 { code = code.replacing("\\|", with: "|") }
            if headingWords != nil || image != nil { return take(code) }
            flush()
            running.add(code)
            html.append("\(code)")
        case .normal(let text):
            separate(before: text.unicodeScalars.first)
            lines.pass(text)
            take(text)
        }
    }

    private func separate(before next: Unicode.Scalar?) {
        if lines.needsSpace(before: next) { take(" ") }
    }

    private func take(_ text: String) {
        if image != nil {
            image?.words += MarkdownStandIn.typed(text)
        } else if headingWords != nil {
            headingWords? += MarkdownStandIn.typed(text)
        } else {
            words += text
        }
    }

    private func flush() {
        guard !words.isEmpty else { return }
        html.append(running.write(words[...], mayLink: titles.isEmpty))
        words = ""
    }
}
