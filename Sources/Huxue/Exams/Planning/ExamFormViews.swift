/// The form of an exam: everything that the manager decides.
enum ExamFormViews {
    struct Sheet: Sendable {
        /// Nil for a new exam.
        let exam: Exam?
        let form: ExamForm
        var problems: [ExamProblem] = []
        /// What the bank cannot fill; nil when the form was not checked against it.
        var shortages: [BlueprintShortage]?
        /// The units in whose name the visitor may hold exams; nil for an existing exam, whose unit cannot be changed.
        let units: UnitChoice?
        /// The full name of the unit that holds an existing exam.
        let unitName: String
        let audience: AudienceChoice
        /// What the bank has now.
        let pool: [PoolQuestion]
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.exam == nil ? "建立測驗" : "修改測驗"
        let crumbs = [Crumb("首頁", "/"), Crumb("年度測驗", ExamHeadViews.section)]
        let between = sheet.exam.map { [Crumb($0.plan.title, ExamHeadViews.address($0))] } ?? []
        let target = sheet.exam.map(ExamHeadViews.address) ?? ExamHeadViews.section
        return Layout.page(
            title, chrome: chrome, section: ExamHeadViews.section, crumbs: crumbs + between + [Crumb(title)],
            head: "<p class=\"soft\">儲存後是草稿，同仁看不到；發布後才會通知。</p>",
            content: """
                \(Component.errorSummary(inOrder(sheet.problems).map { ($0.field.anchor, $0.sentence) }))
                \(checked(sheet))
                <form class="stack stack-wide" method="post" action="\(target)" novalidate>\(Layout.token(chrome))
                <section class="form" aria-labelledby="basics"><h2 id="basics">基本資料</h2>\(basics(sheet))</section>
                \(ExamBlueprintViews.fields(sheet))
                <section class="form" aria-labelledby="audience"><h2 id="audience">應試對象</h2>\(audience(sheet))</section>
                <section class="form" aria-labelledby="manner"><h2 id="manner">應試方式</h2>\(manner(sheet))</section>
                <p class="row"><button class="button" name="intent" value="save">儲存草稿</button>\
                <a class="button button-quiet" href="\(target)">取消</a></p></form>
                """)
    }

    private static func checked(_ sheet: Sheet) -> HTML {
        guard let shortages = sheet.shortages else { return .empty }
        let total = BlueprintRules.questionCount(sheet.form.plan().plan.blueprint)
        guard !shortages.isEmpty else {
            return Component.banner(.pass, "題庫足夠。", "每份試卷 \(total) 題，每一格都出得來。內容還沒有儲存。")
        }
        return ExamBlueprintViews.shortageBanner(
            shortages, title: "。", text: "內容都保留在下面，還沒有儲存。", isAlert: true)
    }

    /// As their fields stand on the page.
    private static func inOrder(_ problems: [ExamProblem]) -> [ExamProblem] {
        ExamField.allCases.flatMap { field in problems.filter { $0.field == field } }
    }

    private static func error(_ field: ExamField?, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.field == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }

    private static func basics(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(FieldViews.text("title", label: "測驗名稱", value: form.title, hint: "例如：116年第1季法令小考", error: error(.title, sheet)))
            \(unit(sheet))
            \(FieldViews.select("kind", label: "種類", options: FieldViews.options(ExamKind.self, words: \.name), chosen: form.kind, error: error(.kind, sheet)))
            \(FieldViews.text("opens", label: "開始時間", value: form.opens, hint: "民國年/月/日 時:分，例如 115/11/30 08:00", error: error(.opens, sheet)))
            \(FieldViews.text("closes", label: "截止時間", value: form.closes, error: error(.closes, sheet)))
            \(FieldViews.number("minutes", label: "作答時間", value: form.minutes, unit: "分鐘", error: error(.minutes, sheet)))
            \(FieldViews.number("passMark", label: "及格分數", value: form.passMark, unit: "分，滿分 100 分", error: error(.passMark, sheet)))
            \(FieldViews.number("attempts", label: "應試次數", value: form.attempts, unit: "次，取最高分", error: error(.attempts, sheet)))
            """
    }

    private static func unit(_ sheet: Sheet) -> HTML {
        guard let units = sheet.units else {
            return "<p><span class=\"label\">主辦單位</span>　\(sheet.unitName)</p>"
        }
        return UnitFieldViews.field(
            "unit", label: "主辦單位", hint: "應試對象限這個單位與它以下的同仁", choice: units, error: error(.unit, sheet))
    }

    private static func audience(_ sheet: Sheet) -> HTML {
        AudienceViews.fields(sheet.form.examinees, choice: sheet.audience, caller: "主辦單位", duty: "應試") { name in
            error(name == "units" ? .examinees : ExamField(rawValue: name), sheet)
        }
    }

    private static func manner(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(FieldViews.radios("draw", legend: "抽題方式", options: FieldViews.options(DrawKind.self, words: \.name), chosen: form.draw, error: error(.draw, sheet)))
            <fieldset class="field"><legend>打亂順序</legend>\
            \(FieldViews.check("shuffleQuestions", words: "題目的順序", isChosen: form.shufflesQuestions))\
            \(FieldViews.check("shuffleChoices", words: "選項的順序", isChosen: form.shufflesChoices))</fieldset>
            \(FieldViews.radios("layout", legend: "題目呈現", options: FieldViews.options(ExamLayout.self, words: \.name), chosen: form.layout, error: error(.layout, sheet)))
            \(FieldViews.radios("results", legend: "成績何時公布", options: FieldViews.options(ResultsRelease.self, words: \.name), chosen: form.results, hint: "選「交卷後立即」時，先交卷的同仁會先看到答案", error: error(.results, sheet)))
            \(FieldViews.check("overrun", words: "截止前開始作答的人，可以用滿作答時間", isChosen: form.mayOverrun))
            """
    }
}

extension ExamField {
    /// The id of the element to which the error summary leads.
    var anchor: String { self == .examinees ? "units" : rawValue }
}
