/// 匯入法規: what the file would change, before anything is.
enum StatutePreviewViews {
    /// How many of each kind are listed; the figures always count all.
    private static let shown = 200

    /// `findings`: those of the plan whose works the reader may see.
    static func preview(
        _ plan: StatuteImport, _ findings: [AmendmentRules.Finding], digest: String, of upload: StatuteUpload,
        problem: StatuteImportRefusal?, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "匯入法規", chrome: chrome, section: "/statutes", crumbs: StatuteImportViews.crumbs,
            head:
                "<p class=\"soft\">\(upload.fileName)\(plan.published.map { "　資料更新日期 \(ROCDate.long($0))" })　\(upload.followedOnly ? "只收本機關用到的法規" : "全部法規")</p>",
            content: """
                \(problem.map { Component.banner(.warn, $0.sentence) })
                \(verdict(plan))
                \(tiles(added: plan.added, amended: plan.amended, regrouped: plan.regrouped, same: plan.same, older: plan.older))
                \(when: plan.passedOver > 0, "<p class=\"soft\">檔案裡另有 \(plan.passedOver) 部法規沒有收。</p>")
                \(form(plan, digest: digest, of: upload, chrome))
                \(amended(plan))\(regrouped(plan))\(table(of: findings, among: plan.findings))\(added(plan))\
                \(vanished(plan))\(problems(plan))
                """)
    }

    private static func verdict(_ plan: StatuteImport) -> HTML {
        if plan.isNothing, !plan.problems.isEmpty {
            return Component.banner(.warn, "沒有可以匯入的變動。", "檔案裡讀不懂的地方列在下面。")
        }
        if plan.isNothing {
            return Component.banner(.info, "檔案內容與已收錄的法規相同或較舊，不必匯入。")
        }
        if plan.changes.isEmpty, plan.vanished.isEmpty {
            return Component.banner(.info, "內容與已收錄的法規相同。", "匯入只會記下新的資料更新日期。")
        }
        let works = plan.findings.count { $0.isCitedPartTouched }
        return Component.banner(
            .info, "檔案沒有問題，法規還沒有變動。",
            works > 0 ? "匯入後有 \(works) 處引用要複核才能繼續使用。請看過下列變動再匯入。" : "請看過下列變動再匯入。")
    }

    static func tiles(added: Int, amended: Int, regrouped: Int, same: Int, older: Int) -> HTML {
        let figures =
            [("新增", added), ("修正", amended)] + (regrouped > 0 ? [("只調整項次", regrouped)] : [])
            + [("不變", same), ("較舊略過", older)]
        return """
            <div class="tiles">\(each: figures, { name, count in
                "<div class=\"figure\"><span class=\"name\">\(name)</span><span class=\"value\">\(count)<small> 部</small></span></div>"
            })</div>
            """
    }

    private static func form(_ plan: StatuteImport, digest: String, of upload: StatuteUpload, _ chrome: Chrome) -> HTML
    {
        let again: HTML = "<a class=\"button button-quiet\" href=\"/statutes/import\">換一個檔案</a>"
        guard !plan.isNothing else { return "<p class=\"row\">\(again)</p>" }
        return """
            <form method="post" action="/statutes/import/\(upload.id)/application">\(Layout.token(chrome))\
            <input type="hidden" name="plan" value="\(digest)"><p class="row"><button class="button">匯入</button>\(again)</p></form>
            """
    }

    private static func amended(_ plan: StatuteImport) -> HTML {
        compared("amended", "修正", plan.compared.filter { !$0.comparison.isRegroupedOnly })
    }

    private static func regrouped(_ plan: StatuteImport) -> HTML {
        compared("regrouped", "只調整項次", plan.compared.filter { $0.comparison.isRegroupedOnly })
    }

    private static func compared(
        _ id: StaticString, _ title: String, _ lines: [(name: String, comparison: StatuteComparison)]
    ) -> HTML {
        table(
            id, title: title, unit: "部", total: lines.count, columns: ["法規", "條文"],
            rows: lines.prefix(shown).map { line in
                """
                <tr><th scope="row">\(line.name)</th><td data-label="條文">\(StatuteTerms.words(of: line.comparison))</td></tr>

                """
            })
    }

    /// What the office keeps and the file has no more.
    private static func vanished(_ plan: StatuteImport) -> HTML {
        table(
            "vanished", title: "檔案裡已經沒有的法規", unit: "部", total: plan.vanished.count,
            note: "條文與引用都保留，匯入後在法規頁面上註明。", columns: ["法規"],
            rows: plan.vanished.prefix(shown).map { "<tr><th scope=\"row\">\($0.name)</th></tr>\n" })
    }

    private static func table(
        of findings: [AmendmentRules.Finding], among all: [AmendmentRules.Finding]
    ) -> HTML {
        let hidden = StatuteTerms.hidden(all, visible: findings)
        return table(
            "findings", title: "受影響的引用", unit: "處", total: all.count,
            note: hidden.isEmpty ? "" : "\(hidden)，只計數。",
            columns: ["項目", "引用", "異動"],
            rows: findings.prefix(shown).map { finding in
                """
                <tr><th scope="row">\(finding.work.code)<br><span class="soft">\(finding.work.subject.name)　\(finding.work.title)</span></th>\
                <td data-label="引用">\(finding.work.passage.description)</td>\
                <td data-label="異動">\(StatuteTerms.name(of: finding.change))\(when: !finding.isCitedPartTouched, "，引用的部分沒有變")\
                \(finding.opens == nil ? "，施行日期未定" : "")</td></tr>

                """
            })
    }

    private static func added(_ plan: StatuteImport) -> HTML {
        let names = plan.changes.compactMap { change -> String? in
            if case .first = change.step { change.name } else { nil }
        }
        return table(
            "added", title: "新增", unit: "部", total: names.count, columns: ["法規"],
            rows: names.prefix(shown).map { "<tr><th scope=\"row\">\($0)</th></tr>\n" })
    }

    private static func problems(_ plan: StatuteImport) -> HTML {
        table(
            "problems", title: "檔案裡讀不懂的地方", unit: "處", total: plan.problems.count, columns: ["說明"],
            rows: plan.problems.prefix(50).map { "<tr><td data-label=\"說明\">\($0.sentence)</td></tr>\n" })
    }

    private static func table(
        _ id: StaticString, title: String, unit: String, total: Int, note: String = "", columns: [String], rows: [HTML]
    ) -> HTML {
        guard total > 0 else { return .empty }
        return """
            <section class="stack" aria-labelledby="\(id.description)"><div class="section-head">\
            <h2 id="\(id.description)">\(title)</h2><span class="soft">\(total) \(unit)\
            \(when: note.isEmpty && total > rows.count, "，列出前 \(rows.count) \(unit)")</span></div>
            \(when: !note.isEmpty, "<p class=\"soft\">\(note)</p>")
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(title)</caption>\
            <thead><tr>\(each: columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>
            \(each: rows, { $0 })</tbody></table></div></section>
            """
    }
}
