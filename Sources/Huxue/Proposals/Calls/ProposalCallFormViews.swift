/// The form of a call.
enum ProposalCallFormViews {
    struct Sheet: Sendable {
        /// Nil for a new one.
        let call: ProposalCall?
        let form: ProposalCallForm
        var problems: [ProposalCallProblem] = []
        /// The mark of the state on which the form rests; empty for a new call.
        var seen = ""
        var isChangedMeanwhile = false
        /// Nil for an existing call, whose unit cannot be changed.
        let units: UnitChoice?
        /// Those that may be chosen.
        var rubrics: [RubricChoice] = []

        func error(_ field: ProposalCallField) -> String? {
            let sentences = problems.filter { $0.field == field }.map(\.sentence)
            return sentences.isEmpty ? nil : sentences.joined(separator: "；")
        }
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.call == nil ? "辦理徵件" : "修改徵件"
        let own = sheet.call.map { ProposalCallViews.address(of: $0.id) }
        let between = sheet.call.map { [Crumb($0.plan.title, own)] } ?? []
        return Layout.page(
            title, chrome: chrome, section: ProposalCallViews.section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.managed] + between + [Crumb(title)],
            head: "<p class=\"soft\">評審開始以前都可以改；已經送出的提案不受影響。</p>",
            content: """
                \(Component.errorSummary(sheet.problems.map { ($0.field.rawValue, $0.sentence) }))
                \(when: sheet.isChangedMeanwhile, conflict(own))
                <form class="form" method="post" action="\(own.map { "\($0)/edit" } ?? "/manage/calls/new")" novalidate>\
                \(Layout.token(chrome))<input type="hidden" name="seen" value="\(sheet.seen)">
                \(basics(sheet))\(kinds(sheet))
                <section class="form" aria-labelledby="panel-title"><h2 id="panel-title">評審</h2>\(panel(sheet))</section>
                \(awards(sheet))
                <p class="row"><button class="button">儲存</button>\
                <a class="button button-quiet" href="\(own ?? ProposalCallViews.section)">取消</a></p></form>
                """)
    }

    private static func conflict(_ own: Address?) -> HTML {
        Component.banner(
            .warn, "", ProposalCallRefusal.changedMeanwhile.sentence,
            next: "<a href=\"\(own ?? ProposalCallViews.section)\" target=\"_blank\">看別人存的（另開視窗）</a>")
    }

    private static func text(
        _ field: ProposalCallField, _ value: String, _ hint: HTML, _ sheet: Sheet, isRequired: Bool = true
    ) -> HTML {
        FieldViews.text(
            field.rawValue, label: ProposalCallTerms.name(of: field), value: value, hint: hint,
            error: sheet.error(field), isRequired: isRequired)
    }

    private static func basics(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(text(.title, form.title, "例如：115年度創意提案", sheet))
            \(sheet.units.map { units in
                UnitFieldViews.field(
                    "unit", label: "徵件單位", hint: "這個單位與它以下單位的同仁都可以提案", choice: units, error: sheet.error(.unit))
            })
            \(when: sheet.units == nil, "<p><span class=\"label\">徵件單位</span>　\(sheet.call?.unitName)</p>")
            \(FieldViews.text("year", label: "年度", value: form.year, hint: "民國年", error: sheet.error(.year), isRequired: true, attributes: "inputmode=\"numeric\"", classes: "input input-short"))
            \(text(.opens, form.opens, "民國年/月/日 時:分", sheet))\(text(.closes, form.closes, "到這一刻為止；之後送出的不收", sheet))
            """
    }

    private static func kinds(_ sheet: Sheet) -> HTML {
        let chosen = Set(sheet.form.kinds)
        return FieldViews.group(
            "kinds", legend: "徵求類別", error: sheet.error(.kinds),
            "\(each: ProposalKind.allCases, { kind in FieldViews.check("kinds", value: kind.rawValue, words: ProposalCallTerms.name(of: kind), isChosen: chosen.contains(kind.rawValue)) })"
        )
    }

    private static func panel(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        let orders = ProposalCallTerms.tieOrders.map {
            FieldViews.Option(value: ProposalCallForm.text($0), words: ProposalCallTerms.words(of: $0))
        }
        let isRareWrong = [ProposalCallField.third, .ties, .tieCriterion].contains { sheet.error($0) != nil }
        return """
            \(rubric(sheet))\(text(.reviewsClose, form.reviewsClose, "委員送出評分的期限，民國年/月/日 時:分；評審開始以後還可以延長", sheet, isRequired: false))
            \(FieldViews.check("takesRole", words: ProposalCallTerms.name(of: .takesRole), isChosen: form.takesRole))
            \(PersonFieldViews.several("panel", label: "評審委員", value: form.panel, error: sheet.error(.panel)))
            \(FieldViews.number("reviewers", label: "每件評審人數", value: form.reviewers, unit: "人", error: sheet.error(.reviewers)))
            \(FieldViews.check("blind", words: "匿名評審：委員看不到提案人是誰", isChosen: form.isBlind))
            \(FieldViews.check("chain", words: "主管與所屬同仁互相迴避，不評審對方的提案（首長也是委員時，請取消）", isChosen: form.excludesChain))
            \(FieldViews.select("method", label: "排名方法", options: FieldViews.options(RankMethod.self, words: ProposalCallTerms.name), chosen: form.method, error: sheet.error(.method)))
            <details\(when: isRareWrong, " open")><summary>少用的設定</summary>
            \(FieldViews.number("third", label: "兩位評審的總分相差多少，就請第三位", value: form.third, unit: "%", hint: "占滿分的比例；空白：每件兩位評審時是 20 %，三位以上不用；填 0 就不用", error: sheet.error(.third)))
            \(FieldViews.select("ties", label: "同分時", options: orders, chosen: form.ties, error: sheet.error(.ties)))
            \(tieCriterion(sheet))</details>
            """
    }

    private static func rubric(_ sheet: Sheet) -> HTML {
        let none = FieldViews.Option(value: "", words: "還沒有選")
        let options = sheet.rubrics.map { FieldViews.Option(value: "\($0.id)", words: $0.title) }
        return FieldViews.select(
            "rubric", label: "評分表", options: [none] + options, chosen: sheet.form.rubric,
            hint: "評審開始時的版本就固定下來；<a href=\"\(RubricViews.section)\" target=\"_blank\">看評分表（另開視窗）</a>",
            error: sheet.error(.rubric))
    }

    /// The names of the criteria of all rubrics that may be chosen, each once.
    private static func tieCriterion(_ sheet: Sheet) -> HTML {
        let none = FieldViews.Option(value: "", words: "不指定")
        var seen: Set<String> = []
        let names = (sheet.rubrics.flatMap(\.criteria) + [sheet.form.tieCriterion]).filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
        return FieldViews.select(
            "tieCriterion", label: "同分時比的項目",
            options: [none] + names.map { FieldViews.Option(value: $0, words: $0) }, chosen: sheet.form.tieCriterion,
            hint: "評分表的其中一項；不指定就用權重最高的", error: sheet.error(.tieCriterion))
    }

    private static func awards(_ sheet: Sheet) -> HTML {
        FieldViews.area(
            "awards", label: "獎項", value: sheet.form.awards, hint: "一行一項，名次高的在前，例如：特優，5000 元，記功一次；可以不填",
            error: sheet.error(.awards), rows: 4)
    }
}
