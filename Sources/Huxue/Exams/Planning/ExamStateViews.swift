/// Pages that ask for confirmation before a step that cannot be undone, and say what it does to how many people.
enum ExamStateViews {
    struct Sheet: Sendable {
        let exam: Exam
        let standing: ExamStanding
        let shortages: [BlueprintShortage]
        /// How many questions fit the blueprint but are held back because their law was amended.
        let held: Int
        let now: Moment
    }

    static func publication(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let exam = sheet.exam
        let count = BlueprintRules.questionCount(exam.plan.blueprint)
        let facts: [(String, String)] = [
            ("應試", "\(sheet.standing.roster) 人（\(ExamOverviewViews.audience(exam.plan.examinees))）"),
            ("試卷", "\(count) 題，\(exam.plan.minutes) 分鐘，\(exam.plan.passMark) 分及格"),
            (
                "細目表",
                "\(exam.plan.blueprint.count) 格，題庫\(sheet.shortages.isEmpty ? "都足夠" : "有 \(sheet.shortages.count) 格不足")"
            ),
            ("期間", ExamHeadViews.window(exam)), ("成績", exam.plan.results.name),
        ]
        let isPossible = sheet.shortages.isEmpty && sheet.standing.roster > 0 && exam.plan.closes > sheet.now
        return page(
            exam, "發布這次測驗？", chrome: chrome, now: sheet.now,
            text: """
                \(ExamBlueprintViews.shortageBanner(sheet.shortages))
                \(when: sheet.held > 0, Component.banner(
                    .warn, "細目表的主題有 \(sheet.held) 題因法規修正待複核，不列入抽題。",
                    sheet.shortages.contains { $0.held > 0 } ? "" : "細目表的每一格仍然足夠。", next: "<a href=\"/amendments\">看是哪些題</a>"))
                \(when: sheet.standing.roster == 0, Component.banner(.fail, "沒有符合的應試對象。", "請先修改應試對象。"))
                \(when: exam.plan.closes <= sheet.now, Component.banner(.fail, "截止時間已過。", "請先修改應試期間。"))
                <dl class="facts">\(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
                <p>發布後，應試同仁的首頁會列出這次測驗；題目以現在的題庫為準，之後不能再修改，只能延長期間或提前結束。</p>
                """,
            form: isPossible ? form(exam, "publication", "發布測驗", isDanger: false, chrome: chrome) : .empty)
    }

    static func closure(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let isMakeUp = sheet.exam.reopenedAt != nil
        return page(
            sheet.exam, isMakeUp ? "提前結束補考？" : "提前結束這次測驗？", chrome: chrome, now: sheet.now,
            text: """
                <p>\(sheet.standing.open) 位正在作答的同仁會以已儲存的答案交卷，\
                \(sheet.standing.notStarted) 位\(isMakeUp ? "未應試的同仁不能再補考" : "尚未開始的同仁將列為未應試")。\
                結束後不能再延長應試期間，只能為個別同仁安排補考；已交的卷不變。</p>
                """, form: form(sheet.exam, "closure", isMakeUp ? "結束補考" : "結束測驗", isDanger: true, chrome: chrome))
    }

    static func release(_ sheet: Sheet, chrome: Chrome) -> HTML {
        page(
            sheet.exam, "公布成績？", chrome: chrome, now: sheet.now,
            text: """
                <p>\(sheet.standing.submitted) 位已交卷的同仁會看到自己的分數、正確答案與詳解。公布後不能收回；安排補考時，只有補考會抽到的題目暫時不顯示答案。</p>
                """, form: form(sheet.exam, "release", "公布成績", isDanger: false, chrome: chrome))
    }

    static func deletion(_ sheet: Sheet, chrome: Chrome) -> HTML {
        page(
            sheet.exam, "刪除這份草稿？", chrome: chrome, now: sheet.now,
            text: "<p>這份草稿還沒有發布，沒有人應試。刪除後不能復原。</p>",
            form: form(sheet.exam, "deletion", "刪除草稿", isDanger: true, chrome: chrome))
    }

    static func extended(
        _ sheet: Sheet, closes: String, problem: String? = nil, chrome: Chrome
    ) -> HTML {
        let address = ExamHeadViews.address(sheet.exam)
        return ExamHeadViews.page(
            sheet.exam, tab: nil, title: "延長應試期間", now: sheet.now, chrome: chrome,
            content: """
                \(Component.errorSummary(problem.map { [("closes", $0)] } ?? []))
                <form class="form" method="post" action="\(address)/extension" novalidate>\(Layout.token(chrome))
                <p>原來的截止時間是 \(ROCDate.withTime(sheet.exam.plan.closes))。作答中的同仁如果因為截止而少了時間，會補足到作答時間的長度。</p>
                \(FieldViews.text("closes", label: "新的截止時間", value: closes, hint: "民國年/月/日 時:分，例如 115/12/5 17:30", error: problem))
                <p class="row"><button class="button">延長應試期間</button>\
                <a class="button button-quiet" href="\(address)">返回</a></p></form>
                """)
    }

    private static func page(
        _ exam: Exam, _ question: String, chrome: Chrome, now: Moment, text: HTML, form: HTML
    ) -> HTML {
        ExamHeadViews.page(
            exam, tab: nil, title: question, now: now, chrome: chrome,
            content: """
                <section class="card card-lined stack measure" aria-label="確認">\(text)\
                \(form.isEmpty ? "<p class=\"row\"><a class=\"button button-quiet\" href=\"\(ExamHeadViews.address(exam))\">返回</a></p>" : form)</section>
                """)
    }

    private static func form(_ exam: Exam, _ noun: StaticString, _ verb: String, isDanger: Bool, chrome: Chrome) -> HTML
    {
        """
        <form class="row" method="post" action="\(ExamHeadViews.address(exam))/\(noun.description)">\(Layout.token(chrome))\
        <button class="button\(when: isDanger, " button-danger")">\(verb)</button>\
        <a class="button button-quiet" href="\(ExamHeadViews.address(exam))">返回</a></form>
        """
    }
}
