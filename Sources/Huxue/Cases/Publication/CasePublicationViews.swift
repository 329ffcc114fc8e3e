/// The page on which a second person reads a case study as its readers will, and publishes it.
enum CasePublicationViews {
    static func page(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let address = CaseViews.address(of: contents.id)
        return Layout.page(
            "確認內容並發布", chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.title, address), Crumb("發布")],
            head: "<p class=\"soft\">下面就是同仁會讀到的內容；由作者以外的人確認後才發布。</p>",
            content: """
                \(contents.problem.map { Component.errorSummary([("confirm", $0.sentence)], title: "沒有發布") })
                <article class="card stack" aria-label="會讀到的內容"><h2>\(contents.title)</h2>\(CaseViews.body(contents, marksFinds: true))</article>
                \(CasePrivacyViews.waivers(contents.waivers))
                <form class="form" id="confirm" method="post" action="\(address)/publication">\(Layout.token(chrome))\
                \(CaseStateViews.revision(contents))\(CaseStateViews.unit(contents, label: "發布給誰"))
                \(FieldViews.text("readBy", label: "必讀期限", hint: "要大家讀完確認的才填，例如 115/12/31", classes: "input input-short"))
                <p class="row"><button class="button">全文看過，沒有個人資料，發布</button>\
                <a class="button button-quiet" href="\(address)">返回</a></p></form>
                """)
    }
}
