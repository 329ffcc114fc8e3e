/// The form that sends an announcement.
enum AnnouncementFormViews {
    struct Sheet: Sendable {
        let page: Page
        /// In whose name; the audience is chosen from it.
        let unit: Unit
        let choice: AudienceChoice
        var form: AnnouncementForm
        /// How many people in service the present choice reaches.
        let reach: Int
        var problems: [AnnouncementProblem] = []
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
                \(Component.errorSummary(inOrder(sheet.problems).map { ($0.field, $0.sentence) }, title: summary(sheet)))
                <p>選到的在職同仁會在首頁看到它，讀完後按一次「我已閱讀並了解」。之後到職的人也會看到，直到您收回。</p>
                <form class="form" method="post" action="\(AnnouncementAddress.overview(page.code))" \
                data-reach-from="\(AnnouncementAddress.audience(page.code))">\(Layout.token(chrome))
                <input type="hidden" name="revision" value="\(sheet.form.revision)">
                \(FieldViews.text(
                    "deadline", label: "確認期限", value: sheet.form.deadline, hint: "到這一天結束為止，例如 115/12/31",
                    error: error("deadline", sheet), attributes: "required"))
                \(AudienceViews.fields(
                    sheet.form.readers, choice: sheet.choice, caller: sheet.unit.name, duty: "確認", error: { error($0, sheet) }))
                <p class="row" id="reach" tabindex="-1"><strong data-reach role="status">\(AnnouncementTerms.reach(sheet.reach))</strong>\
                <button class="button button-quiet" formaction="\(AnnouncementAddress.audience(page.code))" formnovalidate data-without-script>算一下人數</button></p>
                <p class="row"><button class="button">發送公告</button>\
                <a class="button button-quiet" href="\(PageAddress.page(page.code))">先不發送</a></p></form>
                """)
    }

    /// As their fields stand on the page.
    private static func inOrder(_ problems: [AnnouncementProblem]) -> [AnnouncementProblem] {
        ["deadline", "units", "positions", "employees", "except"].flatMap { field in
            problems.filter { $0.field == field }
        }
    }

    private static func summary(_ sheet: Sheet) -> String { "公告還沒有發出，有 \(sheet.problems.count) 處需要修正，填的內容都在" }

    private static func error(_ field: String, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.field == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }
}
