/// The list of rubrics, and one rubric as those who manage it see it.
enum RubricViews {
    static let section: Address = "/rubrics"

    static func address(of id: ID<Rubric>) -> Address { "/rubrics/\(id)" }

    // MARK: The list

    static func list(_ lines: [RubricLine], chrome: Chrome) -> HTML {
        Layout.page(
            "評分表", chrome: chrome, section: section,
            head: "<p class=\"soft\">評分項目、權重與分級寫在評分表裡。有人開始評分以後，修改會另存一版，已評的不受影響。</p>",
            content: """
                <section class="stack" aria-labelledby="rubrics"><div class="section-head"><h2 id="rubrics">全部評分表</h2>\
                \(when: !lines.isEmpty, "<a href=\"/rubrics/new\">建立評分表</a>")</div>
                \(lines.isEmpty ? empty : table(lines))</section>
                """)
    }

    private static let empty = Component.empty(
        Icon.results, title: "還沒有評分表", text: "可以從隨附的範本開始：創意提案、案例寫作、服務禮貌測試。",
        action: "<a class=\"button\" href=\"/rubrics/new\">建立評分表</a>")

    private static func table(_ lines: [RubricLine]) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">評分表</caption>\
        <thead><tr><th scope="col">評分表</th><th scope="col">代號</th><th scope="col">單位</th>\
        <th scope="col" class="num">項目</th><th scope="col" class="num">滿分</th><th scope="col">版本</th>\
        <th scope="col">上次儲存</th></tr></thead><tbody>\(each: lines, { row($0) })</tbody></table></div>
        """
    }

    private static func row(_ line: RubricLine) -> HTML {
        """
        <tr><th scope="row"><a href="\(address(of: line.id))">\(line.title)</a></th>\
        <td data-label="代號">\(line.code)</td><td data-label="單位" class="wide">\(line.unitName)</td>\
        <td class="num" data-label="項目">\(line.criteria)</td><td class="num" data-label="滿分">\(line.total)</td>\
        <td data-label="版本">\(RubricTerms.version(line.number))\(when: line.isFrozen, "，評分中")</td>\
        <td data-label="上次儲存" class="wide">\(ROCDate.shortWithTime(line.savedAt))</td></tr>
        """
    }

    // MARK: One rubric

    struct Sheet: Sendable {
        let shown: RubricActions.Shown
        /// The version that is looked at.
        let version: RubricVersion
        let done: RubricDeed?

        var isNewest: Bool { version.id == shown.rubric.version.id }
    }

    static func rubric(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let (rubric, version) = (sheet.shown.rubric, sheet.version)
        return Layout.page(
            version.plan.title, chrome: chrome, section: section,
            crumbs: [Crumb("首頁", "/"), RubricTerms.place, Crumb(version.plan.title)],
            head: """
                <p class="row soft"><span>\(sheet.shown.unit.fullName)</span><span>代號 \(rubric.code)</span>\
                <span>\(RubricTerms.version(version.number))，\(ROCDate.shortWithTime(version.savedAt)) 儲存</span></p>
                """,
            badge: version.isFrozen ? Component.badge(.info, "評分中，已凍結") : Component.badge(icon: Icon.draft, "還沒有人評分"),
            content: """
                \(Component.done(sheet.done?.sentence))
                \(when: !sheet.isNewest, older(rubric))
                <p class="row no-print">\(when: sheet.shown.isManaged && sheet.isNewest, edit(rubric))\
                <a class="button button-quiet" href="\(address(of: rubric.id))/trial">試填看看</a></p>
                \(criteria(version.plan))
                \(when: rubric.version.number > 1, versions(sheet))
                """)
    }

    private static func older(_ rubric: Rubric) -> HTML {
        Component.banner(
            .info, "這是較早的版本。", "以這一版開始的評分，仍照這一版計算。",
            next: "<a href=\"\(address(of: rubric.id))\">看\(RubricTerms.version(rubric.version.number))</a>")
    }

    private static func edit(_ rubric: Rubric) -> HTML {
        "<a class=\"button\" href=\"\(address(of: rubric.id))/edit\">修改</a>"
    }

    private static func criteria(_ plan: RubricPlan) -> HTML {
        let shares = RubricRules.shares(of: plan)
        return """
            <section class="stack" aria-labelledby="criteria"><div class="section-head"><h2 id="criteria">評分項目</h2>\
            <span class="soft">滿分 \(plan.total) 分</span></div>
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">評分項目與權重</caption>\
            <thead><tr><th scope="col">項目</th><th scope="col" class="num">權重</th><th scope="col" class="num">占總分</th>\
            <th scope="col">計分方式</th><th scope="col">評語</th></tr></thead>\
            <tbody>\(each: zip(plan.criteria, shares), { row($0, share: $1) })</tbody></table></div></section>
            """
    }

    private static func row(_ criterion: RubricCriterion, share: Fraction) -> HTML {
        """
        <tr><th scope="row">\(criterion.name)\(when: !criterion.guide.isEmpty, guide(criterion.guide))</th>\
        <td class="num" data-label="權重">\(criterion.weight.text)</td>\
        <td class="num" data-label="占總分">\(RubricTerms.percent(share))</td>\
        <td data-label="計分方式" class="wide">\(scale(criterion.scale))</td>\
        <td data-label="評語">\(criterion.needsComment ? "必填" : "可不填")</td></tr>
        """
    }

    private static func guide(_ text: String) -> HTML { "<br><span class=\"soft small\">\(text)</span>" }

    private static func scale(_ scale: RubricScale) -> HTML {
        switch scale {
        case .points: "\(RubricTerms.range(of: scale))"
        case .levels(let levels): "\(each: levels.enumerated(), { level($0.element, isFirst: $0.offset == 0) })"
        }
    }

    private static func level(_ level: RubricLevel, isFirst: Bool) -> HTML {
        "\(when: !isFirst, "<br>")<b>\(level.points.text)</b>　\(level.anchor)"
    }

    private static func versions(_ sheet: Sheet) -> HTML {
        let numbers = (1...sheet.shown.rubric.version.number).reversed()
        return """
            <section class="stack no-print" aria-labelledby="versions"><h2 id="versions">各版</h2>\
            <nav class="chips" aria-label="版本">\(each: numbers, { link(to: $0, sheet) })</nav></section>
            """
    }

    private static func link(to number: Int, _ sheet: Sheet) -> HTML {
        let page = address(of: sheet.shown.rubric.id).with([("version", "\(number)")])
        return """
            <a href="\(page)"\(when: number == sheet.version.number, " aria-current=\"true\"")>\
            \(RubricTerms.version(number))</a>
            """
    }
}
