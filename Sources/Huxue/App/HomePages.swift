/// The home page: what is due for me, and my year.
enum HomePages {
    /// One figure of the year, with the page behind it.
    struct Figure: Sendable {
        let name: String
        let value: String
        let unit: String
        let link: Address
        let linkWords: String
        /// Scores of 0 to 100, oldest first, drawn as a line; fewer than two draw nothing.
        var trace: [Points] = []
    }

    static func home(
        due: [DueItem], coming: [(title: String, opens: Moment, address: Address)], notes: [ManagerNotes],
        figures: [Figure], today: Day, now: Moment, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "今日待辦", chrome: chrome, section: "/",
            head: "<p class=\"soft\">\(greeting(due, today: today, now: now, chrome: chrome))</p>",
            content: """
                <section class="stack" aria-labelledby="due"><div class="section-head"><h2 id="due">依期限排列</h2>\
                <a href="/exams">全部測驗</a></div>
                \(due.isEmpty ? nothingDue : DuePages.list(due, now: now))</section>
                \(when: !coming.isEmpty, comingSection(coming))
                \(each: notes.filter { !$0.notes.isEmpty }.enumerated(), { managerSection($0.element, id: "manage\($0.offset)") })
                <section class="stack" aria-labelledby="year"><div class="section-head"><h2 id="year">我的 \(ROCDate.year(today.year)) 年</h2>\
                <a href="/exams">看全部紀錄</a></div>
                <div class="tiles">\(each: figures, figure)</div></section>
                """)
    }

    private static func greeting(_ due: [DueItem], today: Day, now: Moment, chrome: Chrome) -> String {
        let day = "\(ROCDate.long(today))　\(ROCDate.weekday(today))　\(chrome.visitor?.name ?? "")"
        guard let next = due.map(\.due).filter({ $0 > now }).min() else { return "\(day)，目前沒有待辦的事。" }
        let isToday = ROCDate.day(of: next) == today
        let when = isToday ? "今天 \(ROCDate.minutes(next))" : ROCDate.shortWithTime(next)
        return "\(day)，有 \(due.count) 件事等您，最近的一件 \(when) 截止。"
    }

    private static let nothingDue = Component.empty(
        Icon.tray, title: "沒有等您處理的事", text: "有新的測驗或必讀公告時，會依期限列在這裡。")

    private static func comingSection(_ coming: [(title: String, opens: Moment, address: Address)]) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="coming"><h2 id="coming">即將開放</h2><ul class="link-list">\
        \(each: coming, {
            "<li><a href=\"\($0.address)\">\($0.title)</a><span class=\"soft\">\(ROCDate.withTime($0.opens)) 開始</span></li>"
        })</ul></section>
        """
    }

    private static func managerSection(_ part: ManagerNotes, id: String) -> HTML {
        """
        <section class="stack" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(part.title)</h2>\
        <a href="\(part.link.address)">\(part.link.words)</a></div>\(each: part.notes, { note in
            Component.banner(
                note.tone, note.title, note.sentence,
                next: "\(each: note.links, { "<a class=\"nowrap\" href=\"\($0.address)\">\($0.words)</a>　" })")
        })</section>
        """
    }

    static func note(of sample: StatuteSample) -> ManagerNote {
        ManagerNote(
            title: "示範：有一部法規修正了。", sentence: "\(sample.name)等著匯入；匯入前會先列出要複核的試題與條目。",
            links: [(address: "/statutes/import", words: "看修正案")], tone: .info)
    }

    private static func figure(_ figure: Figure) -> HTML {
        """
        <div class="figure"><span class="name">\(figure.name)</span><span class="value">\(figure.value)\
        <small>\(figure.unit)</small></span>\(spark(figure.trace))<a href="\(figure.link)">\(figure.linkWords)</a></div>
        """
    }

    private static func spark(_ scores: [Points]) -> HTML {
        guard scores.count > 1, let last = scores.last else { return .empty }
        let steps = scores.count - 1
        func point(_ place: Int, _ score: Points) -> String {
            "\(4 + 100 * place / steps) \(28 - 24 * score.hundredths / 10000)"
        }
        let line = scores.enumerated().map { ($0.offset == 0 ? "M" : "L") + point($0.offset, $0.element) }.joined()
        let words = scores.map(\.text).joined(separator: "、")
        return """
            <svg class="spark" viewBox="0 0 112 32" role="img" aria-label="歷次成績：\(words) 分">\
            <path class="trace" d="\(line)"/><circle class="dot" cx="104" cy="\(28 - 24 * last.hundredths / 10000)" r="4"/></svg>
            """
    }
}
