/// The form that sends an announcement.
enum AnnouncementFormViews {
    struct Sheet: Sendable {
        let page: Page
        /// In whose name; the audience is chosen from it.
        let unit: Unit
        let units: [UnitTree.Branch]
        var form: AnnouncementForm
        let reach: Reach
        var problems: [AnnouncementProblem] = []
    }

    /// How many people in service each choice reaches.
    struct Reach: Sendable {
        /// By full name, each with all below it.
        let units: [String: Int]
        let positions: [String: Int]
        let everybody: Int
        /// People reached by the present choice.
        let chosen: Int
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let page = sheet.page
        return Layout.page(
            "發送公告", chrome: chrome, section: "/pages",
            crumbs: [
                Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code)), Crumb("發送公告"),
            ],
            head: "<p>\(Terms.quoted(page.title))第 \(sheet.form.revision) 版，以「\(sheet.unit.fullName)」的名義發出。</p>",
            content: """
                \(Component.errorSummary(sheet.problems.map { ($0.field, $0.sentence) }, title: summary(sheet)))
                <p>選到的在職同仁會在首頁看到它，讀完後按一次「我已閱讀並了解」。之後到職的人也會看到，直到您收回。</p>
                <form class="form" method="post" action="\(AnnouncementAddress.overview(page.code))" \
                data-reach-from="\(AnnouncementAddress.audience(page.code))">\(Layout.token(chrome))
                <input type="hidden" name="revision" value="\(sheet.form.revision)">
                \(Component.field(
                    "deadline", label: "確認期限", value: sheet.form.deadline, hint: "到這一天結束為止，例如 115/12/31",
                    error: error("deadline", sheet), attributes: "required"))
                <p>單位、職稱與另外指定的同仁，符合其中一項的都要確認。只給某單位的某職稱，請用「另外指定」或「排除」。</p>
                \(units(sheet))
                \(positions(sheet))
                \(check("counterOnly", value: "1", words: "單位與職稱只取臨櫃同仁", isChosen: sheet.form.counterOnly))
                \(Component.field(
                    "employees", label: "另外指定的同仁", value: sheet.form.employees, hint: "員工編號，以空白或逗號隔開",
                    error: error("employees", sheet)))
                \(Component.field(
                    "except", label: "排除的同仁", value: sheet.form.except, hint: "員工編號；無論符合哪一項，都不必確認",
                    error: error("except", sheet)))
                <p class="row" id="reach" tabindex="-1"><strong data-reach role="status">\(AnnouncementTerms.reach(sheet.reach.chosen))</strong>\
                <button class="button button-quiet" formaction="\(AnnouncementAddress.audience(page.code))" formnovalidate data-without-script>算一下人數</button></p>
                <p class="row"><button class="button">發送公告</button>\
                <a class="button button-quiet" href="\(PageAddress.page(page.code))">先不發送</a></p></form>
                """)
    }

    private static func summary(_ sheet: Sheet) -> String { "公告還沒有發出，有 \(sheet.problems.count) 處需要修正，填的內容都在" }

    private static func error(_ field: String, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.field == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }

    private static func units(_ sheet: Sheet) -> HTML {
        let chosen = sheet.form.units
        let known = Set(sheet.units.map(\.unit.fullName)).union([Audience.wholeOffice])
        let lost = chosen.filter { !known.contains($0) }
        return fieldset(
            "units", legend: "單位", error: error("units", sheet),
            content: """
                \(check("units", value: Audience.wholeOffice, words: "\(sheet.unit.name)全體同仁", count: sheet.reach.everybody, isChosen: chosen.contains(Audience.wholeOffice)))\
                \(each: sheet.units.filter { $0.unit.id != sheet.unit.id || chosen.contains($0.unit.fullName) }, { branch in
                    check(
                        "units", value: branch.unit.fullName,
                        words: String(repeating: "　", count: branch.depth) + branch.unit.name,
                        count: sheet.reach.units[branch.unit.fullName] ?? 0,
                        isChosen: chosen.contains(branch.unit.fullName))
                })\(each: lost, { check("units", value: $0, words: $0, isChosen: true) })
                """)
    }

    private static func positions(_ sheet: Sheet) -> HTML {
        let chosen = sheet.form.positions
        let known = sheet.reach.positions.keys.sorted()
        let shown = known + chosen.filter { !known.contains($0) }
        guard !shown.isEmpty else { return .empty }
        return fieldset(
            "positions", legend: "職稱", error: error("positions", sheet),
            content: """
                <div class="row">\(each: shown, { position in
                    check(
                        "positions", value: position, words: position.isEmpty ? "（未填職稱）" : position,
                        count: sheet.reach.positions[position] ?? 0, isChosen: chosen.contains(position))
                })</div>
                """)
    }

    private static func fieldset(_ id: String, legend: String, error: String?, content: HTML) -> HTML {
        """
        <fieldset class="field" id="\(id)"\(when: error != nil, " aria-describedby=\"\(id)-error\"")>\
        <legend>\(legend)</legend>\(content)\(error.map { Component.fieldError(id, $0) })</fieldset>
        """
    }

    private static func check(
        _ name: String, value: String, words: String, count: Int? = nil, isChosen: Bool
    ) -> HTML {
        """
        <label class="check"><input type="checkbox" name="\(name)" value="\(value)"\(when: isChosen, " checked")>\
        <span>\(words)\(count.map { "<span class=\"soft\">　\($0) 人</span>" as HTML })</span></label>
        """
    }
}
