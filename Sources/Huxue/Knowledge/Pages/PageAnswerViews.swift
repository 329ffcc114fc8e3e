/// What stands around the part of a page that answers a question.
enum PageAnswerViews {
    /// The law on which the page rests, for a part that names no article itself.
    static func basis(_ sections: [Markdown.Section]) -> HTML {
        guard let section = sections.first(where: { $0.heading?.text == PagePart.basis.title }) else { return .empty }
        return "<h3>\(PagePart.basis.title)</h3><div class=\"prose stack-tight\">\(section.html)</div>"
    }

    /// `flags`: amendments of what it cites that are in force and that nobody has decided on.
    static func warnings(_ page: Page, _ flags: [AmendmentFlag], today: Day) -> HTML {
        """
        \(PageBannerViews.amended(flags, .warn, "依據的法規修正過，這一頁還在複核。", then: "請先核對條文。", today: today))\
        \(PageBannerViews.overdue(page, today: today))
        """
    }
}
