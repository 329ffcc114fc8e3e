/// A task as an item of a list, or with boxes: one that says that it is there, and behind its words one that says that it
/// is not needed.
enum MarkdownTask {
    enum Style: Sendable {
        /// Like any other item.
        case item
        case box
        /// With the box to waive it.
        case paper
    }

    static func begin(_ number: Int, _ links: Markdown.Links) -> HTML {
        """
        <label class="check"><input type="checkbox" name="\(Markdown.tickField)" value="\(number)"\
        \(when: links.ticked.contains(number), " checked")><span>
        """
    }

    static func end(_ number: Int, _ style: Style, _ links: Markdown.Links) -> HTML {
        guard style == .paper else { return "</span></label>" }
        return """
            </span></label><label class="check waive"><input type="checkbox" name="\(Markdown.waiveField)" value="\(number)"\
            \(when: links.waived.contains(number), " checked")><span>免附</span></label>
            """
    }
}
