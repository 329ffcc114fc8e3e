/// 匯入試題: what would change, and everything that stands in the way.
enum QuestionImportPlanViews {
    /// How many rows of each kind are shown; the figures always count all.
    private static let shown = 200

    static func preview(
        _ plan: QuestionImportPlan, of upload: QuestionUpload, choices: QuestionUploadActions.Choices,
        problem: QuestionImportRefusal? = nil, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "匯入試題", chrome: chrome, section: "/questions", crumbs: QuestionImportViews.crumbs,
            head: "<p class=\"soft\">\(upload.fileName)　\(QuestionTableTerms.name(of: upload.format))</p>",
            content: """
                \(problem.map { Component.banner(.warn, $0.sentence) })
                \(verdict(plan))
                <div class="tiles">\(tile("新增", plan.added.count))\(tile("改版", plan.revised.count))\
                \(tile("只更新主題、狀態、單位或日期", plan.updated.count))\(tile("不變", plan.unchanged))\
                \(tile("略過", plan.unsupported.count))\(tile("要修正", plan.problems.count))</div>
                \(application(plan, upload, chrome))
                \(findings("problems", "要修正的地方", plan.problems))
                \(findings("unsupported", "不支援、會略過的項目", plan.unsupported))
                \(findings("notices", "請先看過", plan.notices))
                \(when: upload.format != .yaml, options(upload, choices, chrome))
                \(entries("added", "新增", plan.added))
                \(entries("revised", "改版", plan.revised))
                \(entries("updated", "只更新主題、狀態、單位或日期", plan.updated))
                """)
    }

    private static func verdict(_ plan: QuestionImportPlan) -> HTML {
        guard plan.problems.isEmpty else {
            return Component.banner(
                .warn, "有 \(plan.problems.count) 個地方要修正，題庫還沒有變動。", "請修正檔案後重新上傳，或在下面補上檔案沒有寫的資料。")
        }
        guard !plan.isEmpty else { return Component.banner(.info, "檔案內容與題庫相同，不必匯入。") }
        let review =
            plan.reviewedFirst > 0 ? "有 \(plan.reviewedFirst) 題在檔案裡是使用中；它們要先由別人審題，新的先存成草稿，改了內容的與還沒有人審過的會送審。" : ""
        let open = plan.notices.count + plan.unsupported.count
        return Component.banner(
            open == 0 ? .pass : .warn, open == 0 ? "檔案沒有問題，題庫還沒有變動。" : "可以匯入，有 \(open) 處請先看過；題庫還沒有變動。",
            "請看過下列變動後匯入。\(review)")
    }

    private static func tile(_ name: String, _ count: Int) -> HTML {
        """
        <div class="figure"><span class="name">\(name)</span><span class="value">\(count)<small> 題</small></span></div>
        """
    }

    private static func application(_ plan: QuestionImportPlan, _ upload: QuestionUpload, _ chrome: Chrome) -> HTML {
        let again: HTML = "<a class=\"button button-quiet\" href=\"/questions/import\">換一個檔案</a>"
        guard plan.problems.isEmpty, !plan.isEmpty else { return "<p class=\"row\">\(again)</p>" }
        let words = plan.unsupported.isEmpty ? "匯入" : "略過 \(plan.unsupported.count) 項，匯入其餘"
        return """
            <form method="post" action="\(QuestionImportViews.address(of: upload.id))/application">\
            \(Layout.token(chrome))<input type="hidden" name="plan" value="\(plan.digest)">\
            <p class="row"><button class="button">\(words)</button>\(again)</p></form>
            """
    }

    private static func options(
        _ upload: QuestionUpload, _ choices: QuestionUploadActions.Choices, _ chrome: Chrome
    ) -> HTML {
        """
        <section class="stack" aria-labelledby="options"><div class="section-head">\
        <h2 id="options">補上檔案沒有寫的資料</h2></div>
        <form class="form" method="post" action="\(QuestionImportViews.address(of: upload.id))/options">\
        \(Layout.token(chrome))\(QuestionImportViews.fields(choices, options: upload.options, unit: upload.unit))
        <p class="row"><button class="button button-quiet">重新檢查</button></p></form></section>
        """
    }

    private static func findings(_ id: String, _ title: String, _ findings: [QuestionFinding]) -> HTML {
        let groups = QuestionFindingGroup.groups(findings)
        return section(
            id, title, count: groups.count, columns: ["地方", "說明"],
            rows: groups.prefix(shown).map { group in
                """
                <tr><th scope="row">\(QuestionFindingTerms.places(group))</th>\
                <td class="wide" data-label="說明">\(group.sentence)</td></tr>

                """
            })
    }

    private static func entries(_ id: String, _ title: String, _ entries: [QuestionImportPlan.Entry]) -> HTML {
        section(
            id, title, count: entries.count, columns: ["代號", "題幹", "主題", "匯入後的狀態"],
            rows: entries.prefix(shown).map { entry in
                """
                <tr><th scope="row" class="nowrap">\(entry.code)</th>\
                <td class="wide" data-label="題幹">\(QuestionText.stem(entry.stem))</td>\
                <td data-label="主題">\(entry.topic)\(when: !entry.unit.isEmpty, "（\(entry.unit)）")</td>\
                <td class="nowrap" data-label="匯入後的狀態">\(QuestionTerms.name(of: entry.state))</td></tr>

                """
            })
    }

    private static func section(
        _ id: String, _ title: String, count: Int, columns: [String], rows: [HTML]
    ) -> HTML {
        guard count > 0 else { return .empty }
        return """
            <section class="stack" aria-labelledby="\(id)-title"><div class="section-head">\
            <h2 id="\(id)-title">\(title)</h2>\
            <span class="soft">\(count) 項\(when: count > rows.count, "，列出前 \(rows.count) 項")</span></div>
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(title)</caption>\
            <thead><tr>\(each: columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>
            \(each: rows, { $0 })
            </tbody></table></div></section>
            """
    }
}
