/// What a visitor can do with a proposal, on its page.
enum ProposalStateViews {
    static func actions(_ contents: ProposalViews.Contents, chrome: Chrome) -> HTML {
        let content: HTML =
            switch contents.shown.role {
            case .author: author(contents, chrome: chrome)
            case .asked: asked(contents, chrome: chrome)
            case .manager: manager(contents, chrome: chrome)
            case .reviewer, .colleague: .empty
            }
        return content.isEmpty
            ? .empty : "<section class=\"stack no-print\" id=\"actions\" aria-label=\"可以做的事\">\(content)</section>"
    }

    private static func author(_ contents: ProposalViews.Contents, chrome: Chrome) -> HTML {
        let (shown, address) = (contents.shown, ProposalViews.address(of: contents.shown.proposal.id))
        let waiting = ProposalRules.unconfirmed(shown.authors).map(\.name)
        let isSubmittable =
            contents.isEditable && (contents.state == .returned || contents.callState == .open) && waiting.isEmpty
        let mayWithdraw =
            ProposalRules.mayWithdraw(contents.state, in: contents.callState)
            && !contents.mergers.contains { $0.mergedAt != nil }
        return """
            \(when: contents.isEditable && !waiting.isEmpty, Component.banner(
                .info, "還不能送出。", "要等 \(waiting.joined(separator: "、")) 登入後按同意；不同意列名的，請在「修改」裡改好提案人與比例。"))\
            <div class="row">\(when: isSubmittable, submission(address, chrome))\
            \(when: contents.isEditable, "<a class=\"button button-quiet\" href=\"\(address)/edit\">修改</a>")\
            <a href="\(address)/revisions">版本</a>\
            \(when: mayWithdraw, "<a href=\"\(address)/withdrawal\">撤回</a>")</div>
            """
    }

    private static func submission(_ address: Address, _ chrome: Chrome) -> HTML {
        """
        <form method="post" action="\(address)/submission">\(Layout.token(chrome))<button class="button">送出</button></form>
        """
    }

    private static func asked(_ contents: ProposalViews.Contents, chrome: Chrome) -> HTML {
        let shown = contents.shown
        guard let own = shown.own, ProposalRules.isEditable(contents.state, in: contents.callState) else {
            return .empty
        }
        let share = ProposalAuthorFile.percent(own.share)
        return """
            \(Component.banner(.info, "這件提案把您列為提案人，貢獻比例 \(share)。", "看過內容後，請回覆是不是同意；大家都同意了才能送出。"))
            <form class="row" method="post" action="\(ProposalViews.address(of: shown.proposal.id))/authorship">\
            \(Layout.token(chrome))<input type="hidden" name="share" value="\(own.share)">\
            <button class="button" name="answer" value="yes">同意</button>\
            <button class="button button-quiet" name="answer" value="no">不同意列名</button></form>
            """
    }

    private static func manager(_ contents: ProposalViews.Contents, chrome: Chrome) -> HTML {
        let address = ProposalViews.address(of: contents.shown.proposal.id)
        let shown = contents.shown
        let isReviewed = contents.state == .accepted && contents.callState >= .closed
        let history: HTML = """
            <p class="row"><a href="\(address)/revisions">版本</a>\
            \(when: isReviewed, reviews(shown.proposal.id, in: shown.call.id))</p>
            """
        guard ProposalRules.mayCheck(contents.state, in: contents.callState) else { return history }
        let error = (contents.problem as? ProposalRefusal) == .noReturnReason ? contents.problem?.sentence : nil
        return """
            <h2>形式審查</h2><form class="form" method="post" action="\(address)/check">\(Layout.token(chrome))
            <p><button class="button" name="outcome" value="accepted">受理</button></p>
            \(FieldViews.area("reason", label: "退回的理由", value: "", hint: "提案人會看到；寫明缺什麼、怎麼補", error: error, rows: 2, attributes: "maxlength=\"500\""))
            <p><button class="button button-quiet" name="outcome" value="returned">退回補正</button></p></form>\(history)
            """
    }

    private static func reviews(_ id: ID<Proposal>, in call: ID<ProposalCall>) -> HTML {
        "<a href=\"\(ReviewSheetsViews.address(of: id, in: call))\">評審</a>"
    }

    /// The law was amended, and the proposal still holds.
    static func confirmation(_ contents: ProposalViews.Contents, chrome: Chrome) -> HTML {
        """
        <form class="row no-print" method="post" action="\(ProposalViews.address(of: contents.shown.proposal.id))/confirmation">\
        \(Layout.token(chrome))\(AmendmentViews.shown(contents.flags))\
        <button class="button button-quiet">對照過了，這件提案仍然可行</button></form>
        """
    }
}
