enum StaffImportViews {
    /// How many rows of each kind the preview shows; the figures always count all.
    private static let shown = 200

    static func upload(problem: (any Refusal)? = nil, chrome: Chrome) -> HTML {
        Layout.page(
            "匯入人員", chrome: chrome, section: "/staff", crumbs: crumbs,
            content: """
                \(problem.map { Component.errorSummary([(field: "file", sentence: $0.sentence)]) })
                <p>選擇人員檔後，先看會變動什麼，確認後才匯入。檔案裡沒有的同仁維持原狀。</p>
                <form class="form" method="post" action="/staff/import" enctype="multipart/form-data">\
                \(Layout.token(chrome))
                <div class="field"><label for="file">人員檔（CSV）</label>\
                <span class="hint" id="file-hint">UTF-8 或 Big5；Excel 另存的 CSV 就可以。20 MB 以內。</span>\
                <input class="input" id="file" name="file" type="file" accept=".csv,text/csv" \
                aria-describedby="file-hint" required></div>
                <p class="row"><button class="button">檢查檔案</button></p></form>
                <section class="stack" aria-labelledby="columns-title">\
                <div class="section-head"><h2 id="columns-title">檔案的樣子</h2></div>
                <p>第一列是標題，順序不拘；其他欄位不讀。單位寫由機關起的路徑，以「/」分開；日期寫 115/11/21 或 2026-11-21。</p>
                <div class="table-scroll" role="region" aria-label="人員檔範例，可左右捲動" tabindex="0"><table class="table">\
                <thead><tr>\(each: StaffFile.Column.allCases, { "<th scope=\"col\">\($0.rawValue)</th>" })</tr></thead>\
                <tbody><tr><td>A0123</td><td>王美玲</td><td>南華區戶政事務所/戶籍登記課</td><td>戶籍員</td><td>meiling</td>\
                <td>是</td><td>108/3/1</td><td></td></tr></tbody></table></div></section>
                """)
    }

    private static let crumbs = [Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb("匯入人員")]

    static func preview(
        _ plan: StaffImportPlan, of upload: ID<StaffUpload>, fileName: String, problem: StaffRefusal? = nil,
        chrome: Chrome
    ) -> HTML {
        Layout.page(
            "匯入人員", chrome: chrome, section: "/staff", crumbs: crumbs,
            head: "<p class=\"soft\">\(fileName)</p>",
            content: """
                \(problem.map { Component.banner(.warn, $0.sentence) })
                \(verdict(plan))
                \(AccountTerms.placedBelow(plan).map {
                    Component.banner(.warn, $0, "若是機關名稱寫錯，請先修正檔案再重新上傳。")
                })
                <div class="tiles">\(tile("新增", plan.creations.count))\(tile("變更", plan.changes.count))\
                \(tile("不變", plan.unchangedCount))\(tile("要修正", plan.badRowCount))</div>
                \(when: plan.separator != .comma, "<p class=\"soft\">\(AccountTerms.separated(by: plan.separator))</p>")
                \(when: !plan.ignoredColumns.isEmpty, ignored(plan))
                \(when: !plan.warnings.isEmpty, rows("warnings", title: "請先看過", plan.warnings))
                \(form(plan, upload: upload, chrome: chrome))
                \(when: !plan.problems.isEmpty, rows("problems", title: "要修正的列", plan.problems))
                \(when: !plan.newUnits.isEmpty, units(plan))
                \(when: !plan.changes.isEmpty, changes(plan))
                \(when: !plan.creations.isEmpty, creations(plan))
                """)
    }

    private static func verdict(_ plan: StaffImportPlan) -> HTML {
        if !plan.problems.isEmpty {
            return Component.banner(
                .warn, "有 \(plan.badRowCount) 列要修正，人員資料還沒有變動。", "請修正檔案後重新上傳，或略過這些列，只匯入其餘的列。")
        }
        return plan.isEmpty
            ? Component.banner(.info, "檔案內容與現有資料相同，不必匯入。")
            : Component.banner(
                plan.warnings.isEmpty ? .info : .warn,
                plan.warnings.isEmpty ? "檔案沒有問題，人員資料還沒有變動。" : AccountTerms.doubtful(plan.warnings.count),
                "請看過下列變動後匯入。")
    }

    private static func tile(_ name: String, _ count: Int) -> HTML {
        """
        <div class="figure"><span class="name">\(name)</span><span class="value">\(count)<small> 列</small></span></div>
        """
    }

    private static func ignored(_ plan: StaffImportPlan) -> HTML {
        "<p class=\"soft\">不讀的欄位：\(plan.ignoredColumns.joined(separator: "、"))</p>"
    }

    private static func form(_ plan: StaffImportPlan, upload: ID<StaffUpload>, chrome: Chrome) -> HTML {
        let again: HTML = "<a class=\"button button-quiet\" href=\"/staff/import\">換一個檔案</a>"
        guard !plan.isEmpty else { return "<p class=\"row\">\(again)</p>" }
        return """
            <form method="post" action="/staff/import/\(upload)/application">\(Layout.token(chrome))\
            <input type="hidden" name="plan" value="\(plan.digest)">\
            \(when: !plan.problems.isEmpty, "<input type=\"hidden\" name=\"skipBad\" value=\"1\">")\
            <p class="row"><button class="button">\
            \(plan.problems.isEmpty ? "匯入" : "略過 \(plan.badRowCount) 列，匯入其餘")</button>\(again)</p></form>
            """
    }

    private static func rows(_ id: String, title: String, _ problems: [StaffRowProblem]) -> HTML {
        section(
            id, title: title, total: problems.count, columns: ["列", title],
            rows: problems.prefix(shown).map { problem in
                """
                <tr><th scope="row" class="nowrap">第 \(problem.line) 列</th>\
                <td data-label="\(title)">\(problem.sentence)</td></tr>

                """
            })
    }

    private static func units(_ plan: StaffImportPlan) -> HTML {
        section(
            "units", title: "要建立的單位", total: plan.newUnits.count, columns: ["單位"],
            rows: plan.newUnits.prefix(shown).map { "<tr><th scope=\"row\">\($0.fullName)</th></tr>" })
    }

    private static func changes(_ plan: StaffImportPlan) -> HTML {
        section(
            "changes", title: "變更", total: plan.changes.count, columns: ["姓名", "員工編號", "變更"],
            rows: plan.changes.prefix(shown).map { change in
                """
                <tr><th scope="row">\(change.row.name)</th><td data-label="員工編號">\(change.row.staffNumber)</td>\
                <td data-label="變更">\(each: change.differences, { difference in
                    """
                    <div>\(difference.column.rawValue)：<del>\(blank(difference.old))</del> → \
                    <ins>\(blank(difference.new))</ins></div>
                    """
                })</td></tr>

                """
            })
    }

    private static func creations(_ plan: StaffImportPlan) -> HTML {
        section(
            "creations", title: "新增", total: plan.creations.count,
            columns: ["姓名", "員工編號", "單位", "職稱", "帳號", "臨櫃", "到職日", "離職日"],
            rows: plan.creations.prefix(shown).map { creation in
                """
                <tr><th scope="row">\(creation.row.name)</th>\
                <td data-label="員工編號">\(creation.row.staffNumber)</td>\
                <td data-label="單位">\(creation.unitName)</td><td data-label="職稱">\(creation.row.position)</td>\
                <td data-label="帳號">\(creation.row.login)</td>\
                <td data-label="臨櫃">\(creation.row.servesCounter ? "是" : "否")</td>\
                <td data-label="到職日">\(creation.row.startsOn.map(ROCDate.plain) ?? "未填")</td>\
                <td data-label="離職日">\(creation.row.endsOn.map(ROCDate.plain) ?? "在職中")</td></tr>

                """
            })
    }

    private static func blank(_ text: String) -> String { text.isEmpty ? "（空白）" : text }

    private static func section(
        _ id: String, title: String, total: Int, columns: [String], rows: [HTML]
    ) -> HTML {
        """
        <section class="stack" aria-labelledby="\(id)-title"><div class="section-head">\
        <h2 id="\(id)-title">\(title)</h2>\
        <span class="soft">\(total) 列\(when: total > rows.count, "，列出前 \(rows.count) 列")</span></div>
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(title)</caption>\
        <thead><tr>\(each: columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>
        \(each: rows, { $0 })
        </tbody></table></div></section>
        """
    }
}
