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
            names[revision.author] ?? AuditTerms.author(revision.author)
        }

        func version(_ revision: PageRevision) -> WrittenVersion {
            WrittenVersion(
                number: revision.number, savedAt: revision.savedAt, author: author(revision), reason: revision.reason)
        }

        var versions: [WrittenVersion] { revisions.map(version) }
        var latest: Int { revisions.first?.number ?? 1 }
    }

    private static func place(_ page: Page) -> WrittenVersionViews.Place {
        let address = PageAddress.page(page.code)
        return WrittenVersionViews.Place(list: "\(address)/revisions", comparison: "\(address)/comparison")
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        let page = contents.page
        return Layout.page(
            "版本", chrome: chrome, section: "/pages", crumbs: crumbs(page, Crumb("版本")),
            head: "<p class=\"soft\">\(page.title)　共 \(contents.revisions.count) 版，每次儲存都留下一版</p>",
            content: WrittenVersionViews.list(contents.versions, at: place(page)))
    }

    static func one(
        _ revision: PageRevision, _ content: PageContent, _ rendering: PageRendering, _ contents: Contents,
        chrome: Chrome
    ) -> HTML {
        let page = contents.page
        let isCurrent = revision.number == contents.latest
        let restoring: HTML =
            contents.mayEdit
            ? "　<a href=\"\(place(page).list)/\(revision.number)/restoration\">回復成這一版</a>" : .empty
        return Layout.page(
            content.title, chrome: chrome, section: "/pages",
            crumbs: crumbs(page, Crumb("版本", place(page).list), Crumb("第 \(revision.number) 版")),
            head: """
                <p class="soft">第 \(revision.number) 版　\(ROCDate.withTime(revision.savedAt))　\(contents.author(revision))\
                \(when: !revision.reason.isEmpty, "：\(revision.reason)")</p>
                """,
            content: """
                \(isCurrent
                    ? Component.banner(.info, "這是現在的版本。", next: "<a href=\"\(PageAddress.page(page.code))\">看條目</a>")
                    : Component.banner(
                        .warn, "這是舊版。", "現在是第 \(contents.latest) 版，請勿依舊版辦理。",
                        next: "<a href=\"\(PageAddress.page(page.code))\">看現在的版本</a>　<a href=\"\(place(page).comparison(revision.number, contents.latest))\">與現在的版本比較</a>\(restoring)"))
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
            crumbs: crumbs(page, Crumb("版本", place(page).list), Crumb("比較")),
            head: "<p class=\"soft\">\(page.title)</p>",
            content: """
                \(WrittenVersionViews.chooser(contents.versions, from: old.number, to: new.number, at: place(page)))
                <section class="stack" aria-labelledby="compared"><div class="section-head">\
                <h2 id="compared">第 \(old.number) 版與第 \(new.number) 版</h2>\(WrittenComparisonViews.legend)</div>
                \(WrittenComparisonViews.sides(
                    comparison, old: contents.version(old).title, new: contents.version(new).title))</section>
                """)
    }

    static func restoration(
        _ revision: PageRevision, _ comparison: WrittenComparison<PageField>, reason: String, problem: (any Refusal)?,
        _ contents: Contents, chrome: Chrome
    ) -> HTML {
        let page = contents.page
        let back: Address = "\(place(page).list)/\(revision.number)"
        return Layout.page(
            "回復成第 \(revision.number) 版", chrome: chrome, section: "/pages",
            crumbs: crumbs(page, Crumb("版本", place(page).list), Crumb("回復")),
            head: "<p class=\"soft\">\(page.title)</p>",
            content: """
                \(problem.map { Component.errorSummary([("reason", $0.sentence)], title: "沒有回復") })
                <p>第 \(revision.number) 版的內容會存成新的第 \(contents.latest + 1) 版；中間各版都還在。狀態（現行、停止適用、停用）不變。</p>
                <form class="form" method="post" action="\(back)/restoration">\(Layout.token(chrome))\
                <input type="hidden" name="base" value="\(contents.latest)">
                \(FieldViews.text("reason", label: "理由", value: reason, error: problem?.sentence, attributes: "required maxlength=\"200\""))
                <p class="row"><button class="button">回復</button><a class="button button-quiet" href="\(back)">不回復</a></p></form>
                <section class="stack" aria-labelledby="compared"><div class="section-head"><h2 id="compared">會改變的地方</h2>\
                \(WrittenComparisonViews.legend)</div>\(WrittenComparisonViews.sides(comparison, old: "現在", new: "回復後"))</section>
                """)
    }

    static func crumbs(_ page: Page, _ rest: Crumb...) -> [Crumb] {
        [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code))] + rest
    }
}
