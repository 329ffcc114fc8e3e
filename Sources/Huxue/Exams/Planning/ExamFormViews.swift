/// The form of an exam: everything that the manager decides.
enum ExamFormViews {
    struct Sheet: Sendable {
        /// Nil for a new exam.
        let exam: Exam?
        let form: ExamForm
        var problems: [ExamProblem] = []
        /// What the bank cannot fill; nil when it was not asked.
        var shortages: [BlueprintShortage]?
        /// Where the visitor may hold exams.
        let units: [UnitTree.Branch]
        /// Positions that people there have.
        let positions: [String]
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
                \(Component.errorSummary(sheet.problems.map { ($0.field.anchor, $0.sentence) }))
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

    private static func error(_ field: ExamField, _ sheet: Sheet) -> String? {
        sheet.problems.first { $0.field == field }?.sentence
    }

    private static func basics(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(Component.field("title", label: "測驗名稱", value: form.title, hint: "例如：116年第1季法令小考", error: error(.title, sheet)))
            \(unit(sheet))
            \(ExamFieldViews.select("kind", label: "種類", options: ExamFieldViews.options(ExamKind.self, words: \.name), chosen: form.kind, error: error(.kind, sheet)))
            \(Component.field("opens", label: "開始時間", value: form.opens, hint: "民國年/月/日 時:分，例如 115/11/30 08:00", error: error(.opens, sheet)))
            \(Component.field("closes", label: "截止時間", value: form.closes, error: error(.closes, sheet)))
            \(ExamFieldViews.number("minutes", label: "作答時間", value: form.minutes, unit: "分鐘", error: error(.minutes, sheet)))
            \(ExamFieldViews.number("passMark", label: "及格分數", value: form.passMark, unit: "分，滿分 100 分", error: error(.passMark, sheet)))
            \(ExamFieldViews.number("attempts", label: "應試次數", value: form.attempts, unit: "次，取最高分", error: error(.attempts, sheet)))
            """
    }

    private static func unit(_ sheet: Sheet) -> HTML {
        if let exam = sheet.exam, let unit = sheet.units.first(where: { $0.unit.id == exam.unitID })?.unit {
            return "<p><span class=\"label\">主辦單位</span>　\(unit.fullName)</p>"
        }
        let options = sheet.units.map {
            ExamFieldViews.Option(value: "\($0.unit.id)", words: ProgrammeViews.indented($0))
        }
        return ExamFieldViews.select(
            "unit", label: "主辦單位", options: options, chosen: sheet.form.unit, hint: "應試對象限這個單位與它以下的同仁",
            error: error(.unit, sheet))
    }

    private static func audience(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        let whole = ExamFieldViews.check(
            "units", value: Audience.wholeOffice, words: "主辦單位全體同仁",
            isChosen: form.units.contains(Audience.wholeOffice))
        let problem = error(.examinees, sheet)
        return """
            <fieldset class="field" id="examinees"\(when: problem != nil, " aria-describedby=\"examinees-error\"")>\
            <legend>單位</legend>\(whole)\(each: sheet.units, { branch in
                ExamFieldViews.check(
                    "units", value: branch.unit.fullName, words: ProgrammeViews.indented(branch),
                    isChosen: form.units.contains(branch.unit.fullName))
            })\(problem.map { Component.fieldError("examinees", $0) })</fieldset>
            \(positions(sheet))
            \(ExamFieldViews.check("counterOnly", words: "單位與職稱只取臨櫃同仁", isChosen: form.counterOnly))
            \(ExamFieldViews.area("employees", label: "另外指定的同仁", value: form.employees, hint: "員工編號，以空白或逗號隔開", error: error(.employees, sheet)))
            \(ExamFieldViews.area("except", label: "排除的同仁", value: form.except, hint: "員工編號；無論符合哪一項，都不必應試", error: error(.except, sheet)))
            """
    }

    private static func positions(_ sheet: Sheet) -> HTML {
        let shown = sheet.positions + sheet.form.positions.filter { !sheet.positions.contains($0) }
        let problem = error(.positions, sheet)
        guard !shown.isEmpty else { return .empty }
        return """
            <fieldset class="field" id="positions"\(when: problem != nil, " aria-describedby=\"positions-error\"")>\
            <legend>職稱</legend><div class="row">\(each: shown, { position in
                ExamFieldViews.check(
                    "positions", value: position, words: position.isEmpty ? "（未填職稱）" : position,
                    isChosen: sheet.form.positions.contains(position))
            })</div>\(problem.map { Component.fieldError("positions", $0) })</fieldset>
            """
    }

    private static func manner(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(ExamFieldViews.radios("draw", legend: "抽題方式", options: ExamFieldViews.options(DrawKind.self, words: \.name), chosen: form.draw, error: error(.draw, sheet)))
            <fieldset class="field"><legend>打亂順序</legend>\
            \(ExamFieldViews.check("shuffleQuestions", words: "題目的順序", isChosen: form.shufflesQuestions))\
            \(ExamFieldViews.check("shuffleChoices", words: "選項的順序", isChosen: form.shufflesChoices))</fieldset>
            \(ExamFieldViews.radios("layout", legend: "題目呈現", options: ExamFieldViews.options(ExamLayout.self, words: \.name), chosen: form.layout, error: error(.layout, sheet)))
            \(ExamFieldViews.radios("results", legend: "成績何時公布", options: ExamFieldViews.options(ResultsRelease.self, words: \.name), chosen: form.results, hint: "選「交卷後立即」時，先交卷的同仁會先看到答案", error: error(.results, sheet)))
            \(ExamFieldViews.check("overrun", words: "截止前開始作答的人，可以用滿作答時間", isChosen: form.mayOverrun))
            """
    }
}

extension ExamField {
    /// The id of the element to which the error summary leads.
    var anchor: String { self == .blueprint ? "blueprint" : rawValue }
}
