/// What somebody was writing and has not saved.
enum QuestionDraftViews {
    /// The visitor's own drafts, where they are resumed.
    static func list(_ drafts: [QuestionDraftActions.Resumable]) -> HTML {
        guard !drafts.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="drafts"><h2 id="drafts">寫到一半的</h2><ul class="link-list measure">\
            \(each: drafts, { draft in
                """
                <li><a href="\(address(of: draft))">\(title(of: draft))</a><span class="soft">\
                \(draft.question == nil ? "新增" : "修改")　\(ROCDate.withTime(draft.draft.updatedAt))　\
                <a href="\(removal(of: draft))">捨棄<span class="visually-hidden">：\(title(of: draft))</span></a></span></li>
                """
            })</ul></section>
            """
    }

    /// On the home page of their writer.
    static func note(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "您有 \(count) 題寫到一半，還沒有儲存。", sentence: "草稿只有您看得到。",
            links: [("/questions#drafts", "接著寫")], tone: .info)
    }

    static func removal(_ draft: QuestionDraftActions.Resumable, chrome: Chrome) -> HTML {
        Layout.page(
            "捨棄草稿", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("捨棄草稿")],
            content: """
                <p>要捨棄\(Terms.quoted(title(of: draft)))\(ROCDate.withTime(draft.draft.updatedAt)) 的草稿嗎？捨棄後不能復原；已經儲存的試題不受影響。</p>
                <form method="post" action="\(removal(of: draft))">\(Layout.token(chrome))\
                <p class="row"><button class="button button-danger">捨棄草稿</button>\
                <a class="button button-quiet" href="\(address(of: draft))">繼續寫</a></p></form>
                """)
    }

    private static func title(of draft: QuestionDraftActions.Resumable) -> String {
        let stem = draft.draft.form[.stem]
        guard !stem.isEmpty else { return draft.question?.code ?? "（還沒有題幹）" }
        return stem.count > 40 ? stem.prefix(40) + "…" : stem
    }

    private static func address(of draft: QuestionDraftActions.Resumable) -> Address {
        draft.question.map { "\(QuestionViews.address(of: $0.code))/edit" }
            ?? Address("/questions/new").with([("draft", draft.draft.subject)])
    }

    private static func removal(of draft: QuestionDraftActions.Resumable) -> Address {
        "/questions/drafts/\(segment: draft.draft.subject)/removal"
    }
}
