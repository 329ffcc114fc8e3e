/// The manager's list of exams, a year at a time.
enum ExamListPages {
    struct Line: Sendable {
        let exam: Exam
        let unitName: String
        let roster: Int
        let submitted: Int
    }

    struct Sheet: Sendable {
        let lines: [Line]
        /// Gregorian, the latest first.
        let years: [Int]
        let year: Int
        let statuses: [ProgrammeStatus]
        let today: Day
        let now: Moment
    }

    static func list(_ sheet: Sheet, chrome: Chrome) -> HTML {
        Layout.page(
            "年度測驗", chrome: chrome, section: ExamHeadPages.section,
            head: "<p class=\"soft\">安排一年的測驗，發布後看誰已應試，結束後看成績。</p>",
            content: """
                \(programme(sheet))
                <section class="stack" aria-labelledby="exams"><div class="section-head">\
                <h2 id="exams">\(ROCDate.year(sheet.year)) 年的測驗</h2><a href="/manage/exams/new">建立測驗</a></div>
                \(years(sheet))
                \(sheet.lines.isEmpty ? empty : table(sheet))</section>
                """)
    }

    private static let empty = Component.empty(
        Icon.tray, title: "還沒有測驗", text: "先訂細目表，系統會告訴您題庫夠不夠出題。",
        action: "<a class=\"button\" href=\"/manage/exams/new\">建立測驗</a>")

    private static func years(_ sheet: Sheet) -> HTML {
        """
        <nav class="chips" aria-label="年度">\(each: sheet.years, { year in
            """
            <a href="\(ExamHeadPages.section.with([("year", "\(ROCDate.year(year))")]))"\
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
        return "\(each: needs, { need($0.0, $0.1, link: link) })"
    }

    private static func need(_ status: ProgrammeStatus, _ part: ProgrammePart, link: HTML) -> HTML {
        let note = ProgrammePages.need(status, part: part)
        return Component.banner(
            .warn, note.title, note.sentence, next: "<a href=\"/manage/exams/new\">建立測驗</a>　\(link)")
    }

    private static func table(_ sheet: Sheet) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">測驗</caption>\
        <thead><tr><th scope="col">測驗</th><th scope="col">種類</th><th scope="col">應試期間</th>\
        <th scope="col" class="num">應試</th><th scope="col" class="num">已交卷</th><th scope="col">狀態</th></tr></thead>\
        <tbody>\(each: sheet.lines, { row($0, now: sheet.now) })</tbody></table></div>
        """
    }

    private static func row(_ line: Line, now: Moment) -> HTML {
        let plan = line.exam.plan
        return """
            <tr><th scope="row"><a href="\(ExamHeadPages.address(line.exam))">\(plan.title)</a></th>\
            <td data-label="種類">\(plan.kind.name)</td>\
            <td data-label="應試期間" class="wide">\(ROCDate.shortWithTime(plan.opens)) 至 \(ROCDate.shortWithTime(plan.closes))</td>\
            <td class="num" data-label="應試">\(line.roster)</td><td class="num" data-label="已交卷">\(line.submitted)</td>\
            <td data-label="狀態">\(ExamHeadPages.badge(line.exam, now: now))</td></tr>
            """
    }
}
