/// What the answers of all closed exams say about a question, revision by revision, and where it was used.
enum QuestionStatisticsViews {
    struct Line: Sendable {
        let revision: QuestionRevision
        let papers: Int
        /// Nil below ten papers.
        let figures: ItemFigures?
    }

    /// A closed exam in whose pool the question stood.
    struct Use: Sendable {
        let exam: Exam
        /// Of the revision; nil when it was not drawn.
        let number: Int?
        /// Papers on which it stood, of `examPapers`.
        let papers: Int
        let examPapers: Int
        /// Nil below ten papers.
        let figures: ItemFigures?
    }

    struct Contents: Sendable {
        let question: Question
        /// Newest first.
        let revisions: [Line]
        /// The latest first.
        let uses: [Use]
        /// Why the reader must not learn the key now; nil when nothing forbids it.
        let refusal: ExamRefusal?

        var isSealed: Bool { refusal != nil }
        /// Whether the page shows choices, and with them the key.
        var showsKey: Bool { !isSealed && revisions.contains { $0.figures != nil } }
    }

    static func address(of code: String) -> Address { "\(QuestionViews.address(of: code))/statistics" }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let question = contents.question
        return Layout.page(
            "試題 \(question.code)　作答統計", chrome: chrome, section: "/questions",
            crumbs: [
                Crumb("首頁", "/"), Crumb("題庫", "/questions"),
                Crumb(question.code, QuestionViews.address(of: question.code)),
                Crumb("作答統計"),
            ],
            head: "<p class=\"soft\">\(question.topic)　只算已經結束的測驗</p>",
            content: contents.isSealed ? sealed : "\(revisions(contents))\(uses(contents))")
    }

    private static let sealed = Component.banner(
        .warn, "這一題現在看不到作答統計。", "它在您還沒有交卷的測驗裡，或正在等人審題，之後才能查看。")

    private static func revisions(_ contents: Contents) -> HTML {
        let used = contents.revisions.filter { $0.papers > 0 }
        guard !used.isEmpty else {
            return "<h2 class=\"visually-hidden\">各版本的統計</h2>"
                + Component.empty(
                    Icon.results, title: "還沒有作答統計", text: "這一題抽進測驗、測驗結束以後，這裡會有難易度、鑑別度與各選項的份數。")
        }
        return "\(each: used, { revision($0) })"
    }

    private static func revision(_ line: Line) -> HTML {
        let number = line.revision.number
        return """
            <section class="stack" aria-labelledby="revision-\(number)"><div class="section-head">\
            <h2 id="revision-\(number)">第 \(number) 版</h2><span class="soft">出現在 \(line.papers) 份試卷</span></div>
            \(ItemViews.question(line.revision, papers: line.papers, line.figures))</section>
            """
    }

    private static func uses(_ contents: Contents) -> HTML {
        guard !contents.uses.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="uses"><div class="section-head"><h2 id="uses">使用紀錄</h2></div>
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">使用紀錄</caption>\
            <thead><tr><th scope="col">測驗</th><th scope="col">應試期間</th><th scope="col" class="num">版本</th>\
            <th scope="col" class="num">抽到的試卷</th><th scope="col" class="num">難易度 P</th>\
            <th scope="col" class="num">鑑別度 D</th><th scope="col">提醒</th></tr></thead>\
            <tbody>\(each: contents.uses, { row($0, code: contents.question.code) })</tbody></table></div></section>
            """
    }

    private static func row(_ use: Use, code: String) -> HTML {
        let basis = AnalysisBasis(papers: use.papers)
        let doubt = use.number == nil ? "在抽題範圍內，沒有抽到" : AnalysisTerms.basis(basis)
        return """
            <tr><th scope="row"><a href="\(ExamAnalysisViews.address(use.exam))">\(use.exam.plan.title)</a></th>\
            <td data-label="應試期間">\(ExamHeadViews.window(use.exam))</td>\
            <td class="num" data-label="版本">\(use.number.map(String.init) ?? "—")</td>\
            <td class="num" data-label="抽到的試卷">\(use.papers)／\(use.examPapers)</td>\
            <td class="num" data-label="難易度 P">\(AnalysisTerms.percent(use.figures?.facility))</td>\
            <td class="num" data-label="鑑別度 D">\(AnalysisTerms.number(use.figures?.discrimination))</td>\
            <td data-label="提醒">\(each: use.figures?.findings ?? [], { Component.badge(.warn, $0.name) })\
            \(when: !doubt.isEmpty, "<span class=\"soft\">\(doubt)</span>")</td></tr>

            """
    }
}
