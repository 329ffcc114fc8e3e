/// The home page: what the visitor has to do, and their year in figures.
enum HomeViews {
    struct Contents: Sendable {
        let waiting: Waiting
        let figures: [YearFigure]
        /// What the administrator of a new office has still to do; empty for others.
        var setup: [SetupStep] = []
    }

    static func home(_ contents: Contents, on visit: HomeVisit, chrome: Chrome) -> HTML {
        let (waiting, now, today) = (contents.waiting, visit.now, visit.today)
        let coming = waiting.coming
        let notes = waiting.notes.filter { !$0.notes.isEmpty }.sorted { $0.place < $1.place }
        return Layout.page(
            "今日待辦", chrome: chrome, section: "/",
            head: "<p class=\"soft\">\(greeting(contents, today: today, now: now, chrome: chrome))</p>",
            content: """
                \(when: !contents.setup.isEmpty, HomeSetupViews.section(contents.setup))
                \(when: waiting.count > 0 || contents.setup.isEmpty, dueSection(waiting, now: now))
                \(when: !coming.isEmpty, comingSection(coming))
                \(each: notes.enumerated(), { managerSection($0.element, id: "manage\($0.offset)") })
                <section class="stack" aria-labelledby="year"><div class="section-head"><h2 id="year">我的 \(ROCDate.year(today.year)) 年</h2>\
                <a href="/exams">看全部紀錄</a></div>
                <div class="tiles">\(each: contents.figures, figure)</div></section>
                """)
    }

    private static func dueSection(_ waiting: Waiting, now: Moment) -> HTML {
        let due = waiting.items
        return """
            <section class="stack" aria-labelledby="due"><div class="section-head"><h2 id="due">依期限排列</h2>\
            <a href="/exams">全部測驗</a></div>
            \(due.isEmpty ? (waiting.count == 0 ? nothingDue : othersOnly) : DueViews.list(due, now: now))</section>
            """
    }

    /// Without the steps of setting up, which say themselves how many are left.
    private static func greeting(_ contents: Contents, today: Day, now: Moment, chrome: Chrome) -> String {
        let waiting = contents.waiting
        let day = "\(ROCDate.long(today))　\(ROCDate.weekday(today))　\(chrome.visitor?.name ?? "")"
        guard waiting.count > 0 else { return contents.setup.isEmpty ? "\(day)，目前沒有待辦的事。" : day }
        let count = "\(day)，有 \(waiting.count) 件事等您"
        guard let next = waiting.items.map(\.due).filter({ $0 > now }).min() else { return "\(count)。" }
        let isToday = ROCDate.day(of: next) == today
        let when = isToday ? "今天 \(ROCDate.minutes(next))" : ROCDate.shortWithTime(next)
        return "\(count)，最近的一件 \(when) 截止。"
    }

    private static let nothingDue = Component.empty(
        Icon.tray, title: "沒有等您處理的事", text: "有新的測驗或必讀公告時，會依期限列在這裡。")

    private static let othersOnly = Component.empty(
        Icon.tray, title: "沒有要應試或閱讀的", text: "其他等您處理的事，列在下面。")

    private static func comingSection(_ coming: [ComingItem]) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="coming"><h2 id="coming">即將開放</h2><ul class="link-list">\
        \(each: coming, {
            "<li><a href=\"\($0.address)\">\($0.title)\(when: $0.kind != nil, "（\($0.kind)）")</a><span class=\"soft\">\(ROCDate.withTime($0.opens)) 開始</span></li>"
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

    private static func figure(_ figure: YearFigure) -> HTML {
        """
        <div class="figure"><span class="name">\(figure.name)</span><span class="value">\(figure.value)\
        <small>\(figure.unit)</small></span>\(spark(figure))<a href="\(figure.link)">\(figure.linkWords)</a></div>
        """
    }

    private static func spark(_ figure: YearFigure) -> HTML {
        guard figure.trace.count > 1, let last = figure.trace.last else { return .empty }
        let steps = figure.trace.count - 1
        func height(_ value: Int) -> Int { 28 - 24 * value / 10_000 }
        let line = figure.trace.enumerated().map { place, value in
            "\(place == 0 ? "M" : "L")\(4 + 100 * place / steps) \(height(value))"
        }.joined()
        return """
            <svg class="spark" viewBox="0 0 112 32" role="img" aria-label="\(figure.traceWords)">\
            <path class="trace" d="\(line)"/><circle class="dot" cx="104" cy="\(height(last))" r="4"/></svg>
            """
    }
}
