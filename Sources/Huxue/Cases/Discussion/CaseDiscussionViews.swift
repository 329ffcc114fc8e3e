/// The discussion of a case study, below its text.
enum CaseDiscussionViews {
    static func section(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let discussion = contents.discussion
        let isOpen = contents.state == .discussion
        guard isOpen || !discussion.comments.isEmpty || discussion.proposed != nil else { return .empty }
        return """
            <section class="stack measure" id="discussion" aria-labelledby="discussed"><h2 id="discussed">討論</h2>\
            \(proposed(contents, isOpen: isOpen, chrome: chrome))\
            <div class="stack">\(each: CaseDiscussionRules.threads(discussion.comments), {
                comment($0.comment, depth: $0.depth, contents, isOpen: isOpen, chrome: chrome)
            })</div>\(when: isOpen, write(contents, chrome: chrome))</section>
            """
    }

    // MARK: The conclusion that is proposed

    private static func proposed(_ contents: CaseViews.Contents, isOpen: Bool, chrome: Chrome) -> HTML {
        guard let proposed = contents.discussion.proposed else {
            return isOpen && contents.shown.role != .colleague ? propose(contents, chrome: chrome) : .empty
        }
        let agreeing = proposed.votes.filter(\.agrees).count
        return """
            <div class="card stack-tight"><h3>結論草案</h3><p class="soft">\(proposed.name)　\(ROCDate.withTime(proposed.proposedAt))</p>\
            \(each: Form.lines(typed: proposed.text), { "<p>\($0)</p>" })\
            <p>贊成 \(agreeing) 人，反對 \(proposed.votes.count - agreeing) 人</p>\
            <ul>\(each: proposed.votes.filter { !$0.reason.isEmpty }, vote)</ul>\
            \(when: isOpen, ballot(proposed, contents, chrome: chrome))</div>\
            \(when: isOpen && contents.shown.role != .colleague, propose(contents, chrome: chrome))
            """
    }

    private static func vote(_ vote: CaseVote) -> HTML {
        "<li>\(vote.agrees ? Component.badge(.pass, "贊成") : Component.badge(.warn, "反對"))　\(vote.name)：\(vote.reason)</li>"
    }

    private static func ballot(_ proposed: CaseConclusion, _ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let mine = proposed.agrees(contents.shown.visitor)
        return """
            <form class="form no-print" method="post" action="\(CaseViews.address(of: contents.id))/vote">\(Layout.token(chrome))\
            <input type="hidden" name="conclusion" value="\(proposed.id)">\
            \(FieldViews.text("voteReason", label: "理由", hint: "反對要寫理由", attributes: "maxlength=\"\(CaseDiscussionRules.reasonLimit)\""))
            <p class="row"><button class="button" name="vote" value="yes">贊成</button>\
            <button class="button button-quiet" name="vote" value="no">反對</button>\
            \(mine.map { "<span class=\"soft\">您已表示\($0 ? "贊成" : "反對")，可以再改</span>" as HTML })</p></form>
            """
    }

    private static func propose(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        """
        <details class="no-print"><summary>提出結論草案</summary>
        <form class="form" method="post" action="\(CaseViews.address(of: contents.id))/proposal">\(Layout.token(chrome))\
        \(FieldViews.area("proposal", label: "結論草案", value: contents.discussion.proposed?.text ?? "", hint: "大家可以贊成或反對；另提新的，要重新表示", isRequired: true, rows: 3))
        <p><button class="button button-quiet">提出草案</button></p></form></details>
        """
    }

    // MARK: Comments

    private static func comment(
        _ comment: CaseComment, depth: Int, _ contents: CaseViews.Contents, isOpen: Bool, chrome: Chrome
    ) -> HTML {
        let shown = contents.shown
        let mayRemove =
            !comment.isRemoved
            && (shown.role == .checker
                || isOpen && comment.author == shown.visitor
                    && CaseDiscussionRules.mayRemove(comment, among: contents.discussion.comments))
        let above = comment.parent.flatMap { id in contents.discussion.comments.first { $0.id == id } }
        return """
            <article class="\(depth == 0 ? "card" : "card card-lined") stack-tight" id="comment-\(comment.id)"><p class="soft">\(comment.name)　\
            \(ROCDate.withTime(comment.writtenAt))\(above.map { "　回覆 <a href=\"#comment-\($0.id)\">\($0.name)</a>" as HTML })</p>\
            \(comment.isRemoved ? "<p class=\"soft\">（已刪除）</p>" : "\(each: Form.lines(typed: comment.text), { "<p>\($0)</p>" })")\
            \(when: isOpen, reply(comment, contents, chrome: chrome))\
            \(when: mayRemove, removal(comment, contents, chrome: chrome))</article>
            """
    }

    private static func reply(_ comment: CaseComment, _ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        """
        <details class="no-print"><summary>回覆<span class="visually-hidden">\(comment.name)</span></summary>\
        \(form(contents, answering: comment.id, label: "回覆\(comment.name)", chrome: chrome))</details>
        """
    }

    private static func removal(_ comment: CaseComment, _ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        """
        <form class="no-print" method="post" action="\(CaseViews.address(of: contents.id))/comments/\(comment.id)/removal">\
        \(Layout.token(chrome))<button class="button button-quiet">刪除<span class="visually-hidden">\(comment.name)的意見</span></button></form>
        """
    }

    private static func write(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        form(contents, answering: nil, label: "我的意見", chrome: chrome)
    }

    private static func form(
        _ contents: CaseViews.Contents, answering parent: ID<CaseComment>?, label: String, chrome: Chrome
    ) -> HTML {
        """
        <form class="form no-print" method="post" action="\(CaseViews.address(of: contents.id))/comments">\(Layout.token(chrome))\
        \(parent.map { "<input type=\"hidden\" name=\"parent\" value=\"\($0)\">" as HTML })\
        \(FieldViews.area(parent.map { "comment-text-\($0)" } ?? "comment", name: "comment", label: label, value: parent == nil ? contents.comment : "", hint: "不要寫民眾的個人資料", isRequired: true, rows: 3, attributes: "maxlength=\"\(CaseDiscussionRules.commentLimit)\""))
        <p><button class="button button-quiet">送出意見</button></p></form>
        """
    }

    // MARK: What came of it

    static func followUps(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let begun = contents.discussion.followUps
        let kinds = CaseFollowUp.Kind.allCases.filter { contents.followUps.contains($0) }
        guard !begun.isEmpty || !kinds.isEmpty else { return .empty }
        return """
            <section class="stack measure no-print" aria-labelledby="follow-ups"><h2 id="follow-ups">由這個案例寫成的</h2>\
            <ul>\(each: begun, followUp)</ul>\(when: !kinds.isEmpty, begin(kinds, contents, chrome: chrome))</section>
            """
    }

    private static func followUp(_ one: CaseFollowUp) -> HTML {
        let name = CaseFollowUpTerms.name(of: one.kind)
        return """
            <li>\(one.page.map { "<a href=\"\(PageAddress.page($0))\">\(name)</a>" as HTML } ?? "\(name)")　\
            <span class="soft">\(one.name)　\(ROCDate.withTime(one.begunAt)) 開始寫</span></li>
            """
    }

    private static func begin(
        _ kinds: [CaseFollowUp.Kind], _ contents: CaseViews.Contents, chrome: Chrome
    ) -> HTML {
        """
        <form class="row" method="post" action="\(CaseViews.address(of: contents.id))/follow-up">\(Layout.token(chrome))\
        \(each: kinds, { "<button class=\"button button-quiet\" name=\"kind\" value=\"\($0.rawValue)\">寫成\(CaseFollowUpTerms.name(of: $0))</button>" })</form>
        """
    }
}
