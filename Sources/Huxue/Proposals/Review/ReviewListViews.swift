/// 待評提案: what a reviewer has to score, and how far they are.
enum ReviewListViews {
    static let section: Address = "/proposals/reviews"

    struct Contents: Sendable {
        let queues: [ReviewQueue]
        /// Those of all queues.
        let lines: [ID<Proposal>: ProposalLine]
        /// The calls of whose panel the visitor is.
        let panels: [ProposalCall]
        let now: Moment
        var done: ReviewDeed?
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "待評提案", chrome: chrome, section: section, crumbs: [Crumb("首頁", "/"), ProposalTerms.place, Crumb("待評提案")],
            head: "<p class=\"soft\">送出自己的評分以後，才看得到其他委員的評分。</p>",
            content: """
                \(Component.done(contents.done?.sentence))
                \(contents.queues.isEmpty ? empty : "\(each: contents.queues, { queue($0, contents) })")
                \(when: !contents.panels.isEmpty, recusals(contents.panels))
                """)
    }

    private static let empty: HTML = """
        <section class="stack" aria-labelledby="none"><h2 class="visually-hidden" id="none">待評的提案</h2>\
        \(Component.empty(Icon.results, title: "現在沒有待評的提案", text: "承辦人分配給您的提案會列在這裡。"))</section>
        """

    private static func queue(_ queue: ReviewQueue, _ contents: Contents) -> HTML {
        let (call, id) = (queue.call, queue.call.id)
        let isOpen = ReviewRules.isOpen(call, at: contents.now)
        return """
            <section class="stack" aria-labelledby="call-\(id)"><div class="section-head"><h2 id="call-\(id)">\(call.plan.title)</h2>\
            <span class="soft">已送出 \(queue.done)／\(queue.items.count)</span></div>
            <p class="row">\(until(call, isOpen: isOpen))\
            \(when: isOpen, "\(queue.next(after: nil).map(next))")</p>
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(call.plan.title)的待評提案</caption>\
            <thead><tr><th scope="col" class="num">編號</th><th scope="col">提案</th><th scope="col">類別</th>\
            <th scope="col">評分</th></tr></thead><tbody>\(each: queue.items, { row($0, contents.lines[$0.id]) })</tbody></table></div></section>
            """
    }

    static func until(_ call: ProposalCall, isOpen: Bool) -> HTML {
        guard let end = call.plan.reviewsClose else { return .empty }
        return isOpen ? "<span>\(ROCDate.withTime(end)) 前送出</span>" : Component.badge(.warn, "評審已經截止")
    }

    private static func next(_ id: ID<Proposal>) -> HTML {
        "<a class=\"button\" href=\"\(ReviewViews.address(of: id))\">評下一件</a>"
    }

    private static func row(_ item: ReviewQueue.Item, _ line: ProposalLine?) -> HTML {
        """
        <tr><td class="num" data-label="編號">\(line?.number.map { "\($0)" as HTML })</td>\
        <th scope="row"><a href="\(ReviewViews.address(of: item.id))">\(line?.title)</a></th>\
        <td data-label="類別">\(line?.kind.map(ProposalCallTerms.name))</td>\
        <td data-label="評分">\(ReviewTerms.badge(item.state))\
        \(when: item.isAside && !item.isDone, Component.badge(icon: Icon.pause, "先放一邊"))</td></tr>
        """
    }

    private static func recusals(_ calls: [ProposalCall]) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="recusals"><h2 id="recusals">申請迴避</h2>\
        <p class="soft">與提案人有親屬、共事或其他利害關係的，分配以前就可以先登記。</p><ul>\
        \(each: calls, { "<li><a href=\"\(ReviewConflictViews.address(of: $0.id))\">\($0.plan.title)</a></li>" })</ul></section>
        """
    }
}
