/// 榮譽榜: what was adopted and rewarded, year by year, for the whole staff.
enum ProposalHonourViews {
    struct Honour: Sendable {
        let line: ProposalLine
        let award: ProposalAward?
        /// Of the award among those of its call, from 0; nil without one.
        let place: Int?
        /// As it was confirmed; nil before that, or where it is not counted.
        let minutesAYear: Int?
    }

    struct Contents: Sendable {
        /// The latest first; the highest awards first.
        let years: [(year: Int, honours: [Honour])]
    }

    static let address: Address = "/proposals/honours"

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            ProposalMeritTerms.honours, chrome: chrome, section: ProposalListViews.section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.place, Crumb(ProposalMeritTerms.honours)],
            head: "<p class=\"soft\">得獎與採行的提案，和提出它們的同仁。</p>",
            content: contents.years.isEmpty
                ? Component.empty(Icon.idea, title: "還沒有得獎或採行的提案", text: "評審會議公布決議以後，列在這裡。")
                : "\(each: contents.years, { year($0.year, $0.honours) })")
    }

    private static func year(_ year: Int, _ honours: [Honour]) -> HTML {
        """
        <section class="stack" aria-labelledby="year-\(year)"><h2 id="year-\(year)">\(ProposalCallTerms.year(year))</h2>\
        <ul class="honours">\(each: honours, honour)</ul></section>
        """
    }

    private static func honour(_ honour: Honour) -> HTML {
        let line = honour.line
        return """
            <li class="card stack-tight"><p class="row">\(honour.award.map { "<strong>\($0.name)</strong>" as HTML })\
            \(line.outcome.map(ProposalMeetingTerms.badge))</p>\
            <h3><a href="\(ProposalViews.address(of: line.id))">\(line.title)</a></h3>\
            <p>\(line.authors.joined(separator: "、"))</p>\
            <p class="row soft small"><span>\(line.callTitle)</span>\
            \(honour.minutesAYear.map { "<span>\(ProposalTaskTerms.saved($0))</span>" as HTML })</p></li>
            """
    }
}
