/// After saving: what should be looked at.
enum PageWarningViews {
    static func warnings(
        _ page: Page, _ warnings: [(line: Int, kind: PageProblem.Kind)], parts: PageParts?, unchecked: [String],
        done: String?, chrome: Chrome
    ) -> HTML {
        let editor: Address = "\(PageAddress.page(page.code))/edit"
        return Layout.page(
            "儲存後的檢查", chrome: chrome, section: "/pages",
            crumbs: PageRevisionViews.crumbs(page, Crumb("檢查")), head: "<p class=\"soft\">\(page.title)</p>",
            content: """
                \(Component.done(done))\(warnings.isEmpty
                    ? Component.banner(.pass, "沒有要留意的地方。", "連結、附件與引用的條文都找得到。")
                    : PageFormViews.warnings(warnings, parts: parts, editor: editor))\(PageFormViews.unchecked(unchecked))
                <p class="row"><a class="button" href="\(PageAddress.page(page.code))">看條目</a>\
                <a class="button button-quiet" href="\(editor)">繼續修改</a></p>
                """)
    }
}
