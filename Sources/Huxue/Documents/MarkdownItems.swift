/// Writes the lists of a text, their items and tasks.
struct MarkdownItems {
    /// An item that is open.
    private struct Item {
        /// Whether the label of a task is open in it.
        var hasLabel: Bool
        /// How many paragraphs it has begun.
        var paragraphs = 0
        /// The number of its task.
        let task: Int
        /// How its task is shown.
        let style: MarkdownTask.Style
    }

    private let links: Markdown.Links
    private var items: [Item] = []
    /// The open lists: nil for one without numbers, otherwise the number that its next item has unless it says another.
    private var lists: [(numbering: MarkdownNumbering, next: Int)?] = []
    /// How many tasks have been written so far.
    private var taskCount = 0
    /// As they were typed.
    var numbers = MarkdownNumbers()

    init(links: Markdown.Links) {
        self.links = links
    }

    var isEmpty: Bool { items.isEmpty }

    mutating func openParagraph() -> HTML {
        var html = HTML.empty
        if let item = items.indices.last {
            items[item].paragraphs += 1
            // A label holds only text; what goes on below it stands after it.
            if items[item].paragraphs > 1 { html = closeTask() }
        }
        if items.last?.hasLabel != true { html.append("<p>") }
        return html
    }

    func closeParagraph() -> HTML { items.last?.hasLabel == true ? .empty : "</p>" }

    mutating func openList(_ numbering: MarkdownNumbering?) -> HTML {
        let before = closeTask()
        lists.append(numbering.map { ($0, $0.start) })
        guard let numbering else { return "\(before)<ul>" }
        let style: HTML = numbering.delimiter == ")" ? " class=\"paren\"" : ""
        return numbering.start == 1
            ? "\(before)<ol\(style)>" : "\(before)<ol\(style) start=\"\(numbering.start)\">"
    }

    mutating func closeList(_ numbering: MarkdownNumbering?) -> HTML {
        lists.removeLast()
        return numbering == nil ? "</ul>" : "</ol>"
    }

    /// The markup, and the item's number as it is read; empty without one.
    ///
    /// `heading`: of the section in which it stands; nil for none.
    mutating func openItem(isTask: Bool, below heading: Markdown.Heading?) -> (html: HTML, number: String) {
        if isTask { taskCount += 1 }
        let style = isTask ? links.tasks(heading) : .item
        let hasBox = style != .item
        items.append(Item(hasLabel: hasBox, task: taskCount, style: style))
        var html: HTML = hasBox ? "<li class=\"task\"" : "<li"
        var read = ""
        if let list = lists.last.flatMap({ $0 }) {
            let number = numbers.next() ?? list.next
            if number != list.next { html.append(" value=\"\(number)\"") }
            read = "\(number)\(list.numbering.delimiter) "
            lists[lists.count - 1] = (list.numbering, number + 1)
        }
        html.append(">")
        if hasBox { html.append(MarkdownTask.begin(taskCount, links)) }
        return (html, read)
    }

    mutating func closeItem() -> HTML {
        let before = closeTask()
        items.removeLast()
        return "\(before)</li>"
    }

    /// Closes the label of a task, also before a nested list, because a label may contain only text.
    private mutating func closeTask() -> HTML {
        guard let item = items.last, item.hasLabel else { return .empty }
        items[items.count - 1].hasLabel = false
        return MarkdownTask.end(item.task, item.style, links)
    }
}
