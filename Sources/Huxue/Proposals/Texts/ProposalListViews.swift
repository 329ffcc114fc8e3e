/// What somebody may propose to, and what they have proposed; and tables of proposals.
enum ProposalListViews {
    static let section: Address = "/proposals"
    /// How many proposals of a call stand on a page.
    static let pageSize = 50

    struct Contents: Sendable {
        /// Open or to come.
        let calls: [ProposalCall]
        let own: [ProposalLine]
        let drafts: [ProposalDraftActions.Resumable]
        /// Whether the visitor reviews proposals of others, or is of a panel.
        let isReviewer: Bool
        let now: Moment
        var done: ProposalDeed?
    }

    static func overview(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "創意提案", chrome: chrome, section: section,
            head: "<p class=\"soft\">從櫃檯上看到的不便開始寫：現況、想法、怎麼做、有什麼效益。寫到一半會自動存成草稿。</p>",
            content: """
                \(Component.done(contents.done?.sentence))
                <p class="row">\(when: contents.isReviewer, "<a href=\"\(ReviewListViews.section)\">待評提案</a>")\
                <a href="\(ProposalHonourViews.address)">\(ProposalMeritTerms.honours)</a></p>
                <section class="stack" aria-labelledby="calls"><h2 id="calls">徵件</h2>\(calls(contents))</section>
                \(ProposalDraftViews.list(contents.drafts))
                <section class="stack" aria-labelledby="own"><h2 id="own">我的提案</h2>\
                \(contents.own.isEmpty ? noneOwn : table(contents.own, showsAuthors: false))</section>
                """)
    }

    private static let noneOwn = Component.empty(
        Icon.idea, title: "還沒有提案", text: "儲存過的提案列在這裡，送出以前只有提案人看得到。")

    private static func calls(_ contents: Contents) -> HTML {
        guard !contents.calls.isEmpty else {
            return Component.empty(Icon.idea, title: "現在沒有徵件", text: "有新的徵件時會列在這裡。")
        }
        return "<div class=\"stack\">\(each: contents.calls, { card($0, now: contents.now) })</div>"
    }

    private static func card(_ call: ProposalCall, now: Moment) -> HTML {
        let (plan, state) = (call.plan, call.state(at: now))
        let kinds = plan.kinds.map(ProposalCallTerms.name).joined(separator: "、")
        let awards = plan.awards.map(ProposalAwardFile.text).joined(separator: "；")
        return """
            <section class="card stack-tight" aria-labelledby="call-\(call.id)"><div class="row row-spread">\
            <h3 id="call-\(call.id)">\(plan.title)</h3>\(ProposalCallViews.badge(state))</div>\
            <p class="soft">\(call.unitName)　\(ProposalCallViews.window(plan))</p><p>徵求：\(kinds)</p>\
            \(when: !awards.isEmpty, "<p>獎項：\(awards)</p>")\
            \(when: plan.isBlind, "<p class=\"soft\">匿名評審：委員看不到提案人，內文請不要寫出自己的姓名。</p>")\
            \(when: state == .open, button(call))</section>
            """
    }

    private static func button(_ call: ProposalCall) -> HTML {
        """
        <p><a class="button" href="\(ProposalFormViews.address(new: call.id))">我要提案\
        <span class="visually-hidden">：\(call.plan.title)</span></a></p>
        """
    }

    static func table(_ lines: some Sequence<ProposalLine>, showsAuthors: Bool) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">提案</caption><thead><tr>\
        <th scope="col" class="num">編號</th><th scope="col">提案</th>\
        <th scope="col">\(showsAuthors ? "提案人" : "徵件")</th><th scope="col">類別</th>\
        <th scope="col">送出</th><th scope="col">狀態</th></tr></thead><tbody>\
        \(each: lines, { row($0, showsAuthors: showsAuthors) })</tbody></table></div>
        """
    }

    private static func row(_ line: ProposalLine, showsAuthors: Bool) -> HTML {
        """
        <tr><td class="num" data-label="編號">\(line.number.map { "\($0)" as HTML })</td>\
        <th scope="row"><a href="\(ProposalViews.address(of: line.id))">\(line.title)</a></th>\
        <td data-label="\(showsAuthors ? "提案人" : "徵件")" class="wide">\
        \(showsAuthors ? line.authors.joined(separator: "、") : line.callTitle)</td>\
        <td data-label="類別">\(line.kind.map(ProposalCallTerms.name))</td>\
        <td data-label="送出">\(line.submittedAt.map(ROCDate.shortWithTime))</td>\
        <td data-label="狀態">\(line.outcome.map(ProposalMeetingTerms.badge) ?? ProposalTerms.badge(line.state))</td></tr>
        """
    }
}
