/// The parts of a procedure, as links on top of it.
enum PagePartViews {
    /// Nothing for a text with fewer than three parts: that is seen at once.
    static func links(_ sections: [Markdown.Section]) -> HTML {
        let headings = sections.compactMap(\.heading)
        guard headings.count > 2 else { return .empty }
        return """
            <nav class="part-links no-print" aria-label="本頁各段">\(each: headings, { heading in
                let place: Address = "#\(segment: heading.id)"
                return "<a href=\"\(place)\">\(heading.text)</a>"
            })</nav>
            """
    }
}
