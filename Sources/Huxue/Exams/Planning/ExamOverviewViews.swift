/// One exam as its manager sees it: how it stands, and what can be done now.
enum ExamOverviewViews {
    struct Sheet: Sendable {
        let exam: Exam
        let unitName: String
        let standing: ExamStanding
        /// The level of the tree of units that is shown; nil for a draft.
        let level: StandingLevel?
        /// How many make-ups are in which state.
        let makeUps: [MakeUpState: Int]
        let keyViewers: [KeyViewer]
        let pool: [PoolQuestion]
        /// Questions that the bank holds back from a draft's pool for now.
        let held: [PoolQuestion]
        /// Its questions whose law was amended after it was published; nil when there are none.
        let amendment: ExamAmendment?
        /// What the manager has just done.
        var done: ExamDeed?
        let now: Moment
    }

    static func overview(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let exam = sheet.exam
        return ExamHeadViews.page(
            exam, tab: .overview, now: sheet.now, chrome: chrome,
            content: """
                \(Component.done(sheet.done?.sentence(of: exam, standing: sheet.standing)))
                \(next(sheet))
                \(sheet.amendment.map { ExamAmendmentViews.section($0, today: ROCDate.day(of: sheet.now)) })
                \(sheet.level.map { progress(sheet, $0) })
                \(MakeUpViews.section(sheet.makeUps, at: "\(ExamHeadViews.address(exam))/examinees"))
                \(KeyDisclosureViews.section(sheet.keyViewers, of: exam))
                \(facts(sheet))
                \(ExamBlueprintViews.standing(exam, pool: sheet.pool, held: sheet.held))
                \(actions(sheet))
                """)
    }

    /// What the manager has to do next, if anything.
    private static func next(_ sheet: Sheet) -> HTML {
        let exam = sheet.exam
        switch exam.state {
        case .draft where sheet.exam.plan.closes <= sheet.now:
            return Component.banner(
                .warn, "截止時間已經過了，不能發布。", "請先修改應試期間。",
                next: "<a href=\"\(ExamHeadViews.address(exam))/edit\">修改測驗</a>")
        case .draft:
            let isShort = !BlueprintRules.shortages(exam.plan.blueprint, pool: sheet.pool).isEmpty
            return Component.banner(
                .info, "這是草稿，同仁還看不到。",
                "應試對象 \(sheet.standing.roster) 人。" + (isShort ? "題庫補足後才能發布。" : "看過試卷預覽後，就可以發布。"))
        case .published where exam.reopenedAt != nil:
            return Component.banner(
                .info, "補考中。", "只有安排補考的同仁可以應試；補考截止後，測驗會自動結束。",
                next: "<a href=\"\(ExamHeadViews.address(exam))/examinees\">看應試人員</a>") + unreleased(exam)
        default: return unreleased(exam)
        }
    }

    /// Asks to release the results of an exam that has ended; empty when they are out, or come by themselves.
    static func unreleased(_ exam: Exam) -> HTML {
        guard exam.hasEnded, exam.plan.results == .whenAnnounced, exam.releasedAt == nil else { return .empty }
        return Component.banner(
            .warn, "測驗已結束，成績還沒有公布。", "應試同仁要等您公布才看得到成績與答案。",
            next: "<a href=\"\(ExamHeadViews.address(exam))/release\">公布成績</a>")
    }

    private static func progress(_ sheet: Sheet, _ level: StandingLevel) -> HTML {
        let (exam, standing) = (sheet.exam, sheet.standing)
        let address = ExamHeadViews.address(exam)
        let examinees: Address = "\(address)/examinees"
        return """
            <section class="stack" aria-labelledby="live"><div class="section-head"><h2 id="live">應試進度</h2>\
            <span class="soft">\(ROCDate.shortWithTime(sheet.now)) 更新　\
            <a href="\(address)">重新整理</a></span></div>
            <div class="tiles">\
            \(tile("已交卷", standing.submitted, "／\(standing.roster) 人", examinees.with([("state", "submitted")])))\
            \(tile("作答中", standing.open, " 人", examinees.with([("state", "open")])))\
            \(tile(ResultState.notStarted.name(of: exam), standing.notStarted, " 人", examinees.with([("state", "notStarted")])))\
            \(tile("請假", standing.excused, " 人", examinees.with([("state", "excused")])))</div>
            \(StandingViews.tree(level, of: exam, at: address, people: examinees))</section>
            """
    }

    private static func tile(_ name: String, _ count: Int, _ unit: String, _ address: Address) -> HTML {
        """
        <div class="figure"><span class="name">\(name)</span><span class="value">\(count)<small>\(unit)</small></span>\
        <a href="\(address)">看名單<span class="visually-hidden">：\(name)</span></a></div>
        """
    }

    /// A figure linked to the list of what it counts; 0 has no link.
    static func linked(_ count: Int, _ address: Address, _ words: String) -> HTML {
        guard count > 0 else { return "0" }
        return "<a href=\"\(address)\">\(count)<span class=\"visually-hidden\">（\(words)）</span></a>"
    }

    private static func facts(_ sheet: Sheet) -> HTML {
        let plan = sheet.exam.plan
        let shuffles = [plan.shufflesQuestions ? "題目" : nil, plan.shufflesChoices ? "選項" : nil].compactMap { $0 }
        let lines: [(String, String)] = [
            ("種類", plan.kind.name), ("主辦單位", sheet.unitName), ("應試期間", ExamHeadViews.window(sheet.exam)),
            ("作答時間", "\(plan.minutes) 分鐘" + (plan.mayOverrun ? "，截止前開始的可用滿" : "")),
            ("及格分數", "\(plan.passMark) 分"), ("應試次數", plan.attempts == 1 ? "1 次" : "\(plan.attempts) 次，取最高分"),
            ("抽題方式", plan.draw.name), ("打亂順序", shuffles.isEmpty ? "不打亂" : shuffles.joined(separator: "、")),
            ("題目呈現", plan.layout.name), ("成績公布", plan.results.name), ("應試對象", audience(plan.examinees)),
        ]
        return """
            <section class="stack" aria-labelledby="facts"><div class="section-head"><h2 id="facts">測驗內容</h2></div>
            <dl class="facts facts-wide">\(each: lines, { name, words in
                "<div\(when: words.count > 20, " class=\"facts-span\"")><dt>\(name)</dt><dd>\(words)</dd></div>"
            })</dl></section>
            """
    }

    static func audience(_ audience: Audience) -> String {
        var parts =
            audience.units.map { $0 == Audience.wholeOffice ? "主辦單位全體" : ExamHeadViews.shortName($0) }
            + audience.positions
        if audience.counterOnly { parts.append("限臨櫃同仁") }
        if !audience.employees.isEmpty { parts.append("另外指定 \(audience.employees.count) 人") }
        if !audience.except.isEmpty { parts.append("排除 \(audience.except.count) 人") }
        return parts.joined(separator: "、")
    }

    private static func actions(_ sheet: Sheet) -> HTML {
        let address = ExamHeadViews.address(sheet.exam)
        switch sheet.exam.state {
        case .draft:
            return """
                <section class="row no-print" aria-label="動作"><a class="button" href="\(address)/publication">發布測驗</a>\
                <a class="button button-quiet" href="\(address)/edit">修改</a>\
                <a class="button button-danger" href="\(address)/deletion">刪除草稿</a></section>
                """
        case .published:
            return """
                <section class="row no-print" aria-label="動作">\
                \(when: sheet.exam.reopenedAt == nil, "<a class=\"button button-quiet\" href=\"\(address)/extension\">延長應試期間</a>")\
                <a class="button button-danger" href="\(address)/closure">提前結束\(sheet.exam.reopenedAt == nil ? "測驗" : "補考")</a></section>
                """
        case .closed:
            return """
                <section class="row no-print" aria-label="動作"><a class="button" href="\(address)/results">看成績</a>\
                <a class="button button-quiet" href="\(address)/examinees">安排補考</a></section>
                """
        }
    }
}
