/// 停止適用、停用、恢復現行: asked once, with a reason.
enum PageStateViews {
    struct Contents: Sendable {
        let page: Page
        let base: Int
        /// How many pages in use link to it.
        let links: Int
        var chosen: PageState?
        var reason = ""
        var problem: (any Refusal)?
    }

    static func state(_ contents: Contents, chrome: Chrome) -> HTML {
        let page = contents.page
        let isAboutReason = {
            if case PageRefusal.noReason? = contents.problem as? PageRefusal { true } else { false }
        }()
        return Layout.page(
            "變更狀態", chrome: chrome, section: "/pages", crumbs: PageRevisionViews.crumbs(page, Crumb("變更狀態")),
            head: "<p class=\"soft\">\(page.title)　現在是「\(PageTerms.name(of: page.state))」</p>",
            content: """
                \(contents.problem.map { Component.errorSummary([(isAboutReason ? "reason" : "state", $0.sentence)], title: "狀態沒有變更") })
                \(when: contents.links > 0, Component.banner(
                    .warn, "有 \(contents.links) 個條目連到這一頁。", "停用後那些連結就沒有地方可去，請記得修改。"))
                <form class="form" method="post" action="\(PageAddress.page(page.code))/state">\(Layout.token(chrome))\
                <input type="hidden" name="base" value="\(contents.base)">
                <fieldset class="field" id="state"><legend>改為</legend>\
                \(each: PageState.allCases.filter { $0 != page.state }, { choice($0, isChosen: $0 == contents.chosen) })</fieldset>
                \(FieldViews.text(
                    "reason", label: "理由", value: contents.reason, hint: "會留在版本清單與稽核紀錄",
                    error: isAboutReason ? contents.problem?.sentence : nil, attributes: "required maxlength=\"200\""))
                <p class="row"><button class="button">變更狀態</button>\
                <a class="button button-quiet" href="\(PageAddress.page(page.code))">不變更</a></p></form>
                """)
    }

    private static func choice(_ state: PageState, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="radio" name="state" value="\(state.rawValue)" required\(when: isChosen, " checked")>\
        <span>\(PageTerms.name(of: state))<br><span class="soft">\(PageTerms.meaning(of: state))</span></span></label>
        """
    }
}
