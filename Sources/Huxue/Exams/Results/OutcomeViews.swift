/// After handing in: a receipt while results are not out, then the result question by question.
enum OutcomeViews {
    /// Which questions of the review are listed, and whether all of them are open.
    struct List: Sendable {
        /// `wrong`, `flagged` or `all`; anything else lists the wrong ones first.
        var show = ""
        var isOpen = false

        init(_ query: Form) throws {
            show = try query.text("show")
            isOpen = query.has("open")
        }

        /// The address of this page with the list named `show`.
        func address(_ show: String, isOpen: Bool) -> Address {
            Address("?show=\(segment: show)\(isOpen ? "&open=1" : "")#review")
        }
    }

    static func handedIn(_ sheet: TestViews.Sheet, chrome: Chrome) -> HTML {
        let plan = sheet.exam.plan
        return Layout.page(
            "\(plan.title)　已交卷", chrome: chrome, section: "/exams",
            crumbs: [Crumb("首頁", "/"), Crumb("測驗", "/exams"), Crumb("已交卷")],
            head: head(sheet, name: chrome.visitor?.name ?? ""),
            content: """
                \(late(sheet))
                \(Component.banner(.pass, "已交卷。", words(sheet)))
                <dl class="facts"><dt>已作答</dt><dd>\(sheet.answeredCount)／\(sheet.questions.count) 題</dd>\
                <dt>成績公布</dt><dd>\(plan.results.name)</dd></dl>
                <p class="row"><a class="button" href="/">回首頁</a></p>
                """)
    }

    /// Shown by the script when answers reached the server after the deadline.
    private static func late(_ sheet: TestViews.Sheet) -> HTML {
        """
        <div class="banner" data-tone="warn" data-handed-in="\(sheet.attempt.address)"\(when: !sheet.tellsLate, " hidden")>\
        \(Icon.warning)<p><strong>有<span data-late>些</span>題的答案在交卷或截止之後才送到，沒有存入。</strong>之前已儲存的答案都已計分。</p></div>
        """
    }

    private static func words(_ sheet: TestViews.Sheet) -> String {
        switch sheet.exam.plan.results {
        case .atOnce: "成績計算中，請重新整理。"
        case .afterClose: "成績在測驗結束後（\(ROCDate.withTime(sheet.exam.plan.closes))）公布，屆時這一頁會列出分數與逐題檢討。"
        case .whenAnnounced: "成績由測驗承辦人公布，屆時這一頁會列出分數與逐題檢討。"
        }
    }

    /// The examinee's own result.
    static func result(_ sheet: TestViews.Sheet, of entry: RosterEntry, list: List, chrome: Chrome) -> HTML {
        let title = "\(sheet.exam.plan.title)　成績"
        return Layout.page(
            title, chrome: chrome, section: "/exams",
            crumbs: [Crumb("首頁", "/"), Crumb("測驗", "/exams"), Crumb(title)],
            head: head(sheet, name: entry.name),
            content: "\(paperHead(sheet, of: entry, chrome: chrome))\(late(sheet))\(outcome(sheet, list))")
    }

    /// An examinee's answers, for those who may see results and have to defend them.
    static func answerSheet(
        _ sheet: TestViews.Sheet, of result: ExamResult, attempts: [Attempt], list: List, chrome: Chrome
    ) -> HTML {
        let entry = result.entry
        return Layout.page(
            "\(entry.name)　答卷", chrome: chrome, section: "/manage/results",
            crumbs: [
                Crumb("測驗成績", "/manage/results"),
                Crumb(sheet.exam.plan.title, "/manage/exams/\(sheet.exam.id)/results"), Crumb("\(entry.name)　答卷"),
            ],
            head: """
                \(head(sheet, name: "\(entry.staffNumber)　\(entry.name)　\(entry.unitName)"))
                <p class="soft">\(sheet.exam.plan.title)。查閱已記入稽核紀錄。</p>
                """,
            content: """
                \(paperHead(sheet, of: entry, chrome: chrome))\
                \(when: attempts.count > 1, others(sheet, of: result, attempts: attempts))\(outcome(sheet, list))
                """)
    }

    /// The examinee's attempts, with links to the papers that the page does not show.
    private static func others(_ sheet: TestViews.Sheet, of result: ExamResult, attempts: [Attempt]) -> HTML {
        let list = ExamineeAttemptViews.list(attempts, of: result, in: sheet.exam, shown: sheet.attempt.ordinal)
        return """
            <section class="stack-tight no-print" aria-labelledby="attempts">\
            <h2 id="attempts">應試 \(attempts.count) 次，取最高分</h2>\(list)</section>
            """
    }

    /// Heading for the printed page only: whose result it is, for filing.
    private static func paperHead(_ sheet: TestViews.Sheet, of entry: RosterEntry, chrome: Chrome) -> HTML {
        """
        <div class="paper-only paper-head"><p class="written">\(chrome.officeName)　\(sheet.exam.plan.title)　成績單</p>
        <dl><div><dt>單位</dt><dd>\(entry.unitName)</dd></div><div><dt>員工編號</dt><dd>\(entry.staffNumber)</dd></div>\
        <div><dt>姓名</dt><dd>\(entry.name)</dd></div><div><dt>得分</dt><dd>\(sheet.attempt.score?.text ?? "—") 分</dd></div></dl>\(head(sheet, name: ""))</div>
        """
    }

    private static func outcome(_ sheet: TestViews.Sheet, _ list: List) -> HTML {
        """
        \(withheld(sheet))<div class="columns columns-lead">\(scoreCard(sheet, list))\(topics(sheet))</div>
        \(reviews(sheet, list))
        """
    }

    /// Says that a make-up or a review hides some answers; empty when nothing is hidden.
    private static func withheld(_ sheet: TestViews.Sheet) -> HTML {
        let reviewed = sheet.questions.count { sheet.isInReview($0) }
        let asked = sheet.questions.count - sheet.disclosed.count - reviewed
        let makeUp = Component.banner(
            .info, "有 \(asked) 題補考還會用到。", "這幾題的答案、詳解與得分，補考結束後才顯示；總分與及格與否不變。")
        let review = Component.banner(
            .info, "有 \(reviewed) 題正在等人審題。", "這幾題的答案、詳解與得分，審題以後才顯示；總分與及格與否不變。")
        return "\(when: asked > 0, makeUp)\(when: reviewed > 0, review)"
    }

    private static func head(_ sheet: TestViews.Sheet, name: String) -> HTML {
        let attempt = sheet.attempt
        guard let submitted = attempt.submittedAt else { return .empty }
        let seconds = submitted.seconds(since: attempt.startedAt)
        let cause: HTML =
            switch attempt.submittedBy {
            case .deadline: "，時間到由系統交卷"
            case .closure: "，測驗提前結束由系統交卷"
            case .examinee, nil: ""
            }
        return """
            <p class="soft">\(when: !name.isEmpty, "\(name)　")\(when: attempt.ordinal > 1, "第 \(attempt.ordinal) 次應試　")\(ROCDate.withTime(attempt.startedAt)) 開始，\
            \(ROCDate.minutes(submitted)) 交卷\(cause)，用時 \(seconds / 60) 分 \(seconds % 60) 秒</p>
            """
    }

    private static func scoreCard(_ sheet: TestViews.Sheet, _ list: List) -> HTML {
        let passed = sheet.attempt.passed == true
        let right = sheet.disclosed.count { OutcomeRules.credit(sheet, $0) == .full }
        return """
            <section class="card card-lined stack" aria-labelledby="score"><h2 id="score" class="visually-hidden">得分</h2>
            <div class="score"><span class="value">\(sheet.attempt.score?.text ?? "—")<small> 分</small></span>\
            \(Component.badge(passed ? .pass : .fail, "\(passed ? "及格" : "不及格")，標準 \(sheet.exam.plan.passMark) 分"))</div>
            <dl class="facts"><dt>答對</dt><dd>\(right)／\(sheet.disclosed.count) 題</dd>\
            <dt>未作答</dt><dd>\(sheet.questions.count - sheet.answeredCount) 題</dd></dl>
            <p class="row no-print"><button class="button button-quiet" type="button" data-print hidden>\(Icon.print)列印成績單\(when: list.isOpen, "與逐題檢討")</button></p></section>
            """
    }

    private static func topics(_ sheet: TestViews.Sheet) -> HTML {
        """
        <section class="stack" aria-labelledby="topic"><h2 id="topic">各主題答對情形</h2>
        <div class="table-scroll"><table class="table table-stack"><thead><tr><th scope="col">主題</th>\
        <th scope="col" class="num">題數</th><th scope="col" class="num">答對</th><th scope="col">答對率</th>\
        <th scope="col" class="num">百分比</th></tr></thead><tbody>\(each: OutcomeRules.topics(sheet), { topic in
            """
            <tr><th scope="row">\(topic.name)</th><td class="num" data-label="題數">\(topic.count)</td>\
            <td class="num" data-label="答對">\(topic.right)</td><td data-label="答對率">\
            <progress value="\(topic.right)" max="\(topic.count)" aria-label="\(topic.name)答對率"></progress></td>\
            <td class="num" data-label="百分比">\(topic.percent)%</td></tr>
            """
        })</tbody></table></div></section>
        """
    }

    private static func reviews(_ sheet: TestViews.Sheet, _ list: List) -> HTML {
        let wrong = sheet.disclosed.filter { OutcomeRules.credit(sheet, $0) != .full }
        let flagged = sheet.questions.filter { sheet.isFlagged($0.number) }
        let current = list.show == "all" || list.show == "flagged" ? list.show : wrong.isEmpty ? "all" : "wrong"
        let shown = current == "all" ? sheet.questions : current == "flagged" ? flagged : wrong
        let chips = [
            ("wrong", "沒有全對 \(wrong.count)"), ("flagged", "標記過 \(flagged.count)"),
            ("all", "全部 \(sheet.questions.count)"),
        ]
        return """
            <section class="stack\(when: !list.isOpen, " no-print")" aria-labelledby="review"><div class="section-head">\
            <h2 id="review">逐題檢討</h2><a class="no-print" href="\(list.address(current, isOpen: !list.isOpen))">\
            \(list.isOpen ? "全部收合" : "全部展開")</a></div>
            <nav class="chips" aria-label="篩選題目">\(each: chips, { chip in
                "<a href=\"\(list.address(chip.0, isOpen: list.isOpen))\"\(when: chip.0 == current, " aria-current=\"true\"")>\(chip.1)</a>"
            })</nav>
            <div>\(each: shown, { review($0, in: sheet, isOpen: list.isOpen || $0.number == shown.first?.number) })</div></section>
            """
    }

    private static func review(_ placed: QuestionView.Placed, in sheet: TestViews.Sheet, isOpen: Bool) -> HTML {
        guard !sheet.isWithheld(placed) else {
            return QuestionView.withheld(placed, isInReview: sheet.isInReview(placed), isOpen: isOpen)
        }
        let share = OutcomeRules.share(sheet, placed)
        let earned = Points(rounding: share * ScoreRules.worth(questionCount: sheet.questions.count)).text
        return QuestionView.review(
            placed, chosen: sheet.responses[placed.number]?.chosen ?? .none, credit: OutcomeRules.credit(sheet, placed),
            earned: earned, isOpen: isOpen)
    }
}
