/// 知識庫: the pages that are wanted, by kind and facet.
enum PageListViews {
    static let pageSize = 40

    struct Contents: Sendable {
        let filter: PageFilter
        let pages: [Page]
        let paging: Paging
        let kinds: [PageKind: Int]
        let facets: [PageFacet: [(value: String, count: Int)]]
        let units: [String]
        /// Pages that wait for a decision because their law was amended.
        let flagged: Set<Int64>
        /// Announcements that were never sent, for editors.
        let unsent: Set<ID<Page>>
        /// By page.
        let subjects: [Int64: [String]]
        let today: Day
        let isEditor: Bool

        func subjects(of page: Page) -> String { subjects[page.id.rawValue, default: []].joined(separator: "、") }
    }

    /// The list with everything of the filter in its address.
    static func address(_ filter: PageFilter, page: Int = 1) -> Address {
        var query: [(name: String, value: String)] = [
            ("kind", filter.kind?.rawValue ?? ""), ("state", filter.state?.rawValue ?? ""), ("unit", filter.unit),
            ("owner", filter.owner), ("mine", filter.isMine ? "1" : ""), ("due", filter.isDue ? "1" : ""),
        ]
        for facet in PageFacet.allCases { query.append((facet.rawValue, filter.facets[facet] ?? "")) }
        return Address("/pages").with(query + [("page", page > 1 ? "\(page)" : "")])
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        let filter = contents.filter
        return Layout.page(
            filter.isDue ? "待複核條目" : "知識庫", chrome: chrome, section: filter.isDue ? "/pages?due=1" : "/pages",
            crumbs: filter.isDue
                ? [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb("待複核條目")] : [Crumb("首頁", "/"), Crumb("知識庫")],
            head: filter.isDue
                ? "<p>預定的複核日已經到了。看過一遍，內容仍然正確就按「仍然正確」，不必修改。</p>"
                : "<p>作業程序、常見問答、函釋與手冊。櫃檯上要找一個字，用上方的搜尋最快。</p>",
            content: """
                \(when: contents.isEditor && !filter.isDue, "<p class=\"row\"><a class=\"button\" href=\"/pages/new\">新增條目</a><a class=\"button button-quiet\" href=\"/pages/drafts\">我的草稿</a><a class=\"button button-quiet\" href=\"/attachments\">附件</a><a class=\"button button-quiet\" href=\"/pages?state=retired\">停用的條目</a></p>")
                \(kinds(contents))
                \(facetForm(contents))
                <section class="stack" aria-labelledby="list"><h2 id="list">\(contents.paging.total) 個條目</h2>\
                \(contents.pages.isEmpty ? none(contents) : table(contents))
                \(Component.pagination(contents.paging, noun: "個") { address(filter, page: $0) })</section>
                """)
    }

    private static func kinds(_ contents: Contents) -> HTML {
        let all = contents.kinds.values.reduce(0, +)
        var every = contents.filter
        every.kind = nil
        return """
            <nav class="chips" aria-label="種類">\(chip("全部", all, every, isCurrent: contents.filter.kind == nil))\
            \(each: PageKind.allCases.filter { contents.kinds[$0] != nil || contents.filter.kind == $0 }, { kind in
                var filter = contents.filter
                filter.kind = kind
                return chip(
                    PageTerms.name(of: kind), contents.kinds[kind] ?? 0, filter, isCurrent: contents.filter.kind == kind)
            })</nav>
            """
    }

    private static func chip(_ words: String, _ count: Int, _ filter: PageFilter, isCurrent: Bool) -> HTML {
        "<a href=\"\(address(filter))\"\(when: isCurrent, " aria-current=\"true\"")>\(words)　\(count)</a>"
    }

    private static func facetForm(_ contents: Contents) -> HTML {
        let filter = contents.filter
        let facets = PageFacet.allCases.filter { !(contents.facets[$0] ?? []).isEmpty || filter.facets[$0] != nil }
        guard !facets.isEmpty || !contents.units.isEmpty else { return .empty }
        return """
            <form class="row filters no-print" method="get" action="/pages">\
            \(when: filter.kind != nil, "<input type=\"hidden\" name=\"kind\" value=\"\(filter.kind?.rawValue)\">")\
            \(when: filter.state != nil, "<input type=\"hidden\" name=\"state\" value=\"\(filter.state?.rawValue)\">")\
            \(when: !filter.owner.isEmpty, "<input type=\"hidden\" name=\"owner\" value=\"\(filter.owner)\">")\
            \(when: filter.isMine, "<input type=\"hidden\" name=\"mine\" value=\"1\">")\
            \(when: filter.isDue, "<input type=\"hidden\" name=\"due\" value=\"1\">")\
            \(each: facets, { select(PageTerms.name(of: $0), $0.rawValue, contents.facets[$0] ?? [], filter.facets[$0]) })\
            \(when: !contents.units.isEmpty, select(
                "主管單位", "unit", contents.units.map { ($0, 0) }, filter.unit.isEmpty ? nil : filter.unit))\
            <button class="button button-quiet">篩選</button>\
            \(when: filter != PageFilter(reach: filter.reach, kind: filter.kind, isDue: filter.isDue), "<a href=\"\(address(PageFilter(reach: filter.reach, kind: filter.kind, isDue: filter.isDue)))\">清除篩選</a>")</form>
            """
    }

    private static func select(
        _ label: String, _ name: String, _ values: [(value: String, count: Int)], _ chosen: String?
    ) -> HTML {
        var values = values
        if let chosen, !values.contains(where: { $0.value == chosen }) { values.append((chosen, 0)) }
        let options = values.map {
            FieldViews.Option(value: $0.value, words: $0.count > 0 ? "\($0.value)（\($0.count)）" : $0.value)
        }
        return FieldViews.select(
            name, label: label, options: [FieldViews.Option(value: "", words: "不限")] + options, chosen: chosen ?? "",
            id: "f-\(name)", classes: "input input-auto")
    }

    private static func none(_ contents: Contents) -> HTML {
        if contents.filter.isDue {
            return Component.empty(Icon.book, title: "沒有到期該複核的條目", text: "到了複核日的條目會列在這裡。")
        }
        if contents.kinds.isEmpty, contents.filter == PageFilter(reach: contents.filter.reach) {
            return Component.empty(
                Icon.book, title: "知識庫還是空的",
                text: contents.isEditor ? "可以按「新增條目」開始；隨附的條目請管理伺服器的人匯入。" : "知識庫管理人員放上條目之後，會列在這裡。")
        }
        return Component.empty(Icon.book, title: "沒有符合的條目", text: "請放寬篩選條件，或改用上方的搜尋。")
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><thead><tr><th scope="col">條目</th><th scope="col">種類</th>\
        <th scope="col">主題</th><th scope="col">複核</th></tr></thead><tbody>\(each: contents.pages, { row($0, contents) })</tbody></table></div>
        """
    }

    private static func row(_ page: Page, _ contents: Contents) -> HTML {
        let isLate = page.isOverdue(on: contents.today)
        return """
            <tr><th scope="row"><a href="\(PageAddress.page(page.code))">\(page.title)</a>\
            \(when: page.state != .current, " \(Component.badge(.warn, PageTerms.name(of: page.state)))")\
            \(when: contents.unsent.contains(page.id), " \(AnnouncementViews.unsentBadge)")\
            \(when: contents.flagged.contains(page.id.rawValue), " \(Component.badge(.warn, "法規修正，待複核"))")</th>\
            <td data-label="種類">\(PageTerms.name(of: page.kind))</td>\
            <td data-label="主題">\(contents.subjects(of: page))</td>\
            <td data-label="複核">\(when: isLate, "<strong>應於 </strong>")\(ROCDate.plain(isLate ? page.reviewOn : page.reviewedOn))\(when: isLate, "<strong> 前複核</strong>")</td></tr>

            """
    }
}
