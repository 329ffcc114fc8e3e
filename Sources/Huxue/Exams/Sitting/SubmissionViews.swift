/// 檢查並交卷: the page before handing in.
enum SubmissionViews {
    /// Which questions are unanswered or flagged.
    static func page(_ sheet: TestViews.Sheet, chrome: Chrome) -> HTML {
        let unanswered = sheet.questions.map(\.number).filter { !sheet.isAnswered($0) }
        let flagged = sheet.questions.map(\.number).filter { sheet.isFlagged($0) }
        let back: Address = "/attempts/\(segment: sheet.attempt.address)"
        return Layout.page(
            "檢查並交卷", chrome: chrome, section: "/exams",
            crumbs: [Crumb("測驗", "/exams"), Crumb(sheet.exam.plan.title, back), Crumb("檢查並交卷")],
            head: """
                <p class="soft">已答 \(sheet.answeredCount)／\(sheet.questions.count) 題，\(ROCDate.seconds(sheet.attempt.deadline)) 截止</p>
                """,
            badge: timer(sheet),
            content: """
                <p class="visually-hidden" role="status" data-announce></p>
                \(when: sheet.tellsOtherWindow, Component.banner(.warn, "這份試卷也在另一個視窗作答。", "那裡改過的題目，已以最後送出的作答為準，請回去看一次。"))
                \(unanswered.isEmpty
                    ? Component.banner(.pass, "每一題都已作答。")
                    : Component.banner(.warn, "還有 \(unanswered.count) 題沒有作答。", "沒有作答的題目以 0 分計算。", next: links(unanswered, sheet)))
                \(when: !flagged.isEmpty, Component.banner(.info, "標記了 \(flagged.count) 題，要再看一次嗎？", next: links(flagged, sheet)))
                <form class="row" method="post" action="\(back)/submission">\(Layout.token(chrome))\
                <button class="button">交卷</button><a class="button button-quiet" href="\(back)">回去作答</a>\
                <span class="soft">交卷後不能再更改</span></form>
                """)
    }

    /// The time left; the script lets it run, and asks the address in `data-state` for time given meanwhile.
    private static func timer(_ sheet: TestViews.Sheet) -> HTML {
        let seconds = max(0, sheet.attempt.deadline.seconds(since: sheet.now))
        let state: Address = "/attempts/\(segment: sheet.attempt.address)/responses"
        return """
            <p class="timer" data-remaining="\(seconds)" data-state="\(state)"><span class="soft">剩\
            <noscript>（載入時）</noscript></span><b>\(TestViews.clock(seconds))</b></p>
            """
    }

    private static func links(_ numbers: [Int], _ sheet: TestViews.Sheet) -> HTML {
        let base: Address = "/attempts/\(segment: sheet.attempt.address)"
        return "\(each: numbers, { link($0, base: base, oneByOne: sheet.exam.plan.layout == .oneByOne) })"
    }

    private static func link(_ number: Int, base: Address, oneByOne: Bool) -> HTML {
        oneByOne
            ? "<a href=\"\(base)?number=\(number)\">第 \(number) 題</a>　"
            : "<a href=\"\(base)#q\(number)\">第 \(number) 題</a>　"
    }
}
