/// Pages on who has not taken an exam yet, without scores, for managers, HR and supervisors.
enum ComplianceViews {
    struct Line: Sendable {
        let exam: Exam
        let standing: ExamStanding
    }

    /// One exam in one person's history.
    struct HistoryLine: Sendable {
        let exam: Exam
        let result: ExamResult
        let attempts: [Attempt]
    }

    /// One exam, at one level of the units that the reader may see.
    struct Sheet: Sendable {
        let exam: Exam
        /// Counts over all examinees whom the reader may see.
        let standing: ExamStanding
        let level: StandingLevel
        /// The examinees on the page shown who have not handed in, by unit.
        let waiting: [ExamResult]
        let paging: Paging
        /// The people in `waiting` whose own results the reader may see as well.
        let open: Set<ID<Employee>>
        /// Whom the reader may remind; nil for nobody.
        let reminder: ReminderTally?
        /// Nil when the reader may not see who passed.
        let passes: PassList?
        let showsResults: Bool
        let now: Moment
        /// How many people the reader has just reminded; nil for no deed.
        var reminded: Int?
    }

    static let section: Address = "/manage/results"

    /// All exams of which the reader may see something.
    ///
    /// `setting`: whether supervisors see who passed; nil for a reader who may not decide it.
    static func list(
        _ lines: [Line], showsResults: Bool, setting: Bool?, isSaved: Bool, now: Moment, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "測驗成績", chrome: chrome, section: section,
            head: "<p class=\"soft\">您負責的範圍內，每次測驗誰還沒有應試\(when: showsResults, "，以及成績")。</p>",
            content: """
                \(Component.done(isSaved && setting != nil ? PassViews.settingSaved : nil))
                <section class="stack" aria-labelledby="exams"><h2 id="exams" class="visually-hidden">各次測驗</h2>\
                \(lines.isEmpty ? noExams : table(lines, showsResults: showsResults, now: now))</section>
                \(PassViews.setting(setting, chrome: chrome))
                """)
    }

    private static let noExams = Component.empty(
        Icon.results, title: "還沒有測驗", text: "測驗發布後，這裡會列出應試情形。")

    private static func table(_ lines: [Line], showsResults: Bool, now: Moment) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">測驗</caption>\
        <thead><tr><th scope="col">測驗</th><th scope="col">截止</th><th scope="col" class="num">應試</th>\
        <th scope="col" class="num">已交卷</th><th scope="col" class="num">未交卷</th>\
        <th scope="col">狀態</th>\(when: showsResults, "<th scope=\"col\" class=\"no-print\">成績</th>")</tr></thead>\
        <tbody>\(each: lines, { row($0, showsResults: showsResults, now: now) })</tbody></table></div>
        """
    }

    private static func row(_ line: Line, showsResults: Bool, now: Moment) -> HTML {
        let missing = line.standing.roster - line.standing.submitted - line.standing.excused
        return """
            <tr><th scope="row"><a href="\(section)/\(line.exam.id)">\(line.exam.plan.title)</a></th>\
            <td data-label="截止" class="wide">\(ExamHeadViews.end(line.exam))</td>\
            <td class="num" data-label="應試">\(line.standing.roster)</td>\
            <td class="num" data-label="已交卷">\(line.standing.submitted)</td><td class="num" data-label="未交卷">\
            \(ExamOverviewViews.linked(missing, "\(section)/\(line.exam.id)", "\(line.exam.plan.title)，未交卷"))</td>\
            <td data-label="狀態">\(ExamHeadViews.badge(line.exam, now: now))</td>\
            \(when: showsResults, "<td data-label=\"成績\" class=\"no-print\"><a href=\"\(ResultViews.address(line.exam))\">看成績<span class=\"visually-hidden\">：\(line.exam.plan.title)</span></a></td>")</tr>
            """
    }

    /// One exam: how far the units are, and who has not handed in.
    static func exam(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let exam = sheet.exam
        let address: Address = "\(section)/\(exam.id)"
        return Layout.page(
            exam.plan.title, chrome: chrome, section: section,
            crumbs: [Crumb("首頁", "/"), Crumb("測驗成績", section), Crumb(exam.plan.title)],
            head: "<p class=\"soft\">\(ExamHeadViews.summary(exam))</p>",
            badge: ExamHeadViews.headBadge(exam, now: sheet.now),
            content: """
                \(Component.done(sheet.reminded.map(ReminderViews.done)))
                <section class="row row-spread" aria-label="應試情形"><p>\(words(sheet.standing, of: exam))</p>\
                <div class="row no-print">\
                \(sheet.reminder.map { ReminderViews.button($0, of: exam, chrome: chrome) })\
                \(when: sheet.showsResults, "<a class=\"button button-quiet\" href=\"\(ResultViews.address(exam))\">\(Icon.results)看成績</a>")\
                <a class="button button-quiet" href="\(address)/export">\(Icon.download)匯出未交卷名單</a>\
                \(Component.printButton)</div></section>
                \(sheet.level.lines.isEmpty ? "<p>您負責的範圍內沒有這次測驗的應試人員。</p>" : units(sheet, address: address))
                \(PassViews.section(sheet.passes, of: exam))
                """)
    }

    private static func units(_ sheet: Sheet, address: Address) -> HTML {
        """
        <section class="stack" aria-labelledby="units"><h2 id="units">各單位</h2>
        \(StandingViews.tree(sheet.level, of: sheet.exam, at: address, people: nil))</section>
        <section class="stack" aria-labelledby="waiting"><div class="section-head"><h2 id="waiting">還沒有交卷的同仁</h2>\
        <span class="soft">\(sheet.paging.total) 人</span></div>
        \(when: sheet.waiting.isEmpty, "<p>都已交卷。</p>")\
        \(each: groups(sheet.waiting), { unit($0, sheet) })
        \(Component.pagination(sheet.paging, noun: "人") { page in
            address.with([("unit", sheet.level.unit.map { "\($0.id)" } ?? ""), ("page", "\(page)")])
        })</section>
        """
    }

    /// Groups consecutive results of the same unit.
    private static func groups(_ results: [ExamResult]) -> [[ExamResult]] {
        results.reduce(into: []) { groups, result in
            if groups.last?.first?.entry.unitID == result.entry.unitID {
                groups[groups.count - 1].append(result)
            } else {
                groups.append([result])
            }
        }
    }

    private static func words(_ standing: ExamStanding, of exam: Exam) -> String {
        var parts = ["應試 \(standing.roster) 人", "已交卷 \(standing.submitted) 人"]
        if standing.open > 0 { parts.append("作答中 \(standing.open) 人") }
        parts.append("\(ResultState.notStarted.name(of: exam)) \(standing.notStarted) 人")
        if standing.excused > 0 { parts.append("請假 \(standing.excused) 人") }
        return parts.joined(separator: "，") + "。"
    }

    private static func unit(_ results: [ExamResult], _ sheet: Sheet) -> HTML {
        guard let entry = results.first?.entry else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="unit-\(entry.unitID)">\
            <h3 id="unit-\(entry.unitID)">\(ExamHeadViews.shortName(entry.unitName))</h3>\
            \(people(results, sheet))</section>
            """
    }

    private static func people(_ results: [ExamResult], _ sheet: Sheet) -> HTML {
        """
        <ul class="link-list names">\(each: results, { result in
            let name = name(of: result.entry, isLinked: sheet.open.contains(result.entry.employee))
            return "<li>\(result.entry.staffNumber)　\(name)　\(ExamHeadViews.badges(result, of: sheet.exam, now: sheet.now))</li>"
        })</ul>
        """
    }

    private static func name(of entry: RosterEntry, isLinked: Bool) -> HTML {
        guard isLinked else { return "<b>\(entry.name)</b>" }
        return "<a href=\"/manage/employees/\(entry.employee)/results\"><b>\(entry.name)</b></a>"
    }

    // MARK: One person's history

    static func history(
        _ member: StaffMember, lines: [HistoryLine], now: Moment, chrome: Chrome
    ) -> HTML {
        let name = member.employee.name
        return Layout.page(
            "\(name)　歷次測驗", chrome: chrome, section: section,
            crumbs: [Crumb("首頁", "/"), Crumb("測驗成績", section), Crumb("\(name)　歷次測驗")],
            head: "<p class=\"soft\">\(member.employee.staffNumber)　\(member.unitName)　\(member.employee.position)</p>",
            content: lines.isEmpty ? "<p>這位同仁還沒有需要參加的測驗。</p>" : historyTable(lines, now: now))
    }

    private static func historyTable(_ lines: [HistoryLine], now: Moment) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">歷次測驗</caption>\
        <thead><tr><th scope="col">測驗</th><th scope="col">種類</th><th scope="col">期間</th>\
        <th scope="col" class="num">分數</th><th scope="col" class="num">及格</th><th scope="col">結果</th>\
        <th scope="col">交卷</th></tr></thead><tbody>\(each: lines, { historyRow($0, now: now) })</tbody></table></div>
        """
    }

    private static func historyRow(_ line: HistoryLine, now: Moment) -> HTML {
        let (exam, result) = (line.exam, line.result)
        return """
            <tr><th scope="row"><a href="\(ResultViews.address(exam))">\(exam.plan.title)</a></th>\
            <td data-label="種類">\(exam.plan.kind.name)</td>\
            <td data-label="期間">\(ROCDate.plain(ROCDate.day(of: exam.plan.opens)))–\(ROCDate.plain(ROCDate.day(of: exam.closedEarlyAt ?? exam.plan.closes)))</td>\
            <td class="num" data-label="分數">\(ResultViews.score(result, of: exam))</td>\
            <td class="num" data-label="及格">\(exam.plan.passMark)</td><td data-label="結果">\(ResultViews.verdict(result, of: exam, now: now))</td>\
            <td data-label="交卷">\(ExamineeAttemptViews.list(line.attempts, of: result, in: exam))</td></tr>
            """
    }
}
