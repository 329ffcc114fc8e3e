/// The form of a rubric.
enum RubricFormViews {
    struct Sheet: Sendable {
        /// Nil for a new one.
        let shown: RubricActions.Shown?
        let form: RubricForm
        var problems: [RubricProblem] = []
        /// The mark of the version on which the form rests; empty for a new rubric.
        var seen = ""
        /// When somebody else saved the rubric since the form was opened; nil when nobody did.
        var changedMeanwhile: Moment?
        /// Nil for an existing rubric, whose unit cannot be changed.
        let units: UnitChoice?
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.shown == nil ? "建立評分表" : "修改評分表"
        let own = sheet.shown.map { RubricViews.address(of: $0.rubric.id) }
        let between = sheet.shown.map { [Crumb($0.rubric.version.plan.title, own)] } ?? []
        return Layout.page(
            title, chrome: chrome, section: RubricViews.section,
            crumbs: [Crumb("首頁", "/"), RubricTerms.place] + between + [Crumb(title)],
            head: "<p class=\"soft\">\(lead(sheet))</p>",
            content: """
                \(Component.errorSummary(sheet.problems.map { ($0.place.anchor, $0.sentence) }))
                \(sheet.changedMeanwhile.map { conflict($0, own) })
                \(when: sheet.shown == nil, samples)
                <form class="stack stack-wide" method="post" action="\(own.map { "\($0)/edit" } ?? "/rubrics/new")" novalidate>\
                \(Layout.token(chrome))<input type="hidden" name="seen" value="\(sheet.seen)">\
                <input type="hidden" name="count" value="\(sheet.form.rows.count)">
                <section class="form" aria-labelledby="basics"><h2 id="basics">基本資料</h2>\(basics(sheet))</section>
                <section class="stack" aria-labelledby="criteria-title" id="criteria"><div class="section-head">\
                <h2 id="criteria-title">評分項目</h2><span class="soft">權重加起來不必是 100，系統會換算</span></div>
                \(each: sheet.form.rows.enumerated(), { row($0.element, $0.offset + 1, sheet) })
                <p><button class="button button-quiet" name="intent" value="more"\
                \(when: sheet.form.rows.count >= RubricRules.criterionLimit, " disabled")>再加一項</button></p></section>
                <p class="row"><button class="button" name="intent" value="save">儲存評分表</button>\
                <a class="button button-quiet" href="\(own ?? RubricViews.section)">取消</a></p></form>
                """)
    }

    private static func lead(_ sheet: Sheet) -> String {
        guard let version = sheet.shown?.rubric.version else { return "先訂評分項目與權重，再把每一級寫到兩位委員會給同樣分數的程度。" }
        return version.isFrozen
            ? "第 \(version.number) 版已經用來評分，儲存後會另存成第 \(version.number + 1) 版；已經開始的評分不受影響。"
            : "還沒有人評分，儲存後直接修改第 \(version.number) 版。"
    }

    private static func conflict(_ time: Moment, _ own: Address?) -> HTML {
        Component.banner(
            .warn, "", RubricRefusal.changedMeanwhile(time).sentence,
            next: "<a href=\"\(own ?? RubricViews.section)\" target=\"_blank\">看別人存的（另開視窗）</a>")
    }

    private static let samples: HTML = """
        <nav class="chips" aria-label="從範本開始"><span class="soft">從範本開始：</span>\
        <a href="/rubrics/new?from=proposal">創意提案</a><a href="/rubrics/new?from=case-study">案例寫作</a>\
        <a href="/rubrics/new?from=courtesy">服務禮貌測試</a></nav>
        """

    private static func error(_ field: String, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.place.anchor == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }

    private static func basics(_ sheet: Sheet) -> HTML {
        """
        \(FieldViews.text("title", label: "評分表名稱", value: sheet.form.title, hint: "例如：116年創意提案評分表", error: error("title", sheet), isRequired: true))
        \(unit(sheet))
        \(FieldViews.number("total", label: "滿分", value: sheet.form.total, unit: "分", hint: "每一項都拿最高分時的總分", error: error("total", sheet)))
        """
    }

    private static func unit(_ sheet: Sheet) -> HTML {
        guard let units = sheet.units else {
            return """
                <p><span class="label">單位</span>　\(sheet.shown?.unit.fullName)</p>
                <p><span class="label">代號</span>　\(sheet.shown?.rubric.code)</p>
                """
        }
        return """
            \(UnitFieldViews.field("unit", label: "單位", hint: "這個單位與它以下的單位都可以用", choice: units, error: error("unit", sheet)))
            \(FieldViews.text("code", label: "代號", value: sheet.form.code, hint: "英文小寫、數字與連字號，例如 proposal；建立後不能改", error: error("code", sheet), isRequired: true, attributes: "autocapitalize=\"none\" spellcheck=\"false\""))
            """
    }

    private static func row(_ row: RubricForm.Row, _ number: Int, _ sheet: Sheet) -> HTML {
        func id(_ part: RubricPart) -> String { RubricPlace.field(number, part) }
        func error(_ part: RubricPart) -> String? { self.error(id(part), sheet) }
        let scales = FieldViews.options(RubricForm.Scale.self) { $0 == .levels ? "分級，每一級寫出說明" : "給分，填一個範圍內的分數" }
        return """
            <fieldset class="criterion"><legend><span>第 \(number) 項</span></legend>
            <p class="row">\(buttons(number, of: sheet.form.rows.count))</p>
            \(FieldViews.text(id(.name), label: "名稱", value: row.name, error: error(.name), isRequired: true))
            \(FieldViews.text(id(.guide), label: "說明", value: row.guide, hint: "看什麼、不看什麼；可以不填", error: error(.guide)))
            \(decimal(id(.weight), "權重", row.weight, error: error(.weight)))
            \(FieldViews.radios(id(.scale), legend: "計分方式", options: scales, chosen: row.scale, error: error(.scale)))
            <div class="scale-levels">\(FieldViews.area(id(.levels), label: "分級", value: row.levels, hint: "一行一級，由低到高，寫成「分數：說明」。例如「1：沒有估算效益」", error: error(.levels), rows: 5))</div>
            <div class="row scale-range">\(decimal(id(.from), "最低分", row.from, error: error(.from)))\
            \(decimal(id(.to), "最高分", row.to, error: error(.to)))\(decimal(id(.step), "級距", row.step, error: error(.step)))</div>
            \(FieldViews.check(id(.comment), words: "評語必填", isChosen: row.needsComment))</fieldset>
            """
    }

    private static func decimal(_ id: String, _ label: String, _ value: String, error: String?) -> HTML {
        FieldViews.text(
            id, label: label, value: value, error: error, attributes: "inputmode=\"decimal\" autocomplete=\"off\"",
            classes: "input input-short")
    }

    private static func buttons(_ number: Int, of count: Int) -> HTML {
        """
        \(button("up", number, "上移", isDisabled: number == 1))\(button("down", number, "下移", isDisabled: number == count))\
        \(button("remove", number, "刪除", isDisabled: false))
        """
    }

    private static func button(_ deed: String, _ number: Int, _ words: String, isDisabled: Bool) -> HTML {
        """
        <button class="button button-quiet" name="intent" value="\(deed)-\(number)"\(when: isDisabled, " disabled")>\
        \(words)<span class="visually-hidden">第 \(number) 項</span></button>
        """
    }
}
