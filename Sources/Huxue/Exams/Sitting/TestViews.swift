/// 應試: the page on which a test is taken.
enum TestViews {
    /// Everything the page shows.
    struct Sheet: Sendable {
        let exam: Exam
        let attempt: Attempt
        /// All questions of the paper, in order.
        let questions: [QuestionView.Placed]
        let responses: [Int: Response]
        /// The topic of each question.
        let topics: [ID<Question>: String]
        let now: Moment
        /// The question shown alone, from 1; nil when all stand on one page.
        let shown: Int?
        /// Whether the page says that another window answered meanwhile.
        var tellsOtherWindow = false
        /// Whether the page says that answers came too late.
        var tellsLate = false
        /// The questions whose answers are hidden until a make-up is over.
        var withheld: Set<ID<QuestionRevision>> = []
        /// The questions whose answers are hidden from a reader who may be the one to review them.
        var inReview: Set<ID<Question>> = []

        func isAnswered(_ number: Int) -> Bool { responses[number].map { !$0.chosen.isEmpty } ?? false }
        func isFlagged(_ number: Int) -> Bool { responses[number]?.isFlagged ?? false }
        func isInReview(_ placed: QuestionView.Placed) -> Bool { inReview.contains(placed.revision.questionID) }
        func isWithheld(_ placed: QuestionView.Placed) -> Bool {
            withheld.contains(placed.revision.id) || isInReview(placed)
        }
        /// The questions whose answers may be shown, once the attempt is handed in.
        var disclosed: [QuestionView.Placed] { questions.filter { !isWithheld($0) } }
        var answeredCount: Int { questions.count { isAnswered($0.number) } }
        /// The question to continue with: the one shown alone, else the first unanswered one, else the first.
        var current: Int { shown ?? questions.first { !isAnswered($0.number) }?.number ?? 1 }
        /// The numbers of the questions on the page.
        var shownNumbers: String {
            shown.map(String.init) ?? questions.map { String($0.number) }.joined(separator: " ")
        }
        var lastSaved: Moment? { responses.values.map(\.savedAt).max() }
    }

    /// The page, with slots for values that change with time; `filled` fills them in.
    static func test(_ sheet: Sheet, chrome: Chrome) -> PageTemplate {
        PageTemplate(document(sheet, chrome: chrome))
    }

    /// The page's bytes as of `now`.
    static func filled(_ template: PageTemplate, deadline: Moment, now: Moment) -> [UInt8] {
        let seconds = max(0, deadline.seconds(since: now))
        return template.filled { slot in
            switch slot {
            case .remainingSeconds: String(seconds)
            case .remainingClock: clock(seconds)
            case .serverMilliseconds: String(now.milliseconds)
            }
        }
    }

    private static func document(_ sheet: Sheet, chrome: Chrome) -> HTML {
        Layout.document(
            title: sheet.exam.plan.title, chrome: chrome,
            body: """
                <body class="test">
                <a class="skip-link" href="#q\(sheet.current)">跳到第 \(sheet.current) 題</a>
                <header class="topbar no-print">\(Layout.brand(chrome))<p class="written">\(sheet.exam.plan.title)</p></header>
                \(bar(sheet))
                <main id="content" class="test-layout">
                \(form(sheet, chrome: chrome))
                \(navigator(sheet))
                </main>
                <section class="test-foot" aria-label="題號與交卷"><button class="button button-quiet" type="button" \
                popovertarget="navigator">\(Icon.cells)題號一覽</button><button class="button\(when: sheet.shown != nil, " button-quiet")" form="paper" \
                name="then" value="review">檢查並交卷</button></section>
                </body>
                """)
    }

    private static func bar(_ sheet: Sheet) -> HTML {
        """
        <section class="test-bar" aria-label="作答狀態"><div class="test-bar-inner">
        <div class="test-progress"><span>已答 <b data-done>\(sheet.answeredCount)</b>／\(sheet.questions.count)</span>\
        <progress value="\(sheet.answeredCount)" max="\(sheet.questions.count)" data-progress aria-label="已作答題數">\
        </progress></div>
        <p class="timer" data-remaining="\(HTML.slot(.remainingSeconds))"><span class="soft">剩<noscript>（載入時）</noscript></span>\
        <b>\(HTML.slot(.remainingClock))</b></p>
        <p class="saved"><span class="when-saved">\(Icon.tick)</span><span class="when-waiting">\(Icon.offline)</span>\
        \(saved(sheet))\
        <noscript><button class="button button-quiet" form="paper" name="then" value="save">儲存作答</button></noscript></p>
        </div></section>
        """
    }

    /// When an answer was last saved; before the first, the script says that it saves by itself.
    private static func saved(_ sheet: Sheet) -> HTML {
        guard let saved = sheet.lastSaved else { return "<span data-saved data-unsaved>還沒有儲存</span>" }
        return "<span data-saved>已儲存 \(ROCDate.seconds(saved))</span>"
    }

    /// `18:24`; more than an hour is shown in minutes too, as in `90:00`.
    static func clock(_ seconds: Int64) -> String {
        "\(seconds / 60):\(padded(Int(seconds % 60), to: 2))"
    }

    private static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let address: Address = "/attempts/\(segment: sheet.attempt.address)"
        return """
            <form id="paper" method="post" action="\(address)/responses" data-attempt="\(sheet.attempt.address)" \
            data-saves="\(address)/responses" data-review="\(address)/submission"\(when: sheet.shown != nil, " data-one-by-one") \
            data-sequence="\(HTML.slot(.serverMilliseconds))" data-token="\(chrome.visitor?.formToken)">\(Layout.token(chrome))\
            <input type="hidden" name="shown" value="\(shownState(sheet))">\
            <input type="hidden" name="on" value="\(sheet.shownNumbers)">
            \(ExamPaperViews.head(sheet.exam.plan, sheet.questions, chrome: chrome))
            <h1 class="visually-hidden">\(sheet.exam.plan.title)　作答</h1>
            <p class="visually-hidden" role="status" data-announce></p>
            \(offlineBanner(sheet))
            <noscript class="no-print">\(Component.banner(.info, "作答後請按「儲存作答」。", "這個瀏覽器沒有執行 JavaScript，答案要按鈕才會存入；\(ROCDate.seconds(sheet.attempt.deadline)) 截止，逾時不收。"))</noscript>
            \(each: sheet.questions, { question($0, in: sheet) })
            \(steps(sheet))
            <p class="row no-print review-row"><button class="button\(when: sheet.shown != nil, " button-quiet")" name="then" \
            value="review">檢查並交卷</button>\
            <span class="soft">交卷前會先列出未作答與標記的題目</span></p>
            </form>
            """
    }

    /// What the page showed, so that the server can tell which answers a form without script has changed.
    private static func shownState(_ sheet: Sheet) -> String {
        sheet.questions.map { placed in
            let response = sheet.responses[placed.number]
            let keys = placed.order.enumerated().filter { response?.chosen.contains($0.element) ?? false }
            return ShownAnswer(
                number: placed.number, sequence: response?.sequence ?? 0, keys: keys.map { $0.offset + 1 },
                isFlagged: response?.isFlagged ?? false
            ).text
        }.joined(separator: " ")
    }

    private static func question(_ placed: QuestionView.Placed, in sheet: Sheet) -> HTML {
        QuestionView.fieldset(
            placed, chosen: sheet.responses[placed.number]?.chosen ?? .none, isFlagged: sheet.isFlagged(placed.number),
            isHidden: sheet.shown != nil && sheet.shown != placed.number)
    }

    /// Links to the previous and next question, when a page shows one question.
    private static func steps(_ sheet: Sheet) -> HTML {
        guard let shown = sheet.shown else { return .empty }
        return """
            <p class="row no-print steps-row">\
            <button class="button button-quiet" name="then" value="\(shown - 1)" data-step="-1"\
            \(when: shown <= 1, " hidden")>上一題</button>\
            <button class="button" name="then" value="\(shown + 1)" data-step="1"\
            \(when: shown >= sheet.questions.count, " hidden")>下一題</button></p>
            """
    }

    private static func offlineBanner(_ sheet: Sheet) -> HTML {
        """
        <div class="test-alerts no-print">
        <div class="banner no-print" data-tone="warn" role="status" data-offline hidden>\(Icon.offline)\
        <p><strong>網路暫時中斷。</strong><span data-offline-words>您可以繼續作答：答案暫存在這個視窗，請不要關閉，\
        恢復連線後會自動送出。截止時間以伺服器為準（\(ROCDate.seconds(sheet.attempt.deadline))）。</span></p></div>
        <div class="banner no-print" data-tone="warn" role="status" data-signed-out hidden>\(Icon.warning)\
        <p><strong>登入已逾時。</strong>您的答案都還在這個視窗裡。請\
        <a href="/login" target="_blank" rel="opener">在新分頁重新登入</a>，回到本頁後會自動送出。</p></div>
        <div class="banner no-print" data-tone="info" role="status" data-other-window\(when: !sheet.tellsOtherWindow, " hidden")>\(Icon.info)\
        <p><strong>這份試卷也在另一個視窗作答。</strong><span data-other-window-words>每一題以最後作答的為準。</span></p>\
        <button class="button button-quiet" type="button" data-dismiss hidden>知道了</button></div>
        </div>
        """
    }

    private static func navigator(_ sheet: Sheet) -> HTML {
        """
        <aside class="navigator" id="navigator" popover aria-label="題號一覽">
        <h2>題號一覽</h2>
        <ol class="cells">\(each: sheet.questions, { cell($0.number, in: sheet) })</ol>
        <ul class="legend"><li><span class="cell" data-answered></span>已作答</li><li><span class="cell"></span>未作答</li>\
        <li><span class="cell" data-flagged></span>已標記</li><li><span class="cell now"></span>目前</li></ul>
        <p class="small soft keyboard-hint" data-with-script hidden>按鍵 <kbd>1</kbd>–<kbd>9</kbd> 選答，<kbd>←</kbd> <kbd>→</kbd> 換題，<kbd>F</kbd> 標記</p>
        <p class="small soft">開始 \(ROCDate.seconds(sheet.attempt.startedAt))　截止 \(ROCDate.seconds(sheet.attempt.deadline))</p>
        <button class="button button-quiet button-wide" form="paper" name="then" value="review">檢查並交卷</button>
        </aside>
        """
    }

    private static func cell(_ number: Int, in sheet: Sheet) -> HTML {
        let target: HTML = sheet.shown == nil ? "#q\(number)" : "?number=\(number)"
        let state = "\(sheet.isAnswered(number) ? "已作答" : "未作答")\(sheet.isFlagged(number) ? "，已標記" : "")"
        return """
            <li><a class="cell" href="\(target)" data-number="\(number)"\
            \(when: sheet.isAnswered(number), " data-answered")\(when: sheet.isFlagged(number), " data-flagged")\
            \(when: number == sheet.current, " aria-current=\"true\"")>\(number)\
            <span class="visually-hidden">題，\(state)</span></a></li>
            """
    }
}
