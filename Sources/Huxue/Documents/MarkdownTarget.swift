/// Where a link or an image leads.
struct MarkdownTarget: Equatable {
    var address = ""
    /// What stands in quotation marks behind the address.
    var title = ""

    /// What stands around the words of a link.
    func link(_ links: Markdown.Links) -> (opening: HTML, closing: HTML) {
        if let page = links.page(address) { return ("<a href=\"\(page)\">", "</a>") }
        if MarkdownLink.isAllowed(address) {
            return ("<a href=\"\(address)\" rel=\"noopener noreferrer\">", "</a>")
        }
        return ("", links.marksDead ? "<span class=\"soft\">（連結失效）</span>" : "")
    }

    /// An image; only its words when there is none at the address.
    func image(alternative: String, _ links: Markdown.Links) -> HTML {
        guard let image = links.image(address) else {
            return "<span class=\"soft\">（圖片：\(alternative)）</span>"
        }
        return "<img src=\"\(image)\" alt=\"\(alternative)\" loading=\"lazy\">"
    }
}
