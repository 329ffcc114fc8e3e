/// The versions of a page: all of them, one as it was, two compared, one restored.
enum PageRevisionViews {
    struct Contents: Sendable {
        let page: Page
        /// The latest first.
        let revisions: [PageRevision]
        /// By login.
        let names: [String: String]
        let mayEdit: Bool

        func author(_ revision: PageRevision) -> String {
            names[revision.author] ?? AuditTerms.actor(revision.author)
        }

        var latest: Int { revisions.first?.number ?? 1 }
    }

    static func address(_ page: Page) -> Address { "\(PageAddress.page(page.code))/revisions" }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        let page = contents.page
        return Layout.page(
            "版本", chrome: chrome, section: "/pages", crumbs: crumbs(page, Crumb("版本")),
            head: "<p class=\"soft\">\(page.title)　共 \(contents.revisions.count) 版，每次儲存都留下一版</p>",
            content: """
                \(when: contents.revisions.count > 1, chooser(contents))
                <div class="table-scroll"><table class="table"><caption class="visually-hidden">版本</caption><thead><tr>\
                <th scope="col" class="num">版</th><th scope="col">儲存時間</th><th scope="col">儲存的人</th>\
                <th scope="col">理由</th><th scope="col">與前一版</th></tr></thead><tbody>\
                \(each: contents.revisions, { row($0, contents) })</tbody></table></div>
                """)
    }

    private static func row(_ revision: PageRevision, _ contents: Contents) -> HTML {
        let page = contents.page
        let number = revision.number
        return """
            <tr><th scope="row" class="num"><a href="\(address(page))/\(number)">\(number)</a></th>\
            <td>\(ROCDate.withTime(revision.savedAt))</td><td>\(contents.author(revision))</td><td>\(revision.reason)</td>\
            <td>\(when: number > 1, "<a href=\"\(comparison(page, number - 1, number))\">看差異<span class=\"visually-hidden\">：第 \(number) 版</span></a>")</td></tr>
            """
    }

    static func comparison(_ page: Page, _ from: Int, _ to: Int) -> Address {
        Address("\(PageAddress.page(page.code))/comparison").with([("from", "\(from)"), ("to", "\(to)")])
    }

    private static func chooser(_ contents: Contents, from: Int? = nil, to: Int? = nil) -> HTML {
        """
        <form class="row" method="get" action="\(PageAddress.page(contents.page.code))/comparison">\
        \(select("from", "原來", chosen: from ?? contents.latest - 1, contents))\
        \(select("to", "改為", chosen: to ?? contents.latest, contents))\
        <button class="button button-quiet">比較</button></form>
        """
    }

    private static func select(_ name: String, _ label: String, chosen: Int, _ contents: Contents) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label><select class="input input-auto" id="\(name)" name="\(name)">\
        \(each: contents.revisions, { revision in
            "<option value=\"\(revision.number)\"\(when: revision.number == chosen, " selected")>第 \(revision.number) 版　\(ROCDate.plain(ROCDate.day(of: revision.savedAt)))</option>"
        })</select></div>
        """
    }

    static func one(
        _ revision: PageRevision, _ content: PageContent, _ rendering: PageRendering, _ contents: Contents,
        chrome: Chrome
    ) -> HTML {
        let page = contents.page
        let isCurrent = revision.number == contents.latest
        let restoring: HTML =
            contents.mayEdit
            ? "　<a href=\"\(address(page))/\(revision.number)/restoration\">回復成這一版</a>" : .empty
        return Layout.page(
            content.title, chrome: chrome, section: "/pages",
            crumbs: crumbs(page, Crumb("版本", address(page)), Crumb("第 \(revision.number) 版")),
            head: """
                <p class="soft">第 \(revision.number) 版　\(ROCDate.withTime(revision.savedAt))　\(contents.author(revision))\
                \(when: !revision.reason.isEmpty, "：\(revision.reason)")</p>
                """,
            content: """
                \(isCurrent
                    ? Component.banner(.info, "這是現在的版本。", next: "<a href=\"\(PageAddress.page(page.code))\">看條目</a>")
                    : Component.banner(
                        .warn, "這是舊版。", "現在是第 \(contents.latest) 版，請勿依舊版辦理。",
                        next: "<a href=\"\(PageAddress.page(page.code))\">看現在的版本</a>　<a href=\"\(comparison(page, revision.number, contents.latest))\">與現在的版本比較</a>\(restoring)"))
                <article class="prose" aria-label="內容">\(rendering.html)</article>
                """)
    }

    static func compare(
        _ old: PageRevision, _ new: PageRevision, _ comparison: WrittenComparison<PageField>, _ contents: Contents,
        chrome: Chrome
    ) -> HTML {
        let page = contents.page
        return Layout.page(
            "版本比較", chrome: chrome, section: "/pages",
            crumbs: crumbs(page, Crumb("版本", address(page)), Crumb("比較")),
            head: "<p class=\"soft\">\(page.title)</p>",
            content: """
                \(chooser(contents, from: old.number, to: new.number))
                <section class="stack" aria-labelledby="compared"><div class="section-head">\
                <h2 id="compared">第 \(old.number) 版與第 \(new.number) 版</h2>\(WrittenComparisonViews.legend)</div>
                \(WrittenComparisonViews.sides(
                    comparison, old: title(old, contents), new: title(new, contents)))</section>
                """)
    }

    private static func title(_ revision: PageRevision, _ contents: Contents) -> String {
        "第 \(revision.number) 版　\(ROCDate.long(ROCDate.day(of: revision.savedAt)))　\(contents.author(revision))"
    }

    static func restoration(
        _ revision: PageRevision, _ comparison: WrittenComparison<PageField>, reason: String, problem: (any Refusal)?,
        _ contents: Contents, chrome: Chrome
    ) -> HTML {
        let page = contents.page
        let back: Address = "\(address(page))/\(revision.number)"
        return Layout.page(
            "回復成第 \(revision.number) 版", chrome: chrome, section: "/pages",
            crumbs: crumbs(page, Crumb("版本", address(page)), Crumb("回復")),
            head: "<p class=\"soft\">\(page.title)</p>",
            content: """
                \(problem.map { Component.errorSummary([("reason", $0.sentence)], title: "沒有回復") })
                <p>第 \(revision.number) 版的內容會存成新的第 \(contents.latest + 1) 版；中間各版都還在。狀態（現行、停止適用、停用）不變。</p>
                <form class="form" method="post" action="\(back)/restoration">\(Layout.token(chrome))\
                <input type="hidden" name="base" value="\(contents.latest)">
                \(Component.field("reason", label: "理由", value: reason, error: problem?.sentence, attributes: "required maxlength=\"200\""))
                <p class="row"><button class="button">回復</button><a class="button button-quiet" href="\(back)">不回復</a></p></form>
                <section class="stack" aria-labelledby="compared"><div class="section-head"><h2 id="compared">會改變的地方</h2>\
                \(WrittenComparisonViews.legend)</div>\(WrittenComparisonViews.sides(comparison, old: "現在", new: "回復後"))</section>
                """)
    }

    static func crumbs(_ page: Page, _ rest: Crumb...) -> [Crumb] {
        [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code))] + rest
    }
}
