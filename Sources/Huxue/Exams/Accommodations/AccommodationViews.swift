/// 應試人員: who has started, who has finished, and what each may have apart.
enum AccommodationViews {
    static let pageSize = 50

    struct Line: Sendable {
        let result: ExamResult
        let accommodation: Accommodation?
    }

    struct Query: Sendable {
        var search = ""
        var state: ResultState?
        var unit: ID<Unit>?
        var page = 1
    }

    struct Sheet: Sendable {
        let exam: Exam
        /// All of the roster.
        let lines: [Line]
        let query: Query
        /// Whose conditions have just been saved.
        var saved: ID<Employee>?
        let now: Moment

        /// Those whom search and filters leave.
        var shown: [Line] {
            lines.filter { line in
                let entry = line.result.entry
                return (query.state.map { $0 == line.result.state } ?? true)
                    && (query.unit.map { $0 == entry.unitID } ?? true)
                    && (query.search.isEmpty || entry.name.contains(query.search)
                        || entry.staffNumber.contains(query.search))
            }
        }
    }

    static func examinees(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let address: Address = "\(ExamHeadViews.address(sheet.exam))/examinees"
        let shown = sheet.shown
        let page = shown.dropFirst((sheet.query.page - 1) * pageSize).prefix(pageSize)
        return ExamHeadViews.page(
            sheet.exam, tab: .examinees, title: "應試人員", now: sheet.now, chrome: chrome,
            content: """
                \(Component.done(saved(sheet)))
                <section class="stack" aria-labelledby="list"><div class="section-head"><h2 id="list">應試人員</h2>\
                <span class="soft">共 \(sheet.lines.count) 人</span></div>
                <form class="row no-print" action="\(address)"><label class="label" for="find">姓名或員工編號</label>\
                <span><input class="input" id="find" name="q" type="search" value="\(sheet.query.search)"></span>\
                \(sheet.query.state.map { "<input type=\"hidden\" name=\"state\" value=\"\($0.rawValue)\">" as HTML })\
                \(sheet.query.unit.map { "<input type=\"hidden\" name=\"unit\" value=\"\($0)\">" as HTML })\
                <button class="button button-quiet">篩選</button></form>
                \(chips(sheet, address: address))
                \(page.isEmpty ? nobody : table(Array(page), sheet))
                \(Component.pagination(Paging(sheet.query.page, size: pageSize, total: shown.count), noun: "人") {
                    address.with(items(sheet.query) + [("page", "\($0)")])
                })</section>
                """)
    }

    private static func saved(_ sheet: Sheet) -> String? {
        guard let line = sheet.lines.first(where: { $0.result.entry.employee == sheet.saved }) else { return nil }
        let words = line.accommodation.map(words) ?? ""
        return ExamDeed.accommodated(line.result.entry.name, words.isEmpty ? nil : words)
    }

    private static let nobody = Component.empty(
        Icon.people, title: "沒有符合的人", text: "換一個條件，或清除篩選再看。")

    private static func items(_ query: Query) -> [(name: String, value: String)] {
        [("q", query.search), ("state", query.state?.rawValue ?? ""), ("unit", query.unit.map { "\($0)" } ?? "")]
    }

    private static func chips(_ sheet: Sheet, address: Address) -> HTML {
        let choices: [(ResultState?, String)] =
            [(nil, "全部")] + ResultState.allCases.map { ($0, $0.name(of: sheet.exam)) }
        return """
            <nav class="chips" aria-label="依情形篩選">\(each: choices, { state, words in
                var query = sheet.query
                query.state = state
                let count = sheet.lines.count { state == nil || $0.result.state == state }
                return """
                    <a href="\(address.with(items(query)))"\
                    \(when: sheet.query.state == state, " aria-current=\"true\"")>\(words) \(count)</a>
                    """
            })</nav>
            """
    }

    private static func table(_ lines: [Line], _ sheet: Sheet) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">應試人員</caption>\
        <thead><tr><th scope="col">員工編號</th><th scope="col">姓名</th><th scope="col">單位</th>\
        <th scope="col">情形</th><th scope="col">開始</th><th scope="col">交卷</th><th scope="col">個別安排</th>\
        <th scope="col"><span class="visually-hidden">動作</span></th></tr></thead>\
        <tbody>\(each: lines, { row($0, sheet) })</tbody></table></div>
        """
    }

    private static func row(_ line: Line, _ sheet: Sheet) -> HTML {
        let entry = line.result.entry
        return """
            <tr><td data-label="員工編號">\(entry.staffNumber)</td><th scope="row">\(entry.name)</th>\
            <td data-label="單位">\(ExamHeadViews.shortName(entry.unitName))</td>\
            <td data-label="情形">\(ExamHeadViews.stateBadge(line.result.state, of: sheet.exam))</td>\
            <td data-label="開始" class="wide">\(line.result.startedAt.map(ROCDate.shortWithTime) ?? "—")</td>\
            <td data-label="交卷" class="wide">\(line.result.submittedAt.map(ROCDate.shortWithTime) ?? "—")</td>\
            <td data-label="個別安排" class="wide">\(line.accommodation.map(words) ?? "—")</td>\
            <td class="wide">\(change(line, sheet.exam))</td></tr>
            """
    }

    /// Where it is changed; on a closed exam, where those with an attempt left get a make-up.
    private static func change(_ line: Line, _ exam: Exam) -> HTML {
        let entry = line.result.entry
        let address: Address = "\(ExamHeadViews.address(exam))/examinees/\(entry.employee)"
        guard exam.state == .closed else {
            return "<a href=\"\(address)\">調整<span class=\"visually-hidden\">\(entry.name)的應試條件</span></a>"
        }
        guard line.result.attempts < exam.plan.attempts else { return .empty }
        return "<a href=\"\(address)\">安排補考<span class=\"visually-hidden\">：\(entry.name)</span></a>"
    }

    static func words(_ accommodation: Accommodation) -> String {
        var parts: [String] = []
        if accommodation.isExcused { parts.append("請假") }
        if accommodation.extraMinutes > 0 { parts.append("延長 \(accommodation.extraMinutes) 分鐘") }
        if let opens = accommodation.opens, let closes = accommodation.closes {
            parts.append("補考 \(ROCDate.shortWithTime(opens)) 至 \(ROCDate.shortWithTime(closes))")
        }
        return parts.joined(separator: "，")
    }
}
