/// The case studies that somebody may see, by kind and facet, and what they were writing.
enum CaseListViews {
    static let section: Address = "/cases"
    static let pageSize = 40

    struct Contents: Sendable {
        let filter: CaseFilter
        let paging: Paging
        let lines: [CaseLine]
        /// Values of the facets, the commonest first.
        let subjects: [String]
        let services: [String]
        let drafts: [Draft<CaseField>]
        let isChecker: Bool
        var done: CaseDeed?
    }

    /// The list with everything of the filter in its address.
    static func address(_ filter: CaseFilter, page: Int = 1) -> Address {
        section.with([
            ("kind", filter.kind?.rawValue ?? ""), ("state", filter.state?.rawValue ?? ""),
            ("subject", filter.subject), ("service", filter.service), ("own", filter.isOwn ? "1" : ""),
            ("waiting", filter.isWaiting ? "1" : ""), ("page", page > 1 ? "\(page)" : ""),
        ])
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "案例", chrome: chrome, section: section, crumbs: [Crumb("首頁", "/"), Crumb("案例")],
            head: "<p>錯過一次的，大家一起學會：發生過程、處理情形、檢討改進，疑義討論出結論。</p>",
            content: """
                \(Component.done(contents.done?.sentence))
                <p class="row no-print"><a class="button" href="\(CaseFormViews.address())">寫案例</a>\(Component.printButton)</p>
                \(CaseDraftViews.list(contents.drafts))
                \(chips(contents))\(filters(contents))
                <section class="stack" aria-labelledby="list"><h2 id="list">\(contents.paging.total) 個案例</h2>\
                \(contents.lines.isEmpty ? none : table(contents.lines))
                \(Component.pagination(contents.paging, noun: "個") { address(contents.filter, page: $0) })</section>
                """)
    }

    private static let none = Component.empty(
        Icon.flag, title: "沒有這樣的案例", text: "按「寫案例」把櫃檯上遇到的寫下來；送出以前只有作者看得到。")

    private static func chips(_ contents: Contents) -> HTML {
        let chosen = contents.filter
        return """
            <nav class="chips no-print" aria-label="範圍">\
            \(chip("全部", CaseFilter(), chosen == CaseFilter()))\
            \(chip("我寫的", CaseFilter(isOwn: true), chosen.isOwn))\
            \(when: contents.isChecker, chip("等我處理", CaseFilter(isWaiting: true), chosen.isWaiting))\
            \(each: CaseKind.allCases, { chip(CaseTerms.name(of: $0), CaseFilter(kind: $0), chosen.kind == $0) })</nav>
            """
    }

    private static func chip(_ words: String, _ filter: CaseFilter, _ isCurrent: Bool) -> HTML {
        "<a href=\"\(address(filter))\"\(when: isCurrent, " aria-current=\"true\"")>\(words)</a>"
    }

    private static func filters(_ contents: Contents) -> HTML {
        let filter = contents.filter
        guard !contents.subjects.isEmpty || !contents.services.isEmpty else { return .empty }
        return """
            <form class="row filters no-print" method="get" action="\(section)">\
            \(when: filter.kind != nil, "<input type=\"hidden\" name=\"kind\" value=\"\(filter.kind?.rawValue)\">")\
            \(when: filter.isOwn, "<input type=\"hidden\" name=\"own\" value=\"1\">")\
            \(when: filter.isWaiting, "<input type=\"hidden\" name=\"waiting\" value=\"1\">")\
            \(select(.subject, contents.subjects, filter.subject))\(select(.service, contents.services, filter.service))\
            <button class="button button-quiet">篩選</button></form>
            """
    }

    private static func select(_ field: CaseField, _ values: [String], _ chosen: String) -> HTML {
        FieldViews.select(
            field.rawValue, label: field.name,
            options: [FieldViews.Option(value: "", words: "全部")]
                + values.map { FieldViews.Option(value: $0, words: $0) },
            chosen: chosen, classes: "input input-auto")
    }

    private static func table(_ lines: [CaseLine]) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">案例</caption><thead><tr>\
        <th scope="col">案例</th><th scope="col">種類</th><th scope="col">主題</th><th scope="col">服務</th>\
        <th scope="col">作者</th><th scope="col">發布</th><th scope="col">狀態</th></tr></thead><tbody>\
        \(each: lines, row)</tbody></table></div>
        """
    }

    private static func row(_ line: CaseLine) -> HTML {
        """
        <tr><th scope="row"><a href="\(CaseViews.address(of: line.id))">\(line.title)</a></th>\
        <td data-label="種類">\(line.kind.map(CaseTerms.name))</td>\
        <td data-label="主題">\(line.subjects.joined(separator: "、"))</td>\
        <td data-label="服務">\(line.services.joined(separator: "、"))</td>\
        <td data-label="作者">\(line.authors.joined(separator: "、"))</td>\
        <td data-label="發布">\(line.publishedAt.map(ROCDate.shortWithTime))</td>\
        <td data-label="狀態">\(CaseTerms.badge(line.state))</td></tr>
        """
    }
}
