/// The forms in which a reviewer says that they are in conflict, or gives a proposal back.
enum ReviewConflictViews {
    struct Contents: Sendable {
        let call: ProposalCall
        /// Without those in which the person is known to have an interest.
        let lines: [ProposalLine]
        var chosen: Set<String> = []
        var reason = ""
        var problem: ReviewRefusal?
    }

    static func address(of call: ID<ProposalCall>) -> Address { "/proposals/reviews/calls/\(call)" }

    static func declaration(_ contents: Contents, chrome: Chrome) -> HTML {
        let error = contents.problem?.sentence
        return Layout.page(
            "申請迴避", chrome: chrome, section: ReviewListViews.section,
            crumbs: [Crumb("首頁", "/"), ReviewTerms.place, Crumb(contents.call.plan.title)],
            head: "<p class=\"soft\">勾選的提案，您不會被分配到，也看不到它的評分與排名。不能自行取消。</p>",
            content: """
                \(error.map { Component.errorSummary([("reason", $0)], title: "沒有登記") })
                \(contents.lines.isEmpty ? none : form(contents, error: error, chrome: chrome))
                """)
    }

    private static let none: HTML = """
        <section class="stack" aria-labelledby="none"><h2 class="visually-hidden" id="none">提案</h2>\
        \(Component.empty(Icon.idea, title: "沒有可以登記的提案", text: "受理的提案會列在這裡；已經迴避的不再列出。"))</section>
        """

    private static func form(_ contents: Contents, error: String?, chrome: Chrome) -> HTML {
        """
        <form class="form" method="post" action="\(address(of: contents.call.id))" novalidate>\(Layout.token(chrome))
        \(FieldViews.group("proposals", legend: "提案", "\(each: contents.lines, { choice($0, contents) })"))
        \(reason(contents.reason, error: error))
        <p class="row"><button class="button">登記迴避</button>\
        <a class="button button-quiet" href="\(ReviewListViews.section)">取消</a></p></form>
        """
    }

    private static func choice(_ line: ProposalLine, _ contents: Contents) -> HTML {
        let id = "\(line.id)"
        return FieldViews.check(
            "proposal", value: id, words: ReviewTerms.name(of: line), isChosen: contents.chosen.contains(id))
    }

    static func reason(_ value: String, hint: HTML = "承辦人會看到", error: String?) -> HTML {
        FieldViews.area(
            "reason", label: "理由", value: value, hint: hint, error: error, isRequired: true, rows: 2,
            attributes: "maxlength=\"500\"")
    }

    // MARK: One proposal

    struct Recusal: Sendable {
        let line: ProposalLine
        /// Whether it may still be given back.
        let mayAbstain: Bool
        var reason = ""
        var problem: ReviewRefusal?
    }

    static func recusal(_ recusal: Recusal, chrome: Chrome) -> HTML {
        let own = ReviewViews.address(of: recusal.line.id)
        let error = recusal.problem?.sentence
        return Layout.page(
            "不評這一件", chrome: chrome, section: ReviewListViews.section,
            crumbs: [Crumb("首頁", "/"), ReviewTerms.place, Crumb(recusal.line.title, own), Crumb("不評這一件")],
            content: """
                \(error.map { Component.errorSummary([("reason", $0)], title: "沒有完成") })
                <form class="form" method="post" action="\(own)/recusal" novalidate>\(Layout.token(chrome))
                <p class="measure">與提案人有親屬、共事或其他利害關係，請申請迴避：這件的評分與排名您都不會再看到，已經評的也不計。\
                沒有利害關係，只是不熟悉這個主題，可以放棄。</p>
                \(reason(recusal.reason, error: error))
                <p class="row"><button class="button" name="intent" value="conflict">申請迴避</button>\
                \(when: recusal.mayAbstain, "<button class=\"button button-quiet\" name=\"intent\" value=\"abstain\">放棄評審</button>")\
                <a href="\(own)">返回</a></p></form>
                """)
    }
}
