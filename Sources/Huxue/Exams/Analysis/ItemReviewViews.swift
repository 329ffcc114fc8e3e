/// 試題分析: the questions that an editor should look at, and the exams that have been analysed.
enum ItemReviewViews {
    struct Contents: Sendable {
        /// The questions of the page.
        let lines: [ItemLine]
        let stems: [ID<QuestionRevision>: String]
        let counts: [ItemFinding: Int]
        /// Questions with some finding.
        let total: Int
        /// Questions in use with figures.
        let analysed: Int
        /// The closed exams on which it rests, the latest first.
        let exams: [Exam]
        let list: ItemListQuery
        let paging: Paging
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            AnalysisTerms.title, chrome: chrome, section: AnalysisTerms.list,
            crumbs: [Crumb("首頁", "/"), Crumb(AnalysisTerms.title)],
            head: """
                <p class="soft">已結束的測驗 \(contents.exams.count) 次，使用中而有統計的試題 \(contents.analysed) 題；\
                正在進行或補考中的測驗不計</p>
                """,
            content: """
                <section class="stack" aria-labelledby="review"><div class="section-head">\
                <h2 id="review">要檢討的試題</h2></div>
                \(when: contents.total > 0, chips(contents))
                \(contents.lines.isEmpty ? nothing : table(contents))
                \(Component.pagination(contents.paging, noun: "題") {
                    AnalysisTerms.list.with(contents.list.items + [("page", "\($0)")])
                })</section>
                \(exams(contents.exams))
                """)
    }

    private static let nothing = Component.empty(
        Icon.tick, title: "沒有要檢討的試題",
        text:
            "測驗結束、同一題有 \(AnalysisBasis.leastShown) 份以上的試卷後，這裡列出沒有人或人人答對、程度好的反而答錯的試題，以及有 \(AnalysisBasis.leastSound) 份以上而選項沒有人選的試題。"
    )

    private static func chips(_ contents: Contents) -> HTML {
        func chip(_ finding: ItemFinding?, _ words: String, _ count: Int) -> HTML {
            var list = contents.list
            (list.finding, list.page) = (finding, 1)
            return """
                <a href="\(AnalysisTerms.list.with(list.items))"\
                \(when: finding == contents.list.finding, " aria-current=\"true\"")>\(words) \(count)</a>
                """
        }
        return """
            <nav class="chips" aria-label="依提醒篩選">\(chip(nil, "全部", contents.total))\
            \(each: ItemFinding.allCases, { chip($0, $0.name, contents.counts[$0] ?? 0) })</nav>
            """
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack table-figures">\
        <caption class="visually-hidden">要檢討的試題</caption>\
        <thead><tr><th scope="col">代號</th><th scope="col">題幹</th><th scope="col" class="num">份數</th>\
        <th scope="col" class="num">難易度 P</th><th scope="col" class="num">鑑別度 D</th><th scope="col">提醒</th>\
        <th scope="col">怎麼處理</th></tr></thead><tbody>\(each: contents.lines, { row($0, contents) })</tbody></table></div>
        """
    }

    private static func row(_ line: ItemLine, _ contents: Contents) -> HTML {
        let (code, figures) = (line.question.code, line.figures)
        return """
            <tr><th scope="row" class="nowrap"><a href="\(QuestionStatisticsViews.address(of: code))">\(code)</a></th>\
            <td class="wide" data-label="題幹">\(QuestionText.stem(contents.stems[line.question.revision] ?? ""))</td>\
            <td class="num" data-label="份數">\(line.papers)</td>\
            <td class="num" data-label="難易度 P">\(AnalysisTerms.percent(figures?.facility))</td>\
            <td class="num" data-label="鑑別度 D">\(AnalysisTerms.number(figures?.discrimination))</td>\
            <td class="notes" data-label="提醒">\(ExamAnalysisViews.notes(line))</td>\
            <td data-label="怎麼處理">\(each: figures?.findings ?? [], { "<p>\($0.advice)</p>" })</td></tr>

            """
    }

    private static func exams(_ exams: [Exam]) -> HTML {
        guard !exams.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="exams"><div class="section-head"><h2 id="exams">各次測驗</h2></div>
            <ul class="link-list">\(each: exams, { exam in
                """
                <li><a href="\(ExamAnalysisViews.address(exam))">\(exam.plan.title)</a>\
                <span class="soft">　\(ExamHeadViews.window(exam))</span></li>
                """
            })</ul></section>
            """
    }
}
