/// The review of a call as those who manage it see it.
enum ReviewBoardViews {
    struct Contents: Sendable {
        let call: ProposalCall
        /// Without reviews before it begins.
        let board: ReviewBoard
        /// Of its proposals.
        let paging: Paging
        /// What keeps it from beginning.
        let obstacles: [ReviewObstacle]
        let now: Moment
        var done: ReviewDeed?
        var problem: (any Refusal)?
        /// The deadline as it was typed; nil for the stored one.
        var deadline: String?

        var isBegun: Bool { call.rubricVersion != nil }
    }

    static func address(of id: ID<ProposalCall>) -> Address { "\(ProposalCallViews.address(of: id))/reviews" }

    static func crumbs(_ call: ProposalCall, _ last: String) -> [Crumb] {
        let own = ProposalCallViews.address(of: call.id)
        return [Crumb("首頁", "/"), ProposalTerms.managed, Crumb(call.plan.title, own), Crumb(last)]
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let call = contents.call
        return Layout.page(
            "評審", chrome: chrome, section: ProposalCallViews.section, crumbs: crumbs(call, "評審"),
            head:
                "<p class=\"row soft\"><span>\(call.plan.title)</span>\(when: contents.isBegun, progress(contents.board))</p>",
            badge: ProposalCallViews.badge(call.state(at: contents.now)),
            content: """
                \(Component.done(contents.done?.sentence))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })\
                \(partial(contents.board))\
                \(when: contents.isBegun, banner(contents.board, now: contents.now))
                \(actions(contents, chrome: chrome))
                \(when: !contents.board.lines.isEmpty, table(contents))
                """)
    }

    private static func progress(_ board: ReviewBoard) -> HTML {
        "<span>已送出 \(board.handedIn)／\(board.total) 份評分</span>"
    }

    /// Says that figures are as if proposals in which the reader has an interest had no reviews.
    static func partial(_ board: ReviewBoard) -> HTML {
        guard board.isPartial else { return .empty }
        return Component.banner(
            .info, "您應迴避的提案不在這裡。", "分配、分數與名次都當作它沒有評審來計算；它的評審請另一位承辦人處理。")
    }

    static func withheld(_ board: ReviewBoard) -> HTML {
        guard !board.withheld.isEmpty else { return .empty }
        return Component.banner(
            .info, "您自己也評審其中 \(board.withheld.count) 件。", "送出您的評分以前，這幾件的分數不顯示，也不計入排名。")
    }

    /// How far the review is, and what to do next.
    static func banner(_ board: ReviewBoard, now: Moment) -> HTML {
        if board.isDone {
            return Component.banner(
                .pass, "評分都送出了。", "",
                next: """
                    <a href="\(ProposalCallViews.address(of: board.call.id))/ranking">看排名</a>　\
                    <a href="\(ProposalMeetingViews.address(of: board.call.id))">評審會議</a>
                    """)
        }
        var sentences: [String] = []
        if !board.short.isEmpty { sentences.append("\(board.short.count) 件委員不足") }
        if !board.awaitingThird.isEmpty { sentences.append("\(board.awaitingThird.count) 件要請第三位評審") }
        let open = board.total - board.handedIn
        if open > 0 { sentences.append("\(open) 份評分還沒有送出") }
        guard !sentences.isEmpty else { return .empty }
        let end = board.call.plan.reviewsClose.map { "評審到 \(ROCDate.withTime($0))。" } ?? ""
        return Component.banner(
            ReviewRules.isOpen(board.call, at: now) ? .info : .warn, sentences.joined(separator: "，") + "。", end)
    }

    // MARK: What can be done

    private static func actions(_ contents: Contents, chrome: Chrome) -> HTML {
        let (call, own) = (contents.call, address(of: contents.call.id))
        guard call.meetingAt == nil else {
            return "<p id=\"actions\"><a href=\"\(ProposalMeetingViews.address(of: call.id))\">評審會議</a></p>"
        }
        guard contents.obstacles.isEmpty else {
            return """
                <section class="stack-tight" aria-labelledby="obstacles"><h2 id="obstacles">開始評審以前</h2><ul>\
                \(each: contents.obstacles, { "<li>\(ReviewTerms.words(of: $0))</li>" })</ul></section>
                """
        }
        let wantsPeople = !contents.board.short.isEmpty || !contents.board.awaitingThird.isEmpty
        return """
            <section class="stack no-print" id="actions" aria-label="可以做的事"><div class="row">\
            \(when: wantsPeople, "<a class=\"button\" href=\"\(ProposalCallViews.address(of: call.id))/assignment\">自動分配委員</a>")\
            \(when: !contents.isBegun, start(own, chrome))</div>\
            \(when: contents.isBegun, deadline(contents, own, chrome))</section>
            """
    }

    private static func start(_ own: Address, _ chrome: Chrome) -> HTML {
        """
        <form method="post" action="\(own)">\(Layout.token(chrome))\
        <button class="button button-quiet">開始評審，自己一件一件分配</button></form>\
        <p class="hint">開始以後，評審方式、評分表與獎項就不能再改。</p>
        """
    }

    private static func deadline(_ contents: Contents, _ own: Address, _ chrome: Chrome) -> HTML {
        let value = contents.deadline ?? contents.call.plan.reviewsClose.map(ROCDate.field) ?? ""
        return """
            <details\(when: contents.deadline != nil, " open")><summary>更改評審截止</summary>\
            <form class="form" method="post" action="\(own)/deadline" novalidate>\(Layout.token(chrome))\
            \(FieldViews.text("reviewsClose", label: "評審截止", value: value, hint: "民國年/月/日 時:分", error: contents.deadline == nil ? nil : contents.problem?.sentence))\
            <p><button class="button button-quiet">更改</button></p></form></details>
            """
    }

    // MARK: The proposals

    private static func table(_ contents: Contents) -> HTML {
        let (board, paging) = (contents.board, contents.paging)
        let third = Set(board.awaitingThird.map(\.id))
        return """
            <section class="stack" aria-labelledby="reviews"><h2 id="reviews">提案與委員</h2>\
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">提案與委員</caption><thead><tr>\
            <th scope="col" class="num">編號</th><th scope="col">提案</th><th scope="col">委員</th>\
            <th scope="col" class="num">已送出</th></tr></thead><tbody>\
            \(each: paging.part(of: board.lines), { row($0, contents, wantsThird: third.contains($0.id)) })</tbody></table></div>\
            \(Component.pagination(paging, noun: "件") { "\(address(of: board.call.id))?page=\($0)#reviews" })</section>
            """
    }

    private static func row(_ line: ProposalLine, _ contents: Contents, wantsThird: Bool) -> HTML {
        let board = contents.board
        let live = board.live(line.id)
        return """
            <tr><td class="num" data-label="編號">\(line.number.map { "\($0)" as HTML })</td>\
            <th scope="row"><a href="\(ReviewSheetsViews.address(of: line.id, in: board.call.id))">\(line.title)</a></th>\
            <td data-label="委員" class="wide">\(each: live, { reviewer($0, board) })\
            \(when: contents.isBegun && live.count < board.call.plan.reviewersEach, Component.badge(.warn, "委員不足"))\
            \(when: wantsThird, Component.badge(.warn, "要請第三位"))</td>\
            <td class="num" data-label="已送出">\(live.count(where: board.isHandedIn))／\(live.count)</td></tr>
            """
    }

    private static func reviewer(_ review: Review, _ board: ReviewBoard) -> HTML {
        let isIn = board.isHandedIn(review)
        return
            "<span>\(review.reviewerName)\(when: isIn, " \(Icon.tick)<span class=\"visually-hidden\">已送出</span>")</span>　"
    }
}
