/// 測驗成績: figures, distribution and the list person by person.
enum ResultViews {
    static let pageSize = 50

    struct Sheet: Sendable {
        let exam: Exam
        /// Counts over the people whom the reader may see, as are `scores`, `counts` and `topics`.
        let standing: ExamStanding
        /// From the lowest.
        let scores: [ScoreCount]
        let counts: [ResultFilter: Int]
        /// The results on the page shown.
        let results: [ExamResult]
        /// Those of the people on the page.
        let attempts: [ID<Employee>: [Attempt]]
        let topics: [TopicResult]
        let list: ResultListQuery
        let paging: Paging
        /// Whether the reader manages this exam, and so sees its tabs.
        let isManager: Bool
        let now: Moment
    }

    static func address(_ exam: Exam) -> Address { "/manage/exams/\(exam.id)/results" }

    static func results(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let content: HTML = """
            \(notice(sheet))
            \(when: sheet.exam.hasEnded, ResultStatisticsViews.statistics(sheet))
            \(list(sheet))
            """
        if sheet.isManager {
            return ExamHeadViews.page(
                sheet.exam, tab: .results, title: "\(sheet.exam.plan.title)　成績", now: sheet.now, chrome: chrome,
                content: content)
        }
        return Layout.page(
            "\(sheet.exam.plan.title)　成績", chrome: chrome, section: "/manage/results",
            crumbs: [Crumb("首頁", "/"), Crumb("測驗成績", "/manage/results"), Crumb(sheet.exam.plan.title)],
            head: "<p class=\"soft\">\(ExamHeadViews.summary(sheet.exam))</p>",
            badge: ExamHeadViews.headBadge(sheet.exam, now: sheet.now), content: "\(analysis(sheet.exam))\(content)")
    }

    /// Managers have a tab for it.
    private static func analysis(_ exam: Exam) -> HTML {
        guard exam.state == .closed else { return .empty }
        return "<p class=\"no-print\"><a href=\"\(ExamAnalysisViews.address(exam))\">看試題分析</a></p>"
    }

    private static func notice(_ sheet: Sheet) -> HTML {
        let exam = sheet.exam
        if exam.reopenedAt != nil {
            return Component.banner(
                .info, "補考還沒有結束。", "已交卷的成績與答卷都看得到；補考會抽到的題目，答案要等補考結束後才顯示。")
                + unreleased(sheet)
        }
        if exam.state != .closed {
            return Component.banner(
                .info, "測驗還在進行，沒有統計。",
                exam.plan.results == .atOnce ? "已交卷的分數可以看；分布與各主題要等測驗結束。" : "分數、分布與各主題都要等測驗結束。")
        }
        return unreleased(sheet)
    }

    private static func unreleased(_ sheet: Sheet) -> HTML {
        sheet.isManager ? ExamOverviewViews.unreleased(sheet.exam) : .empty
    }

    // MARK: Person by person

    private static func list(_ sheet: Sheet) -> HTML {
        let (address, query) = (address(sheet.exam), sheet.list.query)
        return """
            <section class="stack" aria-labelledby="list"><div class="section-head"><h2 id="list">應試人員</h2>\
            <p class="row no-print"><a href="\(address)/export">\(Icon.download)匯出 CSV</a>\(Component.printButton)</p></div>
            <form class="row no-print" action="\(address)"><label class="label" for="find">姓名或員工編號</label>\
            <span><input class="input" id="find" name="q" type="search" value="\(query.search)"></span>\
            \(when: query.filter != .all, "<input type=\"hidden\" name=\"state\" value=\"\(query.filter.rawValue)\">")\
            <button class="button button-quiet">篩選</button></form>
            \(chips(sheet))
            \(sheet.results.isEmpty ? nobody : table(sheet))
            \(Component.pagination(sheet.paging, noun: "人") {
                address.with(sheet.list.items + [("page", "\($0)")])
            })</section>
            """
    }

    private static let nobody = Component.empty(Icon.people, title: "沒有符合的人", text: "換一個條件，或清除篩選再看。")

    private static func chips(_ sheet: Sheet) -> HTML {
        """
        <nav class="chips" aria-label="依結果篩選">\(each: ResultListQuery.filters(of: sheet.exam), { filter in
            var list = sheet.list
            list.query.filter = filter
            return """
                <a href="\(address(sheet.exam).with(list.items))"\
                \(when: filter == sheet.list.query.filter, " aria-current=\"true\"")>\(filter.name(of: sheet.exam)) \
                \(sheet.counts[filter] ?? 0)</a>
                """
        })</nav>
        """
    }

    private static func table(_ sheet: Sheet) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">應試人員成績</caption>\
        <thead><tr>\(sortable("員工編號", .staff, sheet))\(sortable("姓名", .name, sheet))\(sortable("單位", .unit, sheet))\
        \(sortable("分數", .score, sheet, isNumber: true))<th scope="col">結果</th>\(sortable("交卷", .day, sheet))\
        <th scope="col" class="num">用時</th></tr></thead><tbody>\(each: sheet.results, { row($0, sheet) })</tbody></table></div>
        """
    }

    private static func sortable(
        _ words: HTML, _ order: ResultQuery.Order, _ sheet: Sheet, isNumber: Bool = false
    ) -> HTML {
        let current = sheet.list.query
        let isCurrent = current.order == order
        var list = sheet.list
        list.query.order = order
        list.query.isDescending = isCurrent ? !current.isDescending : order == .score
        let icon = isCurrent ? (current.isDescending ? Icon.descending : Icon.ascending) : Icon.unsorted
        return """
            <th scope="col"\(when: isNumber, " class=\"num\"")\
            \(when: isCurrent, " aria-sort=\"\(current.isDescending ? "descending" : "ascending")\"")>\
            <a class="sort" href="\(address(sheet.exam).with(list.items))">\(words)\(icon)</a></th>
            """
    }

    private static func row(_ result: ExamResult, _ sheet: Sheet) -> HTML {
        let (entry, exam) = (result.entry, sheet.exam)
        return """
            <tr><td data-label="員工編號">\(entry.staffNumber)</td>\
            <th scope="row"><a href="/manage/employees/\(entry.employee)/results">\(entry.name)</a></th>\
            <td data-label="單位">\(ExamHeadViews.shortName(entry.unitName))</td>\
            <td class="num" data-label="分數">\(score(result, of: exam))</td><td data-label="結果">\(verdict(result, of: exam, now: sheet.now))</td>\
            <td data-label="交卷">\(ExamineeAttemptViews.list(sheet.attempts[entry.employee] ?? [], of: result, in: exam))</td>\
            <td class="num" data-label="用時">\(duration(result))</td></tr>
            """
    }

    /// The score, linked to the examinee's answers when these may be shown.
    static func score(_ result: ExamResult, of exam: Exam) -> HTML {
        guard let score = result.score else { return "—" }
        guard ExamRules.showsAnswers(exam) else { return "\(score.text)" }
        return """
            <a href="\(address(exam))/\(result.entry.employee)">\(score.text)\
            <span class="visually-hidden"> 分，看\(result.entry.name)的答卷</span></a>
            """
    }

    /// Whether it was passed, or how far the examinee is, and the same of a make-up.
    static func verdict(_ result: ExamResult, of exam: Exam, now: Moment) -> HTML {
        guard let passed = result.passed else { return ExamHeadViews.badges(result, of: exam, now: now) }
        return (passed ? Component.badge(.pass, "及格") : Component.badge(.fail, "不及格"))
            + MakeUpViews.badge(result, in: exam, now: now)
    }

    static func duration(_ result: ExamResult) -> String {
        guard let began = result.startedAt, let ended = result.submittedAt else { return "—" }
        let seconds = Int(max(0, ended.seconds(since: began)))
        return "\(seconds / 60):\(padded(seconds % 60, to: 2))"
    }
}
