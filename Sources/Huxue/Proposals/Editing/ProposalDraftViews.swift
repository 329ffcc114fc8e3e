/// What somebody was writing of proposals and has not saved.
enum ProposalDraftViews {
    /// The visitor's own drafts, where they are resumed.
    static func list(_ drafts: [ProposalDraftActions.Resumable]) -> HTML {
        guard !drafts.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="drafts"><h2 id="drafts">寫到一半的</h2><ul class="link-list measure">\
            \(each: drafts, row)</ul></section>
            """
    }

    private static func row(_ one: ProposalDraftActions.Resumable) -> HTML {
        let title = title(of: one.draft)
        return """
            <li><a href="\(address(of: one))">\(title)</a><span class="soft">\
            \(one.proposal == nil ? one.call?.plan.title ?? "徵件已經不在" : "修改")　\(ROCDate.withTime(one.draft.updatedAt))　\
            <a href="\(removal(of: one.draft.subject))">捨棄<span class="visually-hidden">：\(title)</span></a></span></li>
            """
    }

    static func removal(_ one: ProposalDraftActions.Resumable, chrome: Chrome) -> HTML {
        Layout.page(
            "捨棄草稿", chrome: chrome, section: ProposalListViews.section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.place, Crumb("捨棄草稿")],
            content: """
                <p>要捨棄\(Terms.quoted(title(of: one.draft)))\(ROCDate.withTime(one.draft.updatedAt)) 的草稿嗎？捨棄後不能復原；已經儲存的提案不受影響。</p>
                <form method="post" action="\(removal(of: one.draft.subject))">\(Layout.token(chrome))\
                <p class="row"><button class="button button-danger">捨棄草稿</button>\
                <a class="button button-quiet" href="\(address(of: one))">繼續寫</a></p></form>
                """)
    }

    static func title(of draft: Draft<ProposalField>) -> String {
        let title = draft.form[.title]
        guard !title.isEmpty else { return "（還沒有名稱）" }
        return title.count > 40 ? title.prefix(40) + "…" : title
    }

    private static func address(of one: ProposalDraftActions.Resumable) -> Address {
        if let id = one.proposal { return "\(ProposalViews.address(of: id))/edit" }
        guard let call = one.call else { return removal(of: one.draft.subject) }
        return ProposalFormViews.address(new: call.id, draft: one.draft.subject)
    }

    static func removal(of key: String) -> Address { "/proposals/drafts/\(segment: key)/removal" }
}
