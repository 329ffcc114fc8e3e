/// What somebody was writing of case studies and has not saved.
enum CaseDraftViews {
    /// The visitor's own drafts, where they are resumed.
    static func list(_ drafts: [Draft<CaseField>]) -> HTML {
        guard !drafts.isEmpty else { return .empty }
        return """
            <section class="stack no-print" aria-labelledby="drafts"><h2 id="drafts">寫到一半的</h2><ul class="link-list measure">\
            \(each: drafts, row)</ul></section>
            """
    }

    private static func row(_ draft: Draft<CaseField>) -> HTML {
        let title = title(of: draft)
        return """
            <li><a href="\(address(of: draft))">\(title)</a><span class="soft">\
            \(CaseDraftActions.study(ofDraft: draft.subject) == nil ? "新案例" : "修改")　\(ROCDate.withTime(draft.updatedAt))　\
            <a href="\(removal(of: draft.subject))">捨棄<span class="visually-hidden">：\(title)</span></a></span></li>
            """
    }

    static func removal(_ draft: Draft<CaseField>, chrome: Chrome) -> HTML {
        Layout.page(
            "捨棄草稿", chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place, Crumb("捨棄草稿")],
            content: """
                <p>要捨棄\(Terms.quoted(title(of: draft)))\(ROCDate.withTime(draft.updatedAt)) 的草稿嗎？捨棄後不能復原；已經儲存的案例不受影響。</p>
                <form method="post" action="\(removal(of: draft.subject))">\(Layout.token(chrome))\
                <p class="row"><button class="button button-danger">捨棄草稿</button>\
                <a class="button button-quiet" href="\(address(of: draft))">繼續寫</a></p></form>
                """)
    }

    static func title(of draft: Draft<CaseField>) -> String {
        let title = draft.form[.title]
        guard !title.isEmpty else { return "（還沒有名稱）" }
        return title.count > 40 ? title.prefix(40) + "…" : title
    }

    private static func address(of draft: Draft<CaseField>) -> Address {
        CaseDraftActions.study(ofDraft: draft.subject).map { "\(CaseViews.address(of: $0))/edit" }
            ?? CaseFormViews.address(draft: draft.subject)
    }

    static func removal(of key: String) -> Address { "/cases/drafts/\(segment: key)/removal" }
}
