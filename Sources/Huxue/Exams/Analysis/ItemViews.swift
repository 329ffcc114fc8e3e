/// What the answers of one exam say about one question.
enum ItemViews {
    struct Contents: Sendable {
        let exam: Exam
        let line: ItemLine
        let revision: QuestionRevision
        /// Whether the reader must not learn the key now, because of a review.
        let isSealed: Bool
        let isManager: Bool
        /// Whether the reader may open the question in the bank.
        let mayBrowse: Bool
        let now: Moment

        /// Whether the page shows choices, and with them the key.
        var showsKey: Bool { !isSealed && line.figures != nil }
    }

    static func address(_ code: String, of exam: Exam) -> Address {
        "\(ExamAnalysisViews.address(exam))/\(segment: code)"
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let code = contents.line.question.code
        let bank: HTML = """
            <a href="\(QuestionStatisticsViews.address(of: code))">看這一題在所有測驗的統計</a>\
            <a href="\(QuestionViews.address(of: code))">到題庫修改或停用這一題</a>
            """
        return ExamAnalysisViews.frame(
            contents.exam, title: "試題分析　\(code)", crumb: code, isManager: contents.isManager, now: contents.now,
            chrome: chrome,
            content: """
                <p class="row no-print"><a href="\(ExamAnalysisViews.address(contents.exam))">回到各題</a>\
                \(when: contents.mayBrowse, bank)</p>
                \(contents.isSealed ? sealed(contents.revision)
                    : question(contents.revision, papers: contents.line.papers, contents.line.figures))
                """)
    }

    private static func sealed(_ revision: QuestionRevision) -> HTML {
        """
        <p class="written">\(QuestionText.stem(revision.stem))</p>
        \(Component.banner(.warn, "這一題現在看不到作答統計。", "它正在等人審題，審題以後才能查看。"))
        """
    }

    /// The stem, then figures, choices and what to do; below ten papers nothing of the answers and no key.
    static func question(_ revision: QuestionRevision, papers: Int, _ figures: ItemFigures?) -> HTML {
        """
        <p class="written">\(QuestionText.stem(revision.stem))</p>
        \(figures.map { shown(revision, $0) } ?? hidden(papers))
        """
    }

    private static func hidden(_ papers: Int) -> HTML {
        Component.banner(
            .info, papers == 0 ? "還沒有已結束的測驗用過。" : "出現在 \(papers) 份試卷，沒有統計。",
            papers == 0 ? "" : "未滿 \(AnalysisBasis.leastShown) 份時，看到的多半是個別同仁，不是題目。")
    }

    private static func shown(_ revision: QuestionRevision, _ figures: ItemFigures) -> HTML {
        """
        \(ExamAnalysisViews.warning(figures.basis, papers: figures.papers))
        \(each: figures.findings, { Component.banner(.warn, "\($0.name)。", $0.advice) })
        \(ExamAnalysisViews.measures(rows(figures), caption: "這一題的統計"))
        \(choices(revision, figures))
        """
    }

    private static func rows(_ figures: ItemFigures) -> [(AnalysisTerms.Measure, String)] {
        let weight = figures.weight.map { [(AnalysisTerms.weight, AnalysisTerms.percent($0))] } ?? []
        return [
            (AnalysisTerms.facility, AnalysisTerms.percent(figures.facility)),
            (AnalysisTerms.discrimination, AnalysisTerms.number(figures.discrimination)),
            (AnalysisTerms.index, AnalysisTerms.percent(figures.index)),
            (AnalysisTerms.efficiency, AnalysisTerms.percent(figures.efficiency)),
        ] + weight + [(AnalysisTerms.omitted, "\(figures.omitted.all)")]
    }

    private static func choices(_ revision: QuestionRevision, _ figures: ItemFigures) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption>誰選了什麼（份數）</caption>\
        <thead><tr><th scope="col">選項</th><th scope="col">答案</th><th scope="col" class="num">高分組</th>\
        <th scope="col" class="num">中間</th><th scope="col" class="num">低分組</th>\
        <th scope="col" class="num">合計</th></tr></thead><tbody>\
        \(each: Array(zip(revision.choices.indices, figures.choices)), { place, choice in
            row(revision.choices[place], isRight: revision.key.contains(place), choice)
        })\(row("未作答", isRight: false, figures.omitted))</tbody>\
        <tfoot>\(row("份數", isRight: false, figures.groups))</tfoot></table></div>
        <p class="soft measure">高分組與低分組各是總分最高與最低的 27%（四捨五入取整份），與最後一名同分的一起算；\
        兩組會重疊時不分組。複選題一個人可以選多項。</p>
        """
    }

    private static func row(_ words: String, isRight: Bool, _ choice: ItemFigures.Choice) -> HTML {
        """
        <tr><th scope="row">\(QuestionText.lines(words))</th>\
        <td data-label="答案">\(isRight ? Component.badge(.pass, "正確") : .empty)</td>\
        <td class="num" data-label="高分組">\(choice.upper)</td><td class="num" data-label="中間">\(choice.middle)</td>\
        <td class="num" data-label="低分組">\(choice.lower)</td><td class="num" data-label="合計">\(choice.all)</td></tr>

        """
    }
}
