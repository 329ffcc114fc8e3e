/// The year's programme and what it still asks for.
enum ProgrammeViews {
    static func notes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "測驗承辦", link: ("/manage/exams", "年度測驗"), notes: notes, place: 1)
    }

    /// One line of the form, as it was typed.
    struct Line: Sendable {
        var kind: String
        var period: String
        var count: String
        var counterOnly: Bool
    }

    struct Sheet: Sendable {
        let unit: Unit
        /// The units that the visitor may plan for.
        var units: UnitChoice
        /// Why the unit that was typed was not found; the sheet then shows the visitor's highest unit.
        var unitProblem: UnitRefusal?
        /// Gregorian.
        let year: Int
        let statuses: [ProgrammeStatus]
        var lines: [Line]
        /// Whether it has just been saved.
        var isSaved = false
        /// A year as it was typed that is none; then the sheet is that of this year.
        var wrongYear: String?
        let today: Day

        /// What is wrong with the unit and the year to look at.
        var chooserProblems: [(field: String, sentence: String)] {
            (unitProblem.map { [("unit", $0.sentence)] } ?? [])
                + (wrongYear == nil ? [] : [("year", ProgrammeRefusal.noSuchYear.sentence)])
        }
    }

    static let address: Address = "/manage/programme"

    static func programme(_ sheet: Sheet, problem: ProgrammeRefusal? = nil, chrome: Chrome) -> HTML {
        let year = ROCDate.year(sheet.year)
        return Layout.page(
            "\(year) 年度測驗計畫", chrome: chrome, section: "/manage/exams",
            crumbs: [Crumb("首頁", "/"), Crumb("年度測驗", "/manage/exams"), Crumb("\(year) 年度測驗計畫")],
            head: "<p class=\"soft\">\(sheet.unit.fullName)。寫下一年要辦哪些測驗、各幾次，系統會告訴您這一期還缺什麼。</p>",
            content: """
                \(problemSummary(problem))\(Component.errorSummary(sheet.chooserProblems))
                \(Component.done(sheet.isSaved && problem == nil ? ExamDeed.programmeSentence : nil))
                \(chooser(sheet))
                \(standing(sheet))
                \(form(sheet, problem: problem, chrome: chrome))
                """)
    }

    private static func problemSummary(_ problem: ProgrammeRefusal?) -> HTML {
        guard let problem else { return .empty }
        let field = problem.line.map { "count-\($0 - 1)" } ?? "count-0"
        return Component.errorSummary([(field: field, sentence: problem.sentence)])
    }

    private static func chooser(_ sheet: Sheet) -> HTML {
        """
        <form class="row no-print" action="\(address)">\(UnitFieldViews.field(
                "unit", label: "單位", choice: sheet.units, error: sheet.unitProblem?.sentence))
        \(FieldViews.number(
                "year", label: "年度", value: sheet.wrongYear ?? "\(ROCDate.year(sheet.year))", unit: "年",
                error: sheet.wrongYear.map { _ in ProgrammeRefusal.noSuchYear.sentence }))\
        <button class="button button-quiet">查看</button></form>
        """
    }

    private static func standing(_ sheet: Sheet) -> HTML {
        """
        <section class="stack" aria-labelledby="standing"><div class="section-head"><h2 id="standing">各期辦理情形</h2>\
        <a href="/manage/exams/new">建立測驗</a></div>
        \(sheet.statuses.isEmpty ? noProgramme : standingTable(sheet))</section>
        """
    }

    private static let noProgramme = Component.empty(
        Icon.year, title: "這個年度還沒有計畫", text: "在下面填寫要辦的測驗，例如：法令小考，每季 1 次。")

    private static func standingTable(_ sheet: Sheet) -> HTML {
        let rows = sheet.statuses.flatMap { status in status.parts.map { (status, $0) } }
        return """
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">各期辦理情形</caption>\
            <thead><tr><th scope="col">種類</th><th scope="col">期別</th><th scope="col">期間</th>\
            <th scope="col" class="num">要辦</th><th scope="col" class="num">已結束</th>\
            <th scope="col" class="num">已發布</th><th scope="col" class="num">草稿</th><th scope="col">情形</th></tr></thead>\
            <tbody>\(each: rows, { row($0.0, $0.1, today: sheet.today) })</tbody></table></div>
            """
    }

    private static func row(_ status: ProgrammeStatus, _ part: ProgrammePart, today: Day) -> HTML {
        """
        <tr><th scope="row">\(status.item.kind.name)\(when: status.item.counterOnly, "　限臨櫃")</th>\
        <td data-label="期別">\(status.item.period.name(ofPart: part.number))</td>\
        <td data-label="期間" class="wide">\(ROCDate.plain(part.first))–\(ROCDate.plain(part.last))</td>\
        <td class="num" data-label="要辦"><a href="#plan">\(part.wanted)<span class="visually-hidden">（看計畫內容）</span></a></td>\
        \(each: [ExamState.closed, .published, .draft], { figure(status, part, state: $0) })\
        <td data-label="情形" class="wide">\(badge(part, today: today))</td></tr>
        """
    }

    private static func figure(_ status: ProgrammeStatus, _ part: ProgrammePart, state: ExamState) -> HTML {
        let name = status.item.period.name(ofPart: part.number)
        let count = part.exams(in: state).count
        let figure = ExamOverviewViews.linked(
            count, exams(status, part, state: state), "\(name)的\(status.item.kind.name)，\(state.name)")
        return "<td class=\"num\" data-label=\"\(state.name)\">\(figure)</td>"
    }

    /// Address of the list of exams that a figure counts.
    private static func exams(_ status: ProgrammeStatus, _ part: ProgrammePart, state: ExamState) -> Address {
        ExamHeadViews.section.with([
            ("year", "\(ROCDate.year(status.item.year))"), ("unit", "\(status.item.unitID)"),
            ("kind", status.item.kind.rawValue), ("period", status.item.period.rawValue), ("part", "\(part.number)"),
            ("state", state.rawValue),
        ])
    }

    static func badge(_ part: ProgrammePart, today: Day) -> HTML {
        if part.held >= part.wanted { return Component.badge(.pass, "已完成") }
        if part.missing == 0 { return Component.badge(.info, "已排定") }
        if today > part.last { return Component.badge(.fail, "逾期，缺 \(part.missing) 次") }
        if today >= part.first { return Component.badge(.warn, "本期還缺 \(part.missing) 次") }
        return Component.badge(icon: Icon.draft, "未到期，缺 \(part.missing) 次")
    }

    private static func form(_ sheet: Sheet, problem: ProgrammeRefusal?, chrome: Chrome) -> HTML {
        """
        <section class="stack no-print" aria-labelledby="plan"><div class="section-head"><h2 id="plan">計畫內容</h2>\
        <span class="soft">次數留空白的項目不會儲存</span></div>
        <form class="stack" method="post" action="\(address)">\(Layout.token(chrome))\
        <input type="hidden" name="unit" value="\(sheet.unit.id)">\
        <input type="hidden" name="year" value="\(ROCDate.year(sheet.year))">\
        <input type="hidden" name="lines" value="\(sheet.lines.count)">
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">計畫的項目</caption>\
        <thead><tr><th scope="col">項次</th><th scope="col">種類</th><th scope="col">期別</th>\
        <th scope="col" class="num">每期次數</th><th scope="col">對象</th></tr></thead><tbody>\
        \(each: sheet.lines.enumerated(), { line($0.offset, $0.element, problem: problem) })</tbody></table></div>
        <p class="row"><button class="button">儲存年度計畫</button></p></form></section>
        """
    }

    private static func line(_ place: Int, _ line: Line, problem: ProgrammeRefusal?) -> HTML {
        let kinds = FieldViews.options(ExamKind.self, words: \.name)
        let periods = FieldViews.options(ProgrammePeriod.self, words: \.name)
        let isWrong = problem?.line == place + 1
        return """
            <tr><th scope="row">第 \(place + 1) 項</th>\
            <td data-label="種類" class="wide"><select class="input" name="kind-\(place)" \
            aria-label="第 \(place + 1) 項的種類">\(FieldViews.choices(kinds, chosen: line.kind))</select></td>\
            <td data-label="期別"><select class="input" name="period-\(place)" aria-label="第 \(place + 1) 項的期別">\
            \(FieldViews.choices(periods, chosen: line.period))</select></td>\
            <td class="num" data-label="每期次數"><input class="input input-short" id="count-\(place)" \
            name="count-\(place)" inputmode="numeric" value="\(line.count)" aria-label="第 \(place + 1) 項每期的次數"\
            \(when: isWrong, " aria-invalid=\"true\"")></td>\
            <td data-label="對象">\(FieldViews.check("counterOnly-\(place)", words: "只限臨櫃同仁", isChosen: line.counterOnly))</td></tr>
            """
    }

    // MARK: On the home page

    static func need(_ status: ProgrammeStatus, part: ProgrammePart) -> ManagerNote {
        ManagerNote(
            title: "\(status.item.period.name(ofPart: part.number))還要辦 \(part.missing) 次\(status.item.kind.name)。",
            sentence: "\(status.unitName)，\(ROCDate.short(part.last))前要開始。"
                + (part.drafts > 0 ? "已有草稿 \(part.drafts) 件，尚未發布。" : ""),
            links: [("/manage/programme", "看年度測驗計畫")]
                + (part.drafts > 0
                    ? [(exams(status, part, state: .draft), "看草稿 \(part.drafts) 件")]
                    : [("/manage/exams/new", "建立測驗")]),
            tone: .warn)
    }

    /// Note on tests that are still missing in periods of this year that are over.
    static func overdue(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "今年有 \(count) 次應辦測驗逾期未辦。", sentence: "年度測驗計畫上列為逾期。",
            links: [("/manage/programme", "看年度測驗計畫")], tone: .warn)
    }

    static func awaitingRelease(_ exam: Exam) -> ManagerNote {
        ManagerNote(
            title: "「\(exam.plan.title)」已結束，成績等您公布。", sentence: "公布以前，應試同仁看不到成績。",
            links: [(ResultViews.address(exam), "核對並公布")], tone: .warn)
    }

    private static func people(
        of exam: Exam, _ state: ResultState, count: Int
    ) -> [(address: Address, words: String)] {
        guard count > 0 else { return [] }
        let list: Address = "\(ExamHeadViews.address(exam))/examinees"
        return [(list.with([("state", state.rawValue)]), "看\(state.name(of: exam))的同仁")]
    }

    static func running(_ exam: Exam, standing: ExamStanding) -> ManagerNote {
        let end = exam.hasEnded ? "" : "，\(ROCDate.shortWithTime(exam.plan.closes))截止"
        return ManagerNote(
            title: "「\(exam.plan.title)」\(exam.hasEnded ? "補考中" : "進行中")。",
            sentence: "已交卷 \(standing.submitted)／\(standing.roster) 人\(end)。",
            links: [(ExamHeadViews.address(exam), "看應試進度")]
                + (exam.hasEnded ? [] : [("\(ComplianceViews.section)/\(exam.id)", "提醒未交卷的同仁")])
                + people(of: exam, .submitted, count: standing.submitted)
                + people(of: exam, .notStarted, count: standing.roster - standing.submitted),
            tone: .info, waits: false)
    }
}
