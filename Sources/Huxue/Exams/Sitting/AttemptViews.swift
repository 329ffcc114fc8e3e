/// The examinee's pages around a test: introduction, handing in, and the list of their own tests.
enum AttemptViews {
    /// An exam as one examinee sees it.
    struct OwnExam: Sendable {
        let exam: Exam
        let questionCount: Int
        /// The window of this examinee: `opens` inclusive, `closes` exclusive.
        let opens: Moment
        let closes: Moment
        let extraMinutes: Int
        let isExcused: Bool
        /// Whether the window is a make-up's.
        let isMakeUp: Bool
        /// Those of the exam, and any given with a make-up.
        let attemptsAllowed: Int
        let attempts: [Attempt]
        let now: Moment
        /// When somebody last reminded this examinee.
        var remindedOn: Day?

        var showsResults: Bool { ExamRules.showsResults(exam, isSubmitted: true) }
        var open: Attempt? { attempts.first { $0.submittedAt == nil && now < $0.deadline } }
        var best: Attempt? { AttemptRules.counted(attempts) }
        var attemptsLeft: Int { max(0, attemptsAllowed - attempts.count) }
        var isOpen: Bool { exam.state == .published && opens <= now && now < closes }
        var isComing: Bool { exam.state == .published && now < opens && attemptsLeft > 0 }
        var mayStart: Bool { isOpen && open == nil && attemptsLeft > 0 }
        /// Whether this examinee still has to take the exam or a make-up, or may take it again after failing.
        var isDue: Bool {
            open != nil || (mayStart && (awaitsMakeUp || (!isExcused && (attempts.isEmpty || mayImprove))))
        }
        /// Whether a make-up was arranged that this examinee has not begun.
        private var awaitsMakeUp: Bool { isMakeUp && attempts.allSatisfy { $0.startedAt < opens } }
        /// Whether the exam is over for this examinee.
        var isOver: Bool { exam.hasEnded && closes <= now }
        /// Whether the best attempt failed and the examinee may know it.
        private var mayImprove: Bool { showsResults && best?.passed == false }
        var minutes: Int { exam.plan.minutes + extraMinutes }
        /// Minutes that an attempt begun now would have, rounded down.
        var minutesNow: Int {
            exam.plan.mayOverrun ? minutes : min(minutes, Int(max(0, closes.seconds(since: now)) / 60))
        }
    }

    static func list(_ exams: [OwnExam], chrome: Chrome) -> HTML {
        let due = exams.filter { $0.open != nil || $0.mayStart }
        let coming = exams.filter(\.isComing)
        let past = exams.filter { $0.isOver || $0.attempts.contains { $0.submittedAt != nil } }
        return Layout.page(
            "測驗", chrome: chrome, section: "/exams", crumbs: [Crumb("首頁", "/"), Crumb("測驗")],
            content: """
                <section class="stack" aria-labelledby="open"><div class="section-head"><h2 id="open">現在可以應試</h2></div>
                \(due.isEmpty
                    ? Component.empty(Icon.test, title: "現在沒有開放的測驗", text: "測驗開放時，首頁會列出來，並寫明截止時間。")
                    : "<ol class=\"due\">\(each: due, { DueViews.row(dueItem($0), now: $0.now) })</ol>")
                </section>
                \(when: !coming.isEmpty, section("coming", "即將開放", coming))
                \(when: !past.isEmpty, history(past))
                """)
    }

    /// The exam as a line of the due list.
    static func dueItem(_ own: OwnExam) -> DueItem {
        let plan = own.exam.plan
        let reminder = own.remindedOn.map { "提醒您應試（\(ROCDate.short($0))）　" } ?? ""
        let facts =
            "\(reminder)\(own.questionCount) 題　\(own.minutes) 分鐘　\(plan.passMark) 分及格　"
            + (own.attempts.isEmpty ? "可應試 \(own.attemptsAllowed) 次" : "還可應試 \(own.attemptsLeft) 次")
        if let open = own.open {
            return DueItem(
                due: open.deadline, title: plan.title, icon: Icon.test, kind: own.isMakeUp ? "補考作答中" : "作答中",
                facts: "已開始，\(ROCDate.minutes(open.deadline)) 截止，已作答的都有儲存",
                address: "/attempts/\(segment: open.address)", verb: "繼續作答", isUrgent: true)
        }
        return DueItem(
            due: own.closes, title: plan.title, icon: Icon.test, kind: own.isMakeUp ? makeUp : "測驗", facts: facts,
            address: "/exams/\(own.exam.id)", verb: verb(own),
            isUrgent: own.attempts.isEmpty || own.isMakeUp)
    }

    /// The button that begins an attempt.
    private static func verb(_ own: OwnExam) -> String {
        own.isMakeUp ? "開始補考" : own.attempts.isEmpty ? "開始測驗" : "再次應試"
    }

    /// The exam as a line of what will open later.
    static func comingItem(_ own: OwnExam) -> ComingItem {
        ComingItem(
            title: own.exam.plan.title, kind: own.isMakeUp ? makeUp : nil, opens: own.opens,
            address: "/exams/\(own.exam.id)")
    }

    private static let makeUp = "補考"

    /// The tests of a year: how many were passed out of those that count, and the average of the best scores.
    static func figures(best: [Attempt], of count: Int) -> [YearFigure] {
        let scores = best.sorted { $0.startedAt < $1.startedAt }.compactMap(\.score)
        let average = Fraction(scores.map(\.hundredths).reduce(0, +), max(scores.count, 1) * 100)
        return [
            YearFigure(
                name: "法令測驗", value: "\(best.count { $0.passed == true })", unit: "／\(count) 次及格",
                link: "/exams", linkWords: "看成績"),
            YearFigure(
                name: "測驗平均", value: scores.isEmpty ? "—" : Points(rounding: average).text, unit: " 分",
                link: "/exams", linkWords: "看各次分數", trace: scores.map(\.hundredths),
                traceWords: "歷次成績：\(scores.map(\.text).joined(separator: "、")) 分"),
        ]
    }

    private static func section(_ id: String, _ title: String, _ exams: [OwnExam]) -> HTML {
        """
        <section class="stack" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(title)</h2></div>
        <ul class="link-list">\(each: exams, {
            "<li><a href=\"/exams/\($0.exam.id)\">\($0.exam.plan.title)\(when: $0.isMakeUp, "（\(makeUp)）")</a><span class=\"soft\">\(ROCDate.withTime($0.opens)) 開始，\(ROCDate.withTime($0.closes)) 截止</span></li>"
        })</ul></section>
        """
    }

    private static func history(_ exams: [OwnExam]) -> HTML {
        """
        <section class="stack" aria-labelledby="past"><div class="section-head"><h2 id="past">我的成績</h2></div>
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">我的測驗成績，由近到遠</caption>\
        <thead><tr><th scope="col">測驗</th><th scope="col">種類</th><th scope="col">交卷</th><th scope="col" class="num">分數</th>\
        <th scope="col">結果</th></tr></thead><tbody>\(each: newestFirst(exams), { own, attempt in
            attempt.map { historyRow($0, of: own) } ?? missedRow(own)
        })</tbody></table></div></section>
        """
    }

    /// Every attempt handed in, and the exams that were missed.
    private static func newestFirst(_ exams: [OwnExam]) -> [(own: OwnExam, attempt: Attempt?)] {
        exams.flatMap { own -> [(own: OwnExam, attempt: Attempt?)] in
            let done = own.attempts.filter { $0.submittedAt != nil }
            return done.isEmpty ? [(own, nil)] : done.map { (own, $0) }
        }.sorted { ($0.attempt?.startedAt ?? $0.own.closes) > ($1.attempt?.startedAt ?? $1.own.closes) }
    }

    private static func missedRow(_ own: OwnExam) -> HTML {
        """
        <tr><th scope="row"><a href="/exams/\(own.exam.id)">\(own.exam.plan.title)</a></th>\
        <td data-label="種類">\(own.exam.plan.kind.name)</td><td data-label="交卷">—</td>\
        <td class="num" data-label="分數">—</td>\
        <td data-label="結果">\(ExamHeadViews.stateBadge(own.isExcused ? .excused : .notStarted, of: own.exam))</td></tr>
        """
    }

    private static func historyRow(_ attempt: Attempt, of own: OwnExam) -> HTML {
        let shows = own.showsResults
        return """
            <tr><th scope="row"><a href="/attempts/\(attempt.address)">\(own.exam.plan.title)\
            \(when: max(own.attemptsAllowed, own.attempts.count) > 1, "　第 \(attempt.ordinal) 次")</a></th>\
            <td data-label="種類">\(own.exam.plan.kind.name)</td>\
            <td data-label="交卷">\(attempt.submittedAt.map { ROCDate.withTime($0) })</td>\
            <td class="num" data-label="分數">\(shows ? attempt.score?.text ?? "—" : "—")</td>\
            <td data-label="結果">\(shows ? verdict(attempt) : Component.badge(icon: Icon.clock, "尚未公布"))</td></tr>
            """
    }

    static func verdict(_ attempt: Attempt) -> HTML {
        attempt.passed == true ? Component.badge(.pass, "及格") : Component.badge(.fail, "不及格")
    }

    /// What the examinee has to know, and the button that starts the clock.
    ///
    /// `choiceCounts`: how many choices the multiple-choice questions have that may be drawn.
    static func introduction(_ own: OwnExam, choiceCounts: Set<Int>, chrome: Chrome) -> HTML {
        let plan = own.exam.plan
        return Layout.page(
            plan.title, chrome: chrome, section: "/exams",
            crumbs: [Crumb("首頁", "/"), Crumb("測驗", "/exams"), Crumb(plan.title)],
            head: """
                <p class="soft">\(when: own.isMakeUp, "補考期間　")\(ROCDate.withTime(own.opens)) 至 \(end(own))</p>
                """,
            badge: own.isMakeUp ? Component.badge(icon: Icon.clock, makeUp) : .empty,
            content: """
                <dl class="facts facts-wide"><div><dt>題數</dt><dd>\(own.questionCount) 題</dd></div>\
                <div><dt>作答時間</dt><dd>\(own.minutes) 分鐘\(when: own.extraMinutes > 0, "（含延長 \(own.extraMinutes) 分鐘）")</dd></div>\
                <div><dt>及格</dt><dd>\(plan.passMark) 分</dd></div>\
                <div><dt>可應試</dt><dd>\(own.attemptsAllowed) 次\(when: !own.attempts.isEmpty, "，已用 \(own.attempts.count) 次，還可應試 \(own.attemptsLeft) 次")</dd></div>\
                <div><dt>成績公布</dt><dd>\(plan.results.name)</dd></div></dl>
                <section class="stack measure" aria-labelledby="rules"><h2 id="rules">計分方式</h2>
                <ul>\(each: ExamWords.scoringRules(choiceCounts: choiceCounts), { "<li>\($0)</li>" })</ul></section>
                <section class="stack measure" aria-labelledby="how"><h2 id="how">作答方式</h2>
                <ul><li>按下「\(verb(own))」後開始計時，由伺服器計算。\(when: !plan.mayOverrun, "無論何時開始，都在 \(ROCDate.withTime(own.closes)) 截止。")</li>\
                <li><span data-with-script hidden>每選一個答案就自動儲存。</span>\
                <noscript>答案要按「儲存作答」才會存入。</noscript>關掉瀏覽器、換一台電腦，登入後都能接著作答，但時間不會停。</li>\
                <li>時間到時，系統以已儲存的答案交卷。</li></ul></section>
                \(when: own.mayStart && own.minutesNow < own.minutes, Component.banner(.warn, "現在開始只剩 \(own.minutesNow) 分鐘。", "測驗 \(ROCDate.withTime(own.closes)) 截止，時間不會延後。"))
                \(start(own, chrome: chrome))
                """)
    }

    /// When the exam was over for this examinee.
    private static func end(_ own: OwnExam) -> String {
        own.closes == own.exam.closedEarlyAt
            ? ExamHeadViews.end(own.exam, ROCDate.withTime) : ROCDate.withTime(own.closes)
    }

    private static func start(_ own: OwnExam, chrome: Chrome) -> HTML {
        if let open = own.open {
            return """
                <p class="row"><a class="button" href="/attempts/\(open.address)">繼續作答</a>\
                <span class="soft">\(ROCDate.minutes(open.deadline)) 截止</span></p>
                """
        }
        if own.mayStart {
            return """
                <form class="row" method="post" action="/exams/\(own.exam.id)/attempts">\(Layout.token(chrome))\
                <button class="button">\(verb(own))</button><span class="soft">按下後開始計時 \(own.minutesNow) 分鐘</span></form>
                """
        }
        if own.now < own.opens {
            return Component.banner(
                .info, own.isMakeUp ? "補考還沒有開始。" : "測驗還沒有開始。", "\(ROCDate.withTime(own.opens)) 起可以應試。")
        }
        if let last = own.attempts.last(where: { $0.submittedAt != nil }) {
            return Component.banner(
                .info, own.isOpen ? "可應試的次數都已用完。" : over(own),
                next: "<a href=\"/attempts/\(last.address)\">看我的答卷與成績</a>")
        }
        return Component.banner(.info, over(own), "需要補考，請洽測驗承辦人。")
    }

    private static func over(_ own: OwnExam) -> String {
        own.closes == own.exam.closedEarlyAt ? "這次測驗已經提前結束。" : "這次測驗已經截止。"
    }
}
