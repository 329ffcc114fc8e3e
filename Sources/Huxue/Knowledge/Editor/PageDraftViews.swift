/// Choosing what to write, and resuming what was begun.
enum PageDraftViews {
    static func choice(_ drafts: [PageDraft], chrome: Chrome) -> HTML {
        Layout.page(
            "新增條目", chrome: chrome, section: "/pages",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb("新增")],
            head: "<p class=\"soft\">先選種類，之後不能改。</p>",
            content: """
                <ul class="link-list measure">\(each: PageKind.allCases, { kind in
                    "<li><a href=\"\(Address("/pages/new").with([("kind", kind.rawValue)]))\">\(PageTerms.name(of: kind))</a><span class=\"soft\">\(PageTerms.use(of: kind))</span></li>"
                })</ul>
                \(when: drafts.contains { $0.page == nil }, """
                    <section class="stack"><h2>寫到一半的</h2>\(list(drafts.filter { $0.page == nil }))</section>
                    """)
                """)
    }

    static func drafts(_ drafts: [PageDraft], done: String?, chrome: Chrome) -> HTML {
        Layout.page(
            "我的草稿", chrome: chrome, section: "/pages",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb("我的草稿")],
            head: "<p class=\"soft\">只有您看得到；儲存條目後就從這裡消失。</p>",
            content: """
                \(Component.done(done))\(drafts.isEmpty
                    ? "<h2 class=\"visually-hidden\">草稿</h2>" + Component.empty(Icon.draft, title: "沒有草稿", text: "編輯條目時會自動存在這裡。")
                    : list(drafts))
                """)
    }

    /// Drafts with where they are resumed.
    static func list(_ drafts: [PageDraft]) -> HTML {
        """
        <ul class="link-list measure">\(each: drafts, { draft in
            "<li><a href=\"\(draft.address)\">\(title(of: draft))</a><span class=\"soft\">\(draft.page == nil ? "新增" : "修改") \(draft.form.kind.map(PageTerms.name) ?? "")　\(ROCDate.withTime(draft.draft.updatedAt))　<a href=\"\(draft.removal)\">捨棄<span class=\"visually-hidden\">：\(title(of: draft))</span></a></span></li>"
        })</ul>
        """
    }

    static func title(of draft: PageDraft) -> String {
        draft.form[.title].isEmpty ? "（還沒有標題）" : draft.form[.title]
    }

    static func removal(_ draft: PageDraft, chrome: Chrome) -> HTML {
        Layout.page(
            "捨棄草稿", chrome: chrome, section: "/pages",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb("我的草稿", "/pages/drafts"), Crumb("捨棄")],
            content: """
                <p>要捨棄\(Terms.quoted(title(of: draft)))\(ROCDate.withTime(draft.draft.updatedAt)) 的草稿嗎？捨棄後不能復原；已經儲存的條目不受影響。</p>
                <form method="post" action="\(draft.removal)">\(Layout.token(chrome))\
                <p class="row"><button class="button button-danger">捨棄草稿</button>\
                <a class="button button-quiet" href="\(draft.address)">繼續寫</a></p></form>
                """)
    }
}

extension PageDraft {
    /// Where it is resumed.
    var address: Address {
        page == nil ? Address("/pages/new").with([("draft", key)]) : "\(PageAddress.page(code))/edit"
    }

    var removal: Address { "/pages/drafts/\(segment: key)/removal" }
}
