/// 匯出試題: format and what goes out.
enum QuestionExportViews {
    static let fileName = "試題"
    static let noFormat = "沒有選擇格式，沒有匯出。請選擇一種格式。"
    static let nothing = "沒有符合條件、可以匯出的試題。請換一個主題或狀態。"

    static func form(_ topics: [String], topic: String, chrome: Chrome) -> HTML {
        Layout.page(
            "匯出試題", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("匯出試題")],
            content: """
                <p>檔案裡有答案與詳解，請妥善保管。匯出會留下紀錄；您有試卷還沒交卷時不能匯出，正由您審題的試題不在檔案裡。</p>
                <form class="form" method="post" action="/questions/export">\(Layout.token(chrome))
                \(FieldViews.radios(
                    "format", legend: "格式",
                    options: FieldViews.options(QuestionFormat.self, words: QuestionTableTerms.words(of:)),
                    chosen: QuestionFormat.xlsx.rawValue))
                \(FieldViews.select(
                    "topic", label: "主題",
                    options: [FieldViews.Option(value: "", words: "全部主題")]
                        + topics.map { FieldViews.Option(value: $0, words: $0) }, chosen: topic))
                \(FieldViews.select(
                    "state", label: "狀態",
                    options: [FieldViews.Option(value: "", words: "全部狀態")]
                        + FieldViews.options(QuestionState.self, words: QuestionTerms.name(of:)), chosen: ""))
                <p class="row"><button class="button">\(Icon.download)匯出</button></p></form>
                """)
    }
}
