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
    /// For each open list item, whether the label of a task is open in it, how many paragraphs it has begun, and the
    /// number of its task.
    private var items: [(hasLabel: Bool, paragraphs: Int, task: Int)] = []
    /// How many tasks have been written so far.
    private var taskCount = 0
    /// How many links are open; inside a link, references do not become links.
    private var linkDepth = 0
    /// The alternative text of the image that is open; nil outside images.
    private var imageWords: String?
    private var closers: [HTML] = []
    /// The open lists: nil for one without numbers, otherwise the number that its next item has unless it says another.
    private var lists: [(numbering: MarkdownNumbering, next: Int)?] = []
    /// How many cells of a table are open.
    private var cells = 0
    /// As they were typed.
    var numbers = MarkdownNumbers()
    private var ids = MarkdownIDs()

    init(links: Markdown.Links) {
        self.links = links
        running = MarkdownTextWriter(links: links)
    }

    func finish() {
        flush()
        closeSection()
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
        case .code: html.append("<pre><code>")
        case .paragraph: openParagraph()
        case .table: html.append("<div class=\"table-scroll\"><table class=\"table\">")
        case .tableHead: html.append("<thead>")
        case .tableBody: html.append("<tbody>")
        case .row: html.append("<tr>")
        case .cell(let isHead, let isNumeric):
            cells += 1
            html.append(isHead ? "<th scope=\"col\"" : "<td")
            html.append(isNumeric ? " class=\"num\">" : ">")
        case .list(let numbering): openList(numbering)
        case .item(let isTask): openItem(isTask)
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
        case .paragraph: if items.last?.hasLabel != true { html.append("</p>") }
        case .table: html.append("</table></div>")
        case .tableHead: html.append("</thead>")
        case .tableBody: html.append("</tbody>")
        case .row: html.append("</tr>")
        case .cell(let isHead, _):
            cells -= 1
            html.append(isHead ? "</th>" : "</td>")
        case .list(let numbering):
            lists.removeLast()
            html.append(numbering == nil ? "</ul>" : "</ol>")
        case .item:
            closeTask()
            items.removeLast()
            html.append("</li>")
        }
        running.endLine()
    }

    private func openParagraph() {
        if let item = items.indices.last {
            items[item].paragraphs += 1
            // A label holds only text; what goes on below it stands after it.
            if items[item].paragraphs > 1 { closeTask() }
        }
        if items.last?.hasLabel != true { html.append("<p>") }
    }

    private func openList(_ numbering: MarkdownNumbering?) {
        closeTask()
        lists.append(numbering.map { ($0, $0.start) })
        guard let numbering else { return html.append("<ul>") }
        let style: HTML = numbering.delimiter == ")" ? " class=\"paren\"" : ""
        html.append(numbering.start == 1 ? "<ol\(style)>" : "<ol\(style) start=\"\(numbering.start)\">")
    }

    private func openItem(_ isTask: Bool) {
        if isTask { taskCount += 1 }
        let hasBox = isTask && links.tasks(sectionHeading) != .item
        items.append((hasBox, 0, taskCount))
        html.append(hasBox ? "<li class=\"task\"" : "<li")
        if let list = lists.last.flatMap({ $0 }) {
            let number = numbers.next() ?? list.next
            if number != list.next { html.append(" value=\"\(number)\"") }
            running.add("\(number)\(list.numbering.delimiter) ")
            lists[lists.count - 1] = (list.numbering, number + 1)
        }
        html.append(">")
        if hasBox { html.append(MarkdownTask.begin(taskCount, links)) }
    }

    /// Closes the label of a task, also before a nested list, because a label may contain only text.
    private func closeTask() {
        guard let item = items.last, item.hasLabel else { return }
        html.append(MarkdownTask.end(item.task, links.tasks(sectionHeading), links))
        items[items.count - 1].hasLabel = false
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
            running.note(target)
            imageWords = ""
            return
        }
        guard headingWords == nil, imageWords == nil else { return }
        flush()
        switch span {
        case .emphasis: open("<em>", "</em>")
        case .strong: open("<strong>", "</strong>")
        case .code: open("<code>", "</code>")
        case .deleted: open("<del>", "</del>")
        case .link(let target):
            running.note(target)
            linkDepth += 1
            openLink(target)
        case .plain, .image: open("", "")
        }
    }

    func leave(_ span: MarkdownSpan) {
        if case .image(let target) = span, let alternative = imageWords {
            imageWords = nil
            guard headingWords == nil else { return }
            return html.append(links.shown(image: target, alternative: alternative))
        }
        guard headingWords == nil, imageWords == nil else { return }
        flush()
        if case .link = span { linkDepth -= 1 }
        if let closer = closers.popLast() { html.append(closer) }
    }

    private func open(_ opening: HTML, _ closing: HTML) {
        html.append(opening)
        closers.append(closing)
    }

    private func openLink(_ target: String) {
        if let page = links.page(target) {
            open("<a href=\"\(page)\">", "</a>")
        } else if MarkdownLink.isAllowed(target) {
            open("<a href=\"\(target)\" rel=\"noopener noreferrer\">", "</a>")
        } else {
            open("", links.marksDead ? "<span class=\"soft\">（連結失效）</span>" : "")
        }
    }

    // MARK: Text

    func text(_ text: MarkdownWords) {
        switch text {
        case .lineBreak:
            flush()
            if headingWords == nil, imageWords == nil {
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
            if headingWords != nil || imageWords != nil { return take(code) }
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
        if imageWords != nil {
            imageWords? += MarkdownStandIn.typed(text)
        } else if headingWords != nil {
            headingWords? += MarkdownStandIn.typed(text)
        } else {
            words += text
        }
    }

    private func flush() {
        guard !words.isEmpty else { return }
        html.append(running.write(words[...], mayLink: linkDepth == 0))
        words = ""
    }
}
