/// The manager's list of exams, a year at a time.
enum ExamListViews {
    struct Line: Sendable {
        let exam: Exam
        let standing: ExamStanding
        /// Whether the reader manages it.
        let isManaged: Bool
    }

    struct Sheet: Sendable {
        let lines: [Line]
        /// Gregorian, the latest first.
        let years: [Int]
        let year: Int
        let statuses: [ProgrammeStatus]
        /// The part of the programme to which the list is narrowed; nil for the whole year.
        let choice: ProgrammeStatus.Choice?
        var isDeleted = false
        let today: Day
        let now: Moment
    }

    static func list(_ sheet: Sheet, chrome: Chrome) -> HTML {
        Layout.page(
            "年度測驗", chrome: chrome, section: ExamHeadViews.section,
            head: "<p class=\"soft\">安排一年的測驗，發布後看誰已應試，結束後看成績。</p>",
            content: """
                \(Component.done(sheet.isDeleted ? ExamDeed.deletedSentence : nil))
                \(when: sheet.choice == nil, programme(sheet))
                <section class="stack" aria-labelledby="exams"><div class="section-head">\
                <h2 id="exams">\(heading(sheet))</h2><a href="/manage/exams/new">建立測驗</a></div>
                \(sheet.choice == nil ? years(sheet) : back(sheet))
                \(sheet.lines.isEmpty ? empty : table(sheet))</section>
                """)
    }

    private static let empty = Component.empty(
        Icon.tray, title: "還沒有測驗", text: "先訂細目表，系統會告訴您題庫夠不夠出題。",
        action: "<a class=\"button\" href=\"/manage/exams/new\">建立測驗</a>")

    private static func heading(_ sheet: Sheet) -> String {
        let year = "\(ROCDate.year(sheet.year)) 年"
        guard let choice = sheet.choice else { return "\(year)的測驗" }
        let item = choice.status.item
        let state = choice.state.map { "，\($0.name)" } ?? ""
        return "\(year)\(item.period.name(ofPart: choice.part.number))的\(item.kind.name)\(state)"
    }

    private static func back(_ sheet: Sheet) -> HTML {
        let year = (name: "year", value: "\(ROCDate.year(sheet.year))")
        let unit = (name: "unit", value: sheet.choice.map { "\($0.status.item.unitID)" } ?? "")
        return """
            <p class="row"><a href="\(ProgrammeViews.address.with([unit, year]))">回年度測驗計畫</a>\
            <a href="\(ExamHeadViews.section.with([year]))">看全年的測驗</a></p>
            """
    }

    private static func years(_ sheet: Sheet) -> HTML {
        """
        <nav class="chips" aria-label="年度">\(each: sheet.years, { year in
            """
            <a href="\(ExamHeadViews.section.with([("year", "\(ROCDate.year(year))")]))"\
            \(when: year == sheet.year, " aria-current=\"true\"")>\(ROCDate.year(year)) 年</a>
            """
        })</nav>
        """
    }

    private static func programme(_ sheet: Sheet) -> HTML {
        let needs = sheet.statuses.compactMap { status in
            status.part(of: sheet.today).flatMap { $0.missing > 0 ? (status, $0) : nil }
        }
        let link: HTML = "<a href=\"/manage/programme\">年度測驗計畫</a>"
        guard !sheet.statuses.isEmpty else {
            return Component.banner(
                .info, "今年還沒有年度測驗計畫。", "寫下一年要辦哪些測驗、各幾次，系統會告訴您這一期還缺什麼。", next: link)
        }
        guard !needs.isEmpty else { return Component.banner(.pass, "這一期要辦的測驗都已排定。", next: link) }
        return "\(each: needs, { need($0.0, $0.1) })"
    }

    private static func need(_ status: ProgrammeStatus, _ part: ProgrammePart) -> HTML {
        let note = ProgrammeViews.need(status, part: part)
        return Component.banner(
            .warn, note.title, note.sentence,
            next: "\(each: note.links, { "<a href=\"\($0.address)\">\($0.words)</a>　" })")
    }

    private static func table(_ sheet: Sheet) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">測驗</caption>\
        <thead><tr><th scope="col">測驗</th><th scope="col">種類</th><th scope="col">應試期間</th>\
        <th scope="col" class="num">應試</th><th scope="col" class="num">已交卷</th><th scope="col">狀態</th></tr></thead>\
        <tbody>\(each: sheet.lines, { row($0, now: sheet.now) })</tbody></table></div>
        """
    }

    /// A number of people, linked to the list of them when the reader manages the exam.
    private static func people(_ count: Int, _ line: Line, state: ResultState?) -> HTML {
        guard line.isManaged else { return "\(count)" }
        let list: Address = "\(ExamHeadViews.address(line.exam))/examinees"
        let words = state?.name(of: line.exam) ?? "應試人員"
        return ExamOverviewViews.linked(
            count, list.with([("state", state?.rawValue ?? "")]), "\(line.exam.plan.title)，\(words)")
    }

    private static func row(_ line: Line, now: Moment) -> HTML {
        let plan = line.exam.plan
        let address: Address =
            line.isManaged ? ExamHeadViews.address(line.exam) : "\(ComplianceViews.section)/\(line.exam.id)"
        return """
            <tr><th scope="row"><a href="\(address)">\(plan.title)</a></th>\
            <td data-label="種類">\(plan.kind.name)</td>\
            <td data-label="應試期間" class="wide">\(ROCDate.shortWithTime(plan.opens)) 至 \(ExamHeadViews.end(line.exam))</td>\
            <td class="num" data-label="應試">\(people(line.standing.roster, line, state: nil))</td>\
            <td class="num" data-label="已交卷">\(people(line.standing.submitted, line, state: .submitted))</td>\
            <td data-label="狀態">\(ExamHeadViews.badge(line.exam, now: now))</td></tr>
            """
    }
}
