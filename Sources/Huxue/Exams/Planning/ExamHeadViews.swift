/// What stands above every page of one exam on the manager's side.
enum ExamHeadViews {
    enum Tab: CaseIterable, Sendable {
        case overview, paper, examinees, results, analysis
    }

    static let section: Address = "/manage/exams"

    static func address(_ exam: Exam) -> Address { "/manage/exams/\(exam.id)" }

    /// A page of one exam: crumbs, title, badge, tabs, then `content`.
    static func page(
        _ exam: Exam, tab: Tab?, title: String? = nil, now: Moment, chrome: Chrome, content: HTML
    ) -> HTML {
        let own = [Crumb("首頁", "/"), Crumb("年度測驗", section)]
        let crumbs =
            title.map { own + [Crumb(exam.plan.title, address(exam)), Crumb($0)] } ?? own + [Crumb(exam.plan.title)]
        return Layout.page(
            title ?? exam.plan.title, chrome: chrome, section: section, crumbs: crumbs,
            head: "<p class=\"soft\">\(summary(exam))</p>", badge: headBadge(exam, now: now),
            content: "\(tabs(exam, current: tab))\(content)")
    }

    static func summary(_ exam: Exam) -> String {
        let plan = exam.plan
        // No-break spaces, so that no line ends between a number and its unit.
        return "\(window(exam))　\(BlueprintRules.questionCount(plan.blueprint))\u{A0}題　\(plan.minutes)\u{A0}分鐘　"
            + "\(plan.passMark)\u{A0}分及格　\(plan.draw.name)"
    }

    /// From opening to end; of an exam closed early the real end, and the planned one beside it.
    static func window(_ exam: Exam) -> String {
        let plan = exam.plan
        let sameYear = ROCDate.day(of: plan.opens).year == ROCDate.day(of: plan.closes).year
        let end = end(exam, sameYear ? ROCDate.shortWithTime : ROCDate.withTime)
        return "\(ROCDate.withTime(plan.opens)) 至 \(end)"
    }

    /// When it is or was over.
    static func end(_ exam: Exam, _ words: (Moment) -> String = ROCDate.shortWithTime) -> String {
        guard let closed = exam.closedEarlyAt else { return words(exam.plan.closes) }
        return "\(words(closed)) 提前結束（原定 \(words(exam.plan.closes))）"
    }

    /// Beside a page's title; a sheet of paper is filed long after the exam has ended.
    static func headBadge(_ exam: Exam, now: Moment) -> HTML {
        "<span class=\"no-print\">\(badge(exam, now: now))</span>"
    }

    static func badge(_ exam: Exam, now: Moment) -> HTML {
        switch exam.state {
        case .draft: Component.badge(icon: Icon.draft, "草稿")
        case .published where exam.reopenedAt != nil: Component.badge(.info, "補考中")
        case .published where now < exam.plan.opens: Component.badge(icon: Icon.clock, "尚未開始")
        case .published where now < exam.plan.closes: Component.badge(.info, "進行中")
        case .published: Component.badge(.warn, "收卷中")
        case .closed where exam.plan.results == .whenAnnounced && exam.releasedAt == nil: Component.badge(.warn, "待公布")
        case .closed where exam.releasedAt != nil: Component.badge(.pass, "已公布")
        case .closed: Component.badge(.pass, "已結束")
        }
    }

    private static func tabs(_ exam: Exam, current: Tab?) -> HTML {
        let shown = Tab.allCases.filter { exam.state != .draft || ($0 != .results && $0 != .analysis) }
        return """
            <nav class="tabs" aria-label="測驗">\(each: shown, { link($0, exam, isCurrent: $0 == current) })</nav>
            """
    }

    private static func link(_ tab: Tab, _ exam: Exam, isCurrent: Bool) -> HTML {
        let (address, words): (Address, HTML) =
            switch tab {
            case .overview: (address(exam), "總覽")
            case .paper: ("\(address(exam))/paper", "試卷預覽")
            case .examinees: ("\(address(exam))/examinees", "應試人員")
            case .results: ("\(address(exam))/results", "成績")
            case .analysis: (ExamAnalysisViews.address(exam), "試題分析")
            }
        return "<a href=\"\(address)\"\(when: isCurrent, " aria-current=\"page\"")>\(words)</a>"
    }

    /// How far an examinee is, with the exam and with a make-up.
    static func badges(_ result: ExamResult, of exam: Exam, now: Moment) -> HTML {
        stateBadge(result.state, of: exam) + MakeUpViews.badge(result, in: exam, now: now)
    }

    static func stateBadge(_ state: ResultState, of exam: Exam) -> HTML {
        let name = state.name(of: exam)
        return switch state {
        case .notStarted where exam.hasEnded: Component.badge(.fail, name)
        case .notStarted: Component.badge(icon: Icon.clock, name)
        case .open: Component.badge(.info, name)
        case .submitted: Component.badge(.pass, name)
        case .excused: "<span class=\"badge\" data-tone=\"warn\">\(Icon.pause)\(name)</span>"
        }
    }

    /// The last part of a unit's full name.
    static func shortName(_ unitName: String) -> String {
        unitName.split(separator: "/").last.map(String.init) ?? unitName
    }
}
