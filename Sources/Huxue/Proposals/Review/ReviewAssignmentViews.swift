/// What an automatic assignment would do, before it is kept.
enum ReviewAssignmentViews {
    static func address(of id: ID<ProposalCall>) -> Address { "\(ProposalCallViews.address(of: id))/assignment" }

    static func preview(_ made: ReviewAssignment, chrome: Chrome) -> HTML {
        let (call, own) = (made.call, address(of: made.call.id))
        let reviews = ReviewBoardViews.address(of: call.id)
        return Layout.page(
            "自動分配委員", chrome: chrome, section: ProposalCallViews.section,
            crumbs: ReviewBoardViews.crumbs(call, "自動分配委員"),
            head: """
                <p class="soft">每位委員的件數盡量相同；提案人與應迴避的不會分到，已經分配的不動。\
                \(when: call.reviewAt == nil, "確認後就開始評審，評審方式、評分表與獎項不能再改。")</p>
                """,
            content: """
                <form class="row no-print" method="post" action="\(own)">\(Layout.token(chrome))\
                <input type="hidden" name="seed" value="\(made.seed)"><input type="hidden" name="seen" value="\(made.mark)">\
                <button class="button">照這樣分配</button>\
                <a href="\(own.with([("seed", "\(made.seed + 1)")]))">換一種分配</a>\
                <a class="button button-quiet" href="\(reviews)">返回</a></form>
                \(loads(made))\(table(made))
                """)
    }

    private static func loads(_ made: ReviewAssignment) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="loads"><h2 id="loads">每位委員的件數</h2><ul>\
        \(each: made.loads, { "<li>\($0.name)　\($0.count) 件</li>" })</ul></section>
        """
    }

    private static func table(_ made: ReviewAssignment) -> HTML {
        """
        <section class="stack" aria-labelledby="pairs"><h2 id="pairs">提案與委員</h2>\
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">提案與委員</caption><thead><tr>\
        <th scope="col" class="num">編號</th><th scope="col">提案</th><th scope="col">委員</th></tr></thead><tbody>\
        \(each: made.lines, { row($0, made) })</tbody></table></div>\
        <p class="soft">種子 \(made.seed)：同樣的提案、委員與迴避，同一個種子分出來的都一樣。</p></section>
        """
    }

    private static func row(_ line: ProposalLine, _ made: ReviewAssignment) -> HTML {
        """
        <tr><td class="num" data-label="編號">\(line.number.map { "\($0)" as HTML })</td>\
        <th scope="row">\(line.title)</th><td data-label="委員" class="wide">\
        \(each: made.reviewers(of: line.id), { "\($0.name)\(when: !$0.isAdded, "（已分配）")　" })</td></tr>
        """
    }
}
