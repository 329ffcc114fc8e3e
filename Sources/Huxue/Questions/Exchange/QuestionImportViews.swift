/// 匯入試題: the upload, and what each format says where.
enum QuestionImportViews {
    static let path = "/questions/import"

    static func address(of upload: ID<QuestionUpload>) -> Address { "/questions/import/\(upload)" }

    static let crumbs = [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("匯入試題", "/questions/import")]

    static func upload(
        _ choices: QuestionUploadActions.Choices, options: QuestionImportBasis.Options, unit: String,
        problem: (any Refusal)? = nil, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "匯入試題", chrome: chrome, section: "/questions", crumbs: crumbs,
            content: """
                \(problem.map { Component.errorSummary([(field: "file", sentence: $0.sentence)], title: "沒有匯入") })
                <p>選擇檔案後，先看會新增與變更什麼，確認後才匯入。檔案裡沒有的試題維持原狀。</p>
                <form class="form" method="post" action="/questions/import" enctype="multipart/form-data">\
                \(Layout.token(chrome))
                <div class="field"><label for="file">試題檔案</label>\
                <span class="hint" id="file-hint">YAML、CSV、XLSX、GIFT、Moodle XML 或 QTI（XML 或 ZIP），20 MB 以內。</span>\
                <input class="input" id="file" name="file" type="file" \
                accept=".yaml,.yml,.csv,.xlsx,.gift,.txt,.xml,.zip" aria-describedby="file-hint" required></div>
                \(fields(choices, options: options, unit: unit))
                <p class="row"><button class="button">檢查檔案</button></p></form>
                \(template)
                \(formats)
                """)
    }

    /// What holds for questions that do not say it themselves.
    static func fields(
        _ choices: QuestionUploadActions.Choices, options: QuestionImportBasis.Options, unit: String
    ) -> HTML {
        let topics = choices.topics.map { FieldViews.Option(value: $0, words: $0) }
        let banks = choices.banks.map { FieldViews.Option(value: $0.unit, words: $0.name) }
        return """
            \(FieldViews.select(
                "topic", label: "沒有寫主題的試題，放進", options: [FieldViews.Option(value: "", words: "（檔案裡都有寫）")] + topics,
                chosen: options.topic))
            \(FieldViews.area(
                "citations", label: "沒有寫法源依據的試題，依據", value: options.citations,
                hint: "法規全名與條號，一行一個，例如「戶籍法第48條」。檔案裡都有寫就留白。", rows: 2))
            \(when: banks.count > 1, FieldViews.select("unit", label: "新的試題屬於", options: banks, chosen: unit))\
            \(when: banks.count == 1, only(banks.first?.value ?? ""))
            """
    }

    private static func only(_ unit: String) -> HTML { "<input type=\"hidden\" name=\"unit\" value=\"\(unit)\">" }

    private static let template: HTML = """
        <section class="stack" aria-labelledby="template"><div class="section-head"><h2 id="template">範本</h2></div>
        <p class="row"><a class="button button-quiet" href="/questions/import/template.xlsx">\(Icon.download)XLSX 範本</a>\
        <a class="button button-quiet" href="/questions/import/template.csv">\(Icon.download)CSV 範本</a></p>
        <p>一列一題，第一列是標題，順序不拘；用不到的欄位可以刪去。XLSX 範本的第二張工作表也有這份說明。</p>
        <div class="table-scroll" role="region" aria-label="範本的欄位，可左右捲動" tabindex="0"><table class="table">\
        <thead><tr>\(each: QuestionTableTerms.head, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>\
        \(each: QuestionTableTerms.explanations, { row($0) })</tbody></table></div></section>
        """

    private static func row(_ cells: [String]) -> HTML {
        """
        <tr><th scope="row" class="nowrap">\(cells.first ?? "")</th>\
        \(each: Array(cells.dropFirst()), { "<td>\($0)</td>" })</tr>

        """
    }

    private static let formats: HTML = """
        <section class="stack" aria-labelledby="formats"><div class="section-head"><h2 id="formats">各種格式</h2></div>
        <p>單選、複選與是非以外的題型、圖片與公式不支援，會逐題指出；其餘的試題仍可匯入。\
        沒有代號、題幹也不在題庫的試題是新題，由系統編號。</p>
        <div class="table-scroll" role="region" aria-label="各種格式，可左右捲動" tabindex="0"><table class="table">\
        <thead><tr><th scope="col">格式</th><th scope="col">主題</th><th scope="col">詳解</th>\
        <th scope="col">代號、法源依據、層次、日期、狀態與單位</th></tr></thead><tbody>\
        \(each: QuestionTableTerms.formats, { row($0) })</tbody></table></div></section>
        """
}
