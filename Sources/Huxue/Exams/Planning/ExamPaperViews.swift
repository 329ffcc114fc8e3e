/// A sample paper, drawn as a real one would be.
enum ExamPaperViews {
    struct Sheet: Sendable {
        let exam: Exam
        let questions: [QuestionView.Placed]
        /// The cells that the bank cannot fill; empty when it fills the blueprint.
        let shortages: [BlueprintShortage]
        let number: Int
        let now: Moment
    }

    /// Says, before any answer is shown, that whoever goes on is named.
    static func question(_ exam: Exam, now: Moment, chrome: Chrome) -> HTML {
        let address = ExamHeadViews.address(exam)
        return ExamHeadViews.page(
            exam, tab: .paper, title: "試卷預覽", now: now, chrome: chrome,
            content: """
                <section class="card card-lined stack measure" aria-label="確認"><p><b>試卷預覽列出答案與詳解，看過的人會記名。</b></p>\
                <p>開啟後，您會記入稽核紀錄；如果您也要應試，測驗總覽會把您列在「交卷前看過答案的應試人員」。</p>\
                <p class="row"><a class="button" href="\(address)/paper?seed=1">看試卷與答案</a>\
                <a class="button button-quiet" href="\(address)">返回</a></p></section>
                """)
    }

    static func preview(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let address: Address = "\(ExamHeadViews.address(sheet.exam))/paper"
        return ExamHeadViews.page(
            sheet.exam, tab: .paper, title: "試卷預覽", now: sheet.now, chrome: chrome,
            content: """
                \(ExamBlueprintViews.shortageBanner(sheet.shortages))
                <section class="row row-spread no-print" aria-label="預覽"><p class="soft measure">第 \(sheet.number) 份樣卷。\
                樣卷與正式試卷用同樣的規則抽題，但題目各自抽出；同一份號碼每次都一樣。列印時不含答案。</p>\
                <p class="row"><a class="button button-quiet" href="\(address.with([("seed", "\(sheet.number % 9999 + 1)")]))">換一份</a></p></section>
                \(head(sheet.exam.plan, sheet.questions, chrome: chrome))
                \(when: !sheet.questions.isEmpty, questions(sheet))
                \(when: !sheet.questions.isEmpty, key(sheet))
                """)
    }

    /// The head of a printed paper: whose test it is, where the examinee writes their name, and how it is scored.
    static func head(_ plan: ExamPlan, _ questions: [QuestionView.Placed], chrome: Chrome) -> HTML {
        let multiple = questions.map(\.revision).filter { $0.type == .multiple }
        let each = questions.first?.points.map { "，每題 \($0) 分" } ?? ""
        return """
            <div class="paper-only paper-head"><p class="written">\(chrome.officeName)　\(plan.title)</p>
            <dl><div><dt>單位</dt><dd></dd></div><div><dt>姓名</dt><dd></dd></div><div><dt>員工編號</dt><dd></dd></div>\
            <div><dt>得分</dt><dd></dd></div></dl>
            <p>共 \(questions.count) 題\(each)，滿分 100 分，\(plan.passMark) 分及格，作答時間 \(plan.minutes) 分鐘。\
            \(ExamWords.multipleRule(choiceCounts: Set(multiple.map(\.choices.count))))</p></div>
            """
    }

    private static func questions(_ sheet: Sheet) -> HTML {
        """
        <section aria-label="試題">\(each: sheet.questions, { QuestionView.fieldset($0, isDisabled: true) })</section>
        """
    }

    private static func key(_ sheet: Sheet) -> HTML {
        """
        <section class="stack no-print" aria-labelledby="key"><div class="section-head"><h2 id="key">答案與詳解</h2></div>
        <div>\(each: sheet.questions, { answer($0) })</div></section>
        """
    }

    private static func answer(_ placed: QuestionView.Placed) -> HTML {
        """
        <details class="review"><summary><span class="number">\(placed.number)</span>\
        <span>\(QuestionText.stem(placed.revision.stem))</span></summary><div>\
        \(QuestionView.answers(placed))\(QuestionView.reasons(placed.revision, placed.links))</div></details>

        """
    }
}
