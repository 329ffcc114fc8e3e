/// The reviews of one proposal, for those who manage its call: reviewers, sheets, conflicts.
enum ReviewSheetsViews {
    struct Contents: Sendable {
        let board: ReviewBoard
        let line: ProposalLine
        /// Those who may be added.
        let candidates: [StaffMember]
        /// Kept for this proposal.
        let conflicts: [ReviewConflict]
        /// The reopened sheets' reasons, by reviewer.
        let reopenings: [ID<Employee>: [ScoreReopening]]
        let merging: ProposalMergerActions.Offer
        let now: Moment
        var done: ReviewDeed?
        var problem: (any Refusal)?

        var own: Address { ReviewSheetsViews.address(of: line.id, in: board.call.id) }
        var isOpen: Bool { board.call.meetingAt == nil }
    }

    static func address(of id: ID<Proposal>, in call: ID<ProposalCall>) -> Address {
        "\(ReviewBoardViews.address(of: call))/\(id)"
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let (board, line) = (contents.board, contents.line)
        let call = board.call
        let above = [
            Crumb("首頁", "/"), ProposalTerms.managed, Crumb(call.plan.title, ProposalCallViews.address(of: call.id)),
            Crumb("評審", ReviewBoardViews.address(of: call.id)),
        ]
        return Layout.page(
            line.title, chrome: chrome, section: ProposalCallViews.section, crumbs: above + [Crumb(line.title)],
            head: """
                <p class="row soft">\(line.number.map { "<span>編號 \($0)</span>" as HTML })<span>\(call.plan.title)</span>\
                <a href="\(ProposalViews.address(of: line.id))">看提案</a></p>
                """,
            content: """
                \(Component.done(contents.done?.sentence))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })\
                \(when: board.withheld.contains(line.id), ReviewBoardViews.withheld(board))
                <section class="stack" aria-labelledby="reviewers"><h2 id="reviewers">委員</h2>\
                \(when: board.reviews(of: line.id).isEmpty, "<p class=\"soft\">還沒有分配。</p>")\
                \(each: board.reviews(of: line.id), { reviewer($0, contents, chrome) })</section>
                \(when: contents.isOpen, forms(contents, chrome))
                \(when: !contents.conflicts.isEmpty, conflicts(contents.conflicts))
                \(ProposalMergerViews.offer(contents.merging, of: line.id, own: contents.own, chrome: chrome))
                """)
    }

    private static func reviewer(_ review: Review, _ contents: Contents, _ chrome: Chrome) -> HTML {
        let id = review.pair.reviewer
        let sheet = contents.board.sheets[review.pair]
        let state = contents.board.states[review.pair]
        let badge =
            review.ending.map { Component.badge(icon: Icon.cross, ReviewTerms.name(of: $0)) }
            ?? ReviewTerms.badge(state)
        let isRemovable = review.isLive && (state == nil || state == .draft)
        return """
            <section class="card stack-tight" id="reviewer-\(id)" aria-label="\(review.reviewerName)">\
            <div class="row row-spread"><h3>\(review.reviewerName)</h3>\(badge)</div>\
            \(when: !review.reason.isEmpty, "<p>理由：\(review.reason)</p>")\
            \(each: contents.reopenings[id] ?? [], reopening)\
            \(sheet.map { ScoreSheetViews.table($0.entries, by: contents.board.rubric, showsPanel: true) })\
            \(when: contents.isOpen && state == .handedIn && review.isLive, reopen(id, contents, chrome))\
            \(when: contents.isOpen && isRemovable, remove(id, contents, chrome))</section>
            """
    }

    private static func reopening(_ reopening: ScoreReopening) -> HTML {
        "<p class=\"soft\">\(ROCDate.withTime(reopening.at)) 重新開放：\(reopening.reason)</p>"
    }

    private static func reopen(_ id: ID<Employee>, _ contents: Contents, _ chrome: Chrome) -> HTML {
        let field = "reason-\(id)"
        return """
            <details class="no-print"><summary>重新開放</summary><form class="form" method="post" action="\(contents.own)/reopening" novalidate>\
            \(Layout.token(chrome))<input type="hidden" name="reviewer" value="\(id)">\
            \(FieldViews.area(field, name: "reason", label: "重新開放的理由", value: "", hint: "留下紀錄；原來送出的內容也會保留", isRequired: true, rows: 2, attributes: "maxlength=\"500\""))\
            <p><button class="button button-quiet">重新開放</button></p></form></details>
            """
    }

    private static func remove(_ id: ID<Employee>, _ contents: Contents, _ chrome: Chrome) -> HTML {
        """
        <form class="no-print" method="post" action="\(contents.own)/removal">\(Layout.token(chrome))\
        <input type="hidden" name="reviewer" value="\(id)"><button class="button button-quiet">移除</button></form>
        """
    }

    private static func forms(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let options = contents.candidates.map {
            FieldViews.Option(value: "\($0.employee.id)", words: "\($0.employee.name)　\($0.unitName)")
        }
        return """
            <section class="stack no-print" id="actions" aria-label="可以做的事">\
            \(when: !options.isEmpty && contents.board.call.reviewAt != nil, add(options, contents, chrome))
            <details><summary>登記迴避</summary><form class="form" method="post" action="\(contents.own)/conflict" novalidate>\
            \(Layout.token(chrome))\
            \(FieldViews.text("person", label: "應迴避的人", hint: "姓名或員工編號；委員、承辦人或首長都可以", isRequired: true, attributes: "data-completions=\"/people/suggestions\""))\
            \(ReviewConflictViews.reason("", hint: "本人會看不到這件的評審", error: nil))\
            <p><button class="button button-quiet">登記迴避</button></p></form></details></section>
            """
    }

    private static func add(_ options: [FieldViews.Option], _ contents: Contents, _ chrome: Chrome) -> HTML {
        """
        <form class="form" method="post" action="\(contents.own)/reviewers" novalidate>\(Layout.token(chrome))\
        \(FieldViews.select("reviewer", label: "加入委員", options: options, chosen: ""))\
        <p><button class="button">加入</button></p></form>
        """
    }

    private static func conflicts(_ conflicts: [ReviewConflict]) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="conflicts"><h2 id="conflicts">迴避</h2><ul>\
        \(each: conflicts, conflict)</ul></section>
        """
    }

    private static func conflict(_ conflict: ReviewConflict) -> HTML {
        let reason: HTML = conflict.source == .supervision ? .empty : "：\(conflict.reason)"
        return "<li>\(conflict.name)　<span class=\"soft\">\(ReviewTerms.name(of: conflict.source))\(reason)</span></li>"
    }
}
