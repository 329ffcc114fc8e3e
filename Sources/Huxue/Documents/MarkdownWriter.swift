/// Writes HTML while the parser reports the parts of the text.
final class MarkdownWriter {
    private let links: Markdown.Links
    private(set) var sections: [Markdown.Section] = []
    private(set) var headings: [Markdown.Heading] = []
    private(set) var plainText = ""
    private(set) var targets: [String] = []

    private var html = HTML.empty
    private var sectionHeading: Markdown.Heading?
    /// Plain text that is not written yet, because a reference may extend over several pieces of the parser.
    private var words = ""
    /// The text of the heading that is open; nil outside headings.
    private var headingWords: String?
    private var headingLevels: [Int] = []
    /// For each open list item, whether the label of a task is open in it.
    private var tasks: [Bool] = []
    /// How many tasks have been written so far.
    private var taskCount = 0
    /// How many links are open; inside a link, references do not become links.
    private var linkDepth = 0
    /// The alternative text of the image that is open; nil outside images.
    private var imageWords: String?
    private var closers: [HTML] = []
    private var usedIDs: Set<String> = []
    /// The next number to try for headings with the same text, so that many equal headings do not take quadratic time.
    private var nextNumbers: [String: Int] = [:]

    init(links: Markdown.Links) {
        self.links = links
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
        switch block {
        case .document: break
        case .quote: html.append("<blockquote>")
        case .rule: html.append("<hr>")
        case .code: html.append("<pre><code>")
        case .paragraph: if tasks.last != true { html.append("<p>") }
        case .table: html.append("<div class=\"table-scroll\"><table class=\"table\">")
        case .tableHead: html.append("<thead>")
        case .tableBody: html.append("<tbody>")
        case .row: html.append("<tr>")
        case .cell(true, let isNumeric):
            html.append(isNumeric ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
        case .cell(false, let isNumeric): html.append(isNumeric ? "<td class=\"num\">" : "<td>")
        case .list(let start): openList(start)
        case .item(let isTask): openItem(isTask)
        case .heading(let level):
            headingWords = ""
            headingLevels.append(level)
        }
    }

    func leave(_ block: MarkdownBlock) {
        if case .heading(let level) = block { return closeHeading(level) }
        flush()
        switch block {
        case .document, .rule, .heading: break
        case .quote: html.append("</blockquote>")
        case .code: html.append("</code></pre>")
        case .paragraph: if tasks.last != true { html.append("</p>") }
        case .table: html.append("</table></div>")
        case .tableHead: html.append("</thead>")
        case .tableBody: html.append("</tbody>")
        case .row: html.append("</tr>")
        case .cell(let isHead, _): html.append(isHead ? "</th>" : "</td>")
        case .list(let start): html.append(start == nil ? "</ul>" : "</ol>")
        case .item:
            closeTask()
            tasks.removeLast()
            html.append("</li>")
        }
        endLine()
    }

    private func endLine() {
        if !plainText.isEmpty, plainText.last != "\n" { plainText += "\n" }
    }

    private func openList(_ start: Int?) {
        closeTask()
        guard let start else { return html.append("<ul>") }
        html.append(start == 1 ? "<ol>" : "<ol start=\"\(start)\">")
    }

    private func openItem(_ isTask: Bool) {
        tasks.append(isTask)
        guard isTask else { return html.append("<li>") }
        taskCount += 1
        html.append(
            """
            <li class="task"><label class="check"><input type="checkbox" name="\(Markdown.tickField)" value="\(taskCount)"\
            \(when: links.ticked.contains(taskCount), " checked")><span>
            """)
    }

    /// Closes the label of a task, also before a nested list, because a label may contain only text.
    private func closeTask() {
        guard tasks.last == true else { return }
        html.append("</span></label>")
        tasks[tasks.count - 1] = false
    }

    private func closeHeading(_ level: Int) {
        // The text of a heading also appears in the table of contents, so it has no links and emphasis.
        let text = headingWords ?? ""
        headingWords = nil
        plainText += text
        endLine()
        let heading = Markdown.Heading(level: level, text: text, id: id(for: text))
        headings.append(heading)
        if level == 2, tasks.isEmpty {
            closeSection()
            sectionHeading = heading
        } else {
            // The first level is reserved for the page's title.
            switch max(level, 2) {
            case 2: html.append("<h2 id=\"\(heading.id)\">\(text)</h2>")
            case 3: html.append("<h3 id=\"\(heading.id)\">\(text)</h3>")
            default: html.append("<h4 id=\"\(heading.id)\">\(text)</h4>")
            }
        }
    }

    private func id(for text: String) -> String {
        let base = "s-" + String(text.map { $0.isWhitespace ? "-" : $0 })
        var id = base
        var number = nextNumbers[base, default: 2]
        // The numbered id may already belong to another heading with exactly that text.
        while !usedIDs.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        nextNumbers[base] = number
        return id
    }

    // MARK: Spans

    func enter(_ span: MarkdownSpan) {
        if case .image(let target) = span {
            flush()
            targets.append(target)
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
            targets.append(target)
            linkDepth += 1
            openLink(target)
        case .plain, .image: open("", "")
        }
    }

    func leave(_ span: MarkdownSpan) {
        if case .image(let target) = span, let alternative = imageWords {
            imageWords = nil
            guard headingWords == nil else { return }
            return show(image: target, alternative: alternative)
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

    private func show(image target: String, alternative: String) {
        if let address = links.image(target) {
            html.append("<img src=\"\(address)\" alt=\"\(alternative)\" loading=\"lazy\">")
        } else {
            html.append("<span class=\"soft\">（圖片：\(alternative)）</span>")
        }
    }

    // MARK: Text

    func text(_ text: MarkdownWords) {
        switch text {
        case .lineBreak:
            flush()
            if headingWords == nil, imageWords == nil { html.append("<br>") }
        case .softBreak:
            // A line break after a Han character is dropped, because Chinese has no spaces between words.
            if words.unicodeScalars.last.map({ $0.value < 0x2E80 }) ?? true { take(" ") }
        case .code(let code):
            if headingWords != nil || imageWords != nil { return take(code) }
            flush()
            plainText += code
            html.append("\(code)")
        case .normal(let text): take(text)
        }
    }

    private func take(_ text: String) {
        if imageWords != nil {
            imageWords? += text
        } else if headingWords != nil {
            headingWords? += text
        } else {
            words += text
        }
    }

    private func flush() {
        guard !words.isEmpty else { return }
        let start = plainText.utf8.count
        plainText += words
        html.append(linkDepth > 0 ? "\(words)" : links.text(words, start))
        words = ""
    }
}
