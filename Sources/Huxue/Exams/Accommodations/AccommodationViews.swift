/// 應試人員: who has started, who has finished, and each examinee's accommodation.
enum AccommodationViews {
    static let pageSize = 50

    struct Line: Sendable {
        let result: ExamResult
        let accommodation: Accommodation?
        var attempts: [Attempt] = []
    }

    /// The list that the page's address asks for.
    struct Query: Sendable {
        /// In the place of a state, for those who have a make-up, whatever their state.
        static let makeUps = "makeUp"

        var search = ""
        var state: ResultState?
        var hasMakeUp = false
        var unit: ID<Unit>?
        /// True to leave out the people of the units below `unit`.
        var isUnitAlone = false
        var page = 1

        init(_ form: Form) throws {
            search = try form.text("q")
            let state = try form.text("state")
            self.state = ResultState(rawValue: state)
            hasMakeUp = state == Self.makeUps
            unit = ID<Unit>(try form.text("unit"))
            isUnitAlone = form.has("alone")
            page = try form.number("page") ?? 1
        }

        /// What the address says of the state; empty for all.
        var stateWord: String { hasMakeUp ? Self.makeUps : state?.rawValue ?? "" }

        var items: [(name: String, value: String)] {
            [
                ("q", search), ("state", stateWord), ("unit", unit.map { "\($0)" } ?? ""),
                ("alone", isUnitAlone ? "1" : ""),
            ]
        }
    }

    struct Sheet: Sendable {
        let exam: Exam
        /// Counts over the whole roster.
        let standing: ExamStanding
        /// How many have a make-up.
        let makeUps: Int
        /// The examinees on the page shown.
        let lines: [Line]
        let query: Query
        let paging: Paging
        /// The examinee whose accommodation has just been saved; nil for none.
        let saved: Line?
        let now: Moment
    }

    static func examinees(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let address: Address = "\(ExamHeadViews.address(sheet.exam))/examinees"
        return ExamHeadViews.page(
            sheet.exam, tab: .examinees, title: "\(sheet.exam.plan.title)　應試人員", now: sheet.now, chrome: chrome,
            content: """
                \(Component.done(saved(sheet)))
                <section class="stack" aria-labelledby="list"><div class="section-head"><h2 id="list">應試人員</h2>\
                <p class="row"><span class="soft">共 \(sheet.standing.roster) 人</span>\(Component.printButton)</p></div>
                <form class="row no-print" action="\(address)"><label class="label" for="find">姓名或員工編號</label>\
                <span><input class="input" id="find" name="q" type="search" value="\(sheet.query.search)"></span>\
                \(when: !sheet.query.stateWord.isEmpty, "<input type=\"hidden\" name=\"state\" value=\"\(sheet.query.stateWord)\">")\
                \(sheet.query.unit.map { "<input type=\"hidden\" name=\"unit\" value=\"\($0)\">" as HTML })\
                \(when: sheet.query.isUnitAlone, "<input type=\"hidden\" name=\"alone\" value=\"1\">")\
                <button class="button button-quiet">篩選</button></form>
                \(chips(sheet, address: address))
                \(sheet.lines.isEmpty ? nobody : table(sheet.lines, sheet))
                \(Component.pagination(sheet.paging, noun: "人") {
                    address.with(sheet.query.items + [("page", "\($0)")])
                })</section>
                """)
    }

    private static func saved(_ sheet: Sheet) -> String? {
        guard let line = sheet.saved else { return nil }
        let words = line.accommodation.map(words) ?? ""
        return ExamDeed.accommodated(line.result.entry.name, words.isEmpty ? nil : words)
    }

    private static let nobody = Component.empty(
        Icon.people, title: "沒有符合的人", text: "換一個條件，或清除篩選再看。")

    private static func chips(_ sheet: Sheet, address: Address) -> HTML {
        func chip(_ state: ResultState?, hasMakeUp: Bool = false, _ words: String, _ count: Int) -> HTML {
            var query = sheet.query
            (query.state, query.hasMakeUp) = (state, hasMakeUp)
            let isCurrent = sheet.query.state == state && sheet.query.hasMakeUp == hasMakeUp
            return
                "<a href=\"\(address.with(query.items))\"\(when: isCurrent, " aria-current=\"true\"")>\(words) \(count)</a>"
        }
        return """
            <nav class="chips" aria-label="依情形篩選">\(chip(nil, "全部", sheet.standing.roster))\
            \(each: ResultState.allCases, { chip($0, $0.name(of: sheet.exam), sheet.standing.count(of: $0)) })\
            \(when: sheet.makeUps > 0, chip(nil, hasMakeUp: true, "安排補考", sheet.makeUps))</nav>
            """
    }

    private static func table(_ lines: [Line], _ sheet: Sheet) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">應試人員</caption>\
        <thead><tr><th scope="col">員工編號</th><th scope="col">姓名</th><th scope="col">單位</th>\
        <th scope="col">情形</th><th scope="col">開始</th><th scope="col">交卷</th><th scope="col">個別安排</th>\
        <th scope="col" class="no-print"><span class="visually-hidden">動作</span></th></tr></thead>\
        <tbody>\(each: lines, { row($0, sheet) })</tbody></table></div>
        """
    }

    private static func row(_ line: Line, _ sheet: Sheet) -> HTML {
        let entry = line.result.entry
        return """
            <tr><td data-label="員工編號">\(entry.staffNumber)</td><th scope="row">\(entry.name)</th>\
            <td data-label="單位">\(ExamHeadViews.shortName(entry.unitName))</td>\
            <td data-label="情形">\(ExamHeadViews.badges(line.result, of: sheet.exam, now: sheet.now))</td>\
            <td data-label="開始" class="wide">\(line.result.startedAt.map(ROCDate.shortWithTime) ?? "—")</td>\
            <td data-label="交卷" class="wide">\(ExamineeAttemptViews.list(line.attempts, of: line.result, in: sheet.exam))</td>\
            <td data-label="個別安排" class="wide">\(line.accommodation.map(words) ?? "—")</td>\
            <td class="wide no-print">\(change(line, sheet.exam))</td></tr>
            """
    }

    /// Link to change the accommodation; on a closed exam, to grant a make-up to somebody with an attempt left or who failed.
    private static func change(_ line: Line, _ exam: Exam) -> HTML {
        let entry = line.result.entry
        let address: Address = "\(ExamHeadViews.address(exam))/examinees/\(entry.employee)"
        guard exam.state == .closed else {
            return "<a href=\"\(address)\">請假、補考、延長時間<span class=\"visually-hidden\">：\(entry.name)</span></a>"
        }
        guard line.result.attempts < exam.plan.attempts || line.result.passed == false else { return .empty }
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
