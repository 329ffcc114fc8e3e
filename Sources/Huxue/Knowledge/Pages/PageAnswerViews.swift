/// What stands around the part of a page that answers a question.
enum PageAnswerViews {
    /// The articles on which a part rests, to be unfolded; for a part that names none, those of the page.
    static func basis(
        _ citations: [Citation], _ links: CitationLinks, otherwise sections: [Markdown.Section]
    ) -> HTML {
        guard citations.isEmpty else {
            return """
                <details class="small"><summary>\(PagePart.basis.title)　\(citations.count) 條</summary>\
                <p class="soft">\(each: citations.enumerated(), {
                    "\(when: $0 > 0, "、")\(CitationViews.link(to: $1, links))"
                })</p></details>
                """
        }
        guard let section = sections.first(where: { $0.heading?.text == PagePart.basis.title }) else { return .empty }
        return """
            <details class="small"><summary>\(PagePart.basis.title)</summary>\
            <div class="prose stack-tight">\(section.html)</div></details>
            """
    }

    /// `flags`: amendments of what it cites that are in force and that nobody has decided on.
    static func warnings(_ page: Page, _ flags: [AmendmentFlag], today: Day) -> HTML {
        """
        \(PageBannerViews.amended(flags, .warn, "依據的法規修正過，這一頁還在複核。", then: "請先核對條文。", today: today))\
        \(PageBannerViews.overdue(page, today: today))
        """
    }
}
