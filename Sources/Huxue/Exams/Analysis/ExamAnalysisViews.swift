/// 試題分析 of one exam: figures, distribution, picture, and the table of its questions.
enum ExamAnalysisViews {
    static let pageSize = 50

    struct Sheet: Sendable {
        let exam: Exam
        /// Nil while it has not closed.
        let analysis: ExamAnalysis?
        /// All its questions, by code.
        let lines: [ItemLine]
        /// Those of the page.
        let shown: [ItemLine]
        /// Stems of those.
        let stems: [ID<QuestionRevision>: String]
        let list: ItemListQuery
        let paging: Paging
        /// Those without figures, which stand apart.
        let few: [ItemLine]
        /// Whether the reader manages this exam, and so sees its tabs.
        let isManager: Bool
        let now: Moment
    }

    static func address(_ exam: Exam) -> Address { "\(ExamHeadViews.address(exam))/analysis" }

    static func page(_ sheet: Sheet, chrome: Chrome) -> HTML {
        frame(
            sheet.exam, title: "\(sheet.exam.plan.title)　試題分析", isManager: sheet.isManager, now: sheet.now,
            chrome: chrome, content: content(sheet))
    }

    /// A page within the analysis of an exam, as its manager or another reader sees it.
    static func frame(
        _ exam: Exam, title: String, crumb: String? = nil, isManager: Bool, now: Moment, chrome: Chrome, content: HTML
    ) -> HTML {
        if isManager {
            return ExamHeadViews.page(
                exam, tab: .analysis, title: crumb ?? AnalysisTerms.title, now: now, chrome: chrome, content: content)
        }
        let place =
            crumb.map { [Crumb(exam.plan.title, address(exam)), Crumb($0)] } ?? [Crumb(exam.plan.title)]
        return Layout.page(
            title, chrome: chrome, section: AnalysisTerms.list,
            crumbs: [Crumb("首頁", "/"), Crumb(AnalysisTerms.title)] + place,
            head: "<p class=\"soft\">\(ExamHeadViews.summary(exam))</p>",
            badge: ExamHeadViews.badge(exam, now: now), content: content)
    }

    private static func content(_ sheet: Sheet) -> HTML {
        guard let analysis = sheet.analysis else {
            return Component.banner(
                .info, AnalysisTerms.unfinished(sheet.exam),
                "結束後才計算難易度、鑑別度與信度，免得還沒應試的同仁由統計看出答案。")
        }
        let basis = AnalysisBasis(papers: analysis.papers)
        guard basis != .tooFew else {
            return Component.banner(
                .info, "交卷 \(analysis.papers) 份，沒有統計。",
                "未滿 \(AnalysisBasis.leastShown) 份時，看到的多半是個別同仁，不是題目。")
        }
        return """
            \(warning(basis, papers: analysis.papers))
            \(figures(analysis))
            <div class="columns columns-half">\
            \(ScoreChartViews.distribution(scores: analysis.scores, passMark: sheet.exam.plan.passMark))\
            \(ItemChartViews.picture(sheet.lines, of: sheet.exam))</div>
            \(table(sheet))
            """
    }

    static func warning(_ basis: AnalysisBasis, papers: Int) -> HTML {
        guard basis == .rough else { return .empty }
        return Component.banner(
            .warn, "只有 \(papers) 份試卷，數字僅供參考。",
            "未滿 \(AnalysisBasis.leastSound) 份時，換幾個人就會差很多；不要單憑這些數字停用試題。")
    }

    // MARK: The exam

    private static func figures(_ analysis: ExamAnalysis) -> HTML {
        let figures = analysis.figures
        let rows: [(AnalysisTerms.Measure, String)] = [
            (AnalysisTerms.mean, AnalysisTerms.number(figures.mean)),
            (AnalysisTerms.median, AnalysisTerms.number(figures.median)),
            (AnalysisTerms.deviation, AnalysisTerms.number(figures.deviation)),
            (AnalysisTerms.skewness, AnalysisTerms.number(figures.skewness)),
            (AnalysisTerms.kurtosis, AnalysisTerms.number(figures.kurtosis)),
            (AnalysisTerms.consistency, AnalysisTerms.percent(figures.consistency)),
            (AnalysisTerms.errorRatio, AnalysisTerms.percent(figures.errorRatio)),
            (AnalysisTerms.standardError, AnalysisTerms.number(figures.standardError)),
        ]
        let positions: HTML = """
            <p class="soft measure">各人的題目不同，所以內部一致性以題號為單位計算（Moodle 對隨機抽題的做法）：\
            抽到的題目難易不一也算成誤差，數字會偏低；實際比重沒有意義，不計算。</p>
            """
        return """
            <section class="stack" aria-labelledby="figures"><div class="section-head">\
            <h2 id="figures">整份測驗</h2><span class="soft">交卷 \(analysis.papers) 份，每人取計入成績的一份</span></div>
            \(measures(rows, caption: "整份測驗的統計"))
            \(when: !analysis.isShared, positions)</section>
            """
    }

    /// Figures with what they mean and when to act; "—" is explained below.
    static func measures(_ rows: [(AnalysisTerms.Measure, String)], caption: String) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(caption)</caption>\
        <thead><tr><th scope="col">統計</th><th scope="col" class="num">數值</th><th scope="col">意思</th>\
        <th scope="col">什麼時候要處理</th></tr></thead><tbody>\(each: rows, { measure, value in
            """
            <tr><th scope="row">\(measure.name)</th><td class="num" data-label="數值">\(value)</td>\
            <td data-label="意思">\(measure.meaning)</td><td data-label="什麼時候要處理">\(measure.advice)</td></tr>

            """
        })</tbody></table></div>
        \(when: rows.contains { $0.1 == "—" }, "<p class=\"soft\">「—」：大家的分數都一樣，或分不出高低兩組，算不出來。</p>")
        """
    }

    // MARK: Its questions

    private static func table(_ sheet: Sheet) -> HTML {
        """
        <section class="stack" aria-labelledby="items"><div class="section-head"><h2 id="items">各題</h2>\
        <span class="soft">點代號看選項分布；開啟會記入「查閱試題答案」</span></div>
        \(when: !sheet.shown.isEmpty, """
            <div class="table-scroll"><table class="table table-stack table-figures">\
            <caption class="visually-hidden">各題統計</caption>\
            <thead><tr>\(heading("代號", .code, sheet.list, sheet.exam))<th scope="col">題幹</th>\
            \(each: columns(sheet), { heading($0.name, $0.order, sheet.list, sheet.exam) })\
            \(heading("提醒", .notes, sheet.list, sheet.exam))</tr></thead>\
            <tbody>\(each: sheet.shown, { row($0, sheet) })</tbody></table></div>
            """)
        \(Component.pagination(sheet.paging, noun: "題") {
            address(sheet.exam).with(sheet.list.items + [("page", "\($0)")])
        })\(few(sheet))</section>
        """
    }

    /// Questions of which hardly anybody's paper had one: that there are such, and which when asked.
    private static func few(_ sheet: Sheet) -> HTML {
        guard !sheet.few.isEmpty else { return .empty }
        return """
            <details><summary>另有 \(sheet.few.count) 題出現在不到 \(AnalysisBasis.leastShown) 份試卷，不列統計</summary><ul>\
            \(each: sheet.few, { "<li><a href=\"\(ItemViews.address($0.question.code, of: sheet.exam))\">\($0.question.code)</a>　\($0.papers) 份</li>" })</ul></details>
            """
    }

    /// The weight has a meaning only where all have the same paper.
    private static func columns(_ sheet: Sheet) -> [(name: String, order: ItemListQuery.Order)] {
        let columns: [(name: String, order: ItemListQuery.Order)] = [
            ("份數", .papers), (AnalysisTerms.facility.name, .facility),
            (AnalysisTerms.discrimination.name, .discrimination), (AnalysisTerms.index.name, .index),
            (AnalysisTerms.efficiency.name, .efficiency),
        ]
        return columns + (sheet.analysis?.isShared == true ? [(AnalysisTerms.weight.name, .weight)] : [])
    }

    private static func heading(
        _ words: String, _ order: ItemListQuery.Order, _ list: ItemListQuery, _ exam: Exam
    ) -> HTML {
        let isCurrent = list.order == order
        var next = list
        next.order = order
        next.isDescending = isCurrent && !list.isDescending
        let icon = isCurrent ? (list.isDescending ? Icon.descending : Icon.ascending) : Icon.unsorted
        return """
            <th scope="col"\(when: order != .code && order != .notes, " class=\"num\"")\
            \(when: isCurrent, " aria-sort=\"\(list.isDescending ? "descending" : "ascending")\"")>\
            <a class="sort" href="\(address(exam).with(next.items))">\(words)\(icon)</a></th>
            """
    }

    private static func row(_ line: ItemLine, _ sheet: Sheet) -> HTML {
        let figures = line.figures
        let cells: [(String, String)] = [
            ("份數", "\(line.papers)"), (AnalysisTerms.facility.name, AnalysisTerms.percent(figures?.facility)),
            (AnalysisTerms.discrimination.name, AnalysisTerms.number(figures?.discrimination)),
            (AnalysisTerms.index.name, AnalysisTerms.percent(figures?.index)),
            (AnalysisTerms.efficiency.name, AnalysisTerms.percent(figures?.efficiency)),
        ]
        let weight =
            sheet.analysis?.isShared == true
            ? [(AnalysisTerms.weight.name, AnalysisTerms.percent(figures?.weight))] : []
        return """
            <tr><th scope="row" class="nowrap">\
            <a href="\(ItemViews.address(line.question.code, of: sheet.exam))">\(line.question.code)</a></th>\
            <td class="wide" data-label="題幹">\(QuestionText.stem(sheet.stems[line.question.revision] ?? ""))</td>\
            \(each: cells + weight, { "<td class=\"num\" data-label=\"\($0.0)\">\($0.1)</td>" })\
            <td class="notes" data-label="提醒">\(notes(line))</td></tr>

            """
    }

    /// What to look at, and how far the figures can be trusted.
    static func notes(_ line: ItemLine) -> HTML {
        let basis = AnalysisBasis(papers: line.papers)
        return """
            \(each: line.figures?.findings ?? [], { Component.badge(.warn, $0.name) })\
            \(when: basis != .sound, "<span class=\"soft\">\(AnalysisTerms.basis(basis))</span>")
            """
    }
}
