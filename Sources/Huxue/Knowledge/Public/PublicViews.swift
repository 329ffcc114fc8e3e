/// The knowledge base as everybody may read it.
enum PublicViews {
    typealias Frame = PublicLayoutViews.Frame

    struct Front: Sendable {
        let filter: PageFilter
        let kinds: [PageKind: Int]
        let subjects: [(value: String, count: Int)]
        /// Only where the filter narrows.
        let found: [Page]
        let paging: Paging
        let newest: [FeedItem]

        var isNarrowed: Bool { filter.kind != nil || !filter.facets.isEmpty }
    }

    static func front(_ front: Front, frame: Frame) -> HTML {
        let words = [front.filter.kind.map(PageTerms.publicName(of:)), front.filter.facets[.subject]].compactMap { $0 }
        guard front.isNarrowed else {
            return PublicLayoutViews.page(
                "戶政業務公開資訊", frame: frame, head: "<p>辦理程序、要帶的文件與常見問答。輸入想辦的事，或依類別尋找。</p>",
                content: """
                    \(when: front.paging.total == 0, nothing)\(kinds(front))\(subjects(front))\(newest(front.newest))
                    """)
        }
        return PublicLayoutViews.page(
            words.joined(separator: "　"), frame: frame,
            crumbs: [Crumb("首頁", PublicAddress.front), Crumb(words.joined(separator: "　"))],
            content: """
                \(kinds(front))\(subjects(front))
                <section class="stack" aria-labelledby="found"><h2 id="found">共 \(front.paging.total) 個條目</h2>
                \(list(front.found))
                \(Component.pagination(front.paging, noun: "頁") { number in
                    address(front.filter).with([("page", number == 1 ? "" : "\(number)")])
                })</section>
                """)
    }

    private static let nothing = Component.empty(
        Icon.info, title: "還沒有公開的內容", text: "有公開的程序或問答時，會列在這裡。")

    /// The front page, narrowed so.
    private static func address(_ filter: PageFilter) -> Address {
        PublicAddress.front.with([
            ("kind", filter.kind?.rawValue ?? ""), ("subject", filter.facets[.subject] ?? ""),
        ])
    }

    private static func kinds(_ front: Front) -> HTML {
        let shown = PageKind.allCases.filter { front.kinds[$0] != nil }
        guard !shown.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="kinds"><h2 id="kinds">類別</h2><nav class="chips" aria-labelledby="kinds">\
            \(each: shown, { kind in
                let isChosen = front.filter.kind == kind
                var filter = front.filter
                filter.kind = isChosen ? nil : kind
                return """
                    <a href="\(address(filter))"\(when: isChosen, " aria-current=\"true\"")>\(PageTerms.publicName(of: kind)) \(front.kinds[kind] ?? 0)</a>
                    """
            })</nav></section>
            """
    }

    private static func subjects(_ front: Front) -> HTML {
        guard !front.subjects.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="subjects"><h2 id="subjects">主題</h2><nav class="chips" aria-labelledby="subjects">\
            \(each: front.subjects, { subject in
                let isChosen = front.filter.facets[.subject] == subject.value
                var filter = front.filter
                filter.facets[.subject] = isChosen ? nil : subject.value
                return """
                    <a href="\(address(filter))"\(when: isChosen, " aria-current=\"true\"")>\(subject.value) \(subject.count)</a>
                    """
            })</nav></section>
            """
    }

    private static func newest(_ items: [FeedItem]) -> HTML {
        guard !items.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="newest"><div class="section-head"><h2 id="newest">最近更新</h2>\
            <a href="\(PublicAddress.feed)">訂閱</a></div><ul class="link-list">\(each: items, { item in
                """
                <li><a href="\(PublicAddress.page(item.page.code))">\(item.page.title)</a>\
                <span class="soft">\(PageTerms.publicName(of: item.page.kind))　\(ROCDate.long(ROCDate.day(of: item.savedAt)))</span></li>
                """
            })</ul></section>
            """
    }

    private static func list(_ pages: [Page]) -> HTML {
        """
        <ul class="link-list">\(each: pages, { page in
            """
            <li><a href="\(PublicAddress.page(page.code))">\(page.title)</a>\
            <span class="soft">\(PageTerms.publicName(of: page.kind))　\(ROCDate.long(page.reviewedOn))複核</span></li>
            """
        })</ul>
        """
    }

    // MARK: One page

    struct Contents: Sendable {
        let page: Page
        let content: PageContent
        let rendering: PageRendering
        let related: [Page]
        /// Amendments that nobody has decided on yet.
        let flags: [AmendmentFlag]
        let today: Day
    }

    static func page(_ contents: Contents, frame: Frame) -> HTML {
        let (page, content) = (contents.page, contents.content)
        let subject = content[.subject].first.map {
            [Crumb($0, address(PageFilter(reach: .open, facets: [.subject: $0])))]
        }
        return PublicLayoutViews.page(
            page.title, frame: frame,
            crumbs: [Crumb("首頁", PublicAddress.front)] + (subject ?? []) + [Crumb(page.title)],
            head: """
                <p class="row soft"><span>\(PageTerms.publicName(of: page.kind))</span><span>\(frame.officeName)</span>\
                <span>最後複核 \(ROCDate.long(page.reviewedOn))</span><span>依 \(ROCDate.long(page.lawAsOf))的法規</span></p>\
                \(content.interpretation.map { "<p>\($0.issuer)　\(ROCDate.long($0.issuedOn))　\($0.number)</p>" as HTML })
                """,
            content: "\(banners(contents))\(text(contents))\(related(contents.related))")
    }

    private static func banners(_ contents: Contents) -> HTML {
        let touched = PageAmendments(contents.flags, today: contents.today).touched
        return """
            \(PageBannerViews.amended(
                touched, .info, "依據的法規修正過，本頁還在複核。", then: "辦理前請先向戶政事務所確認。", today: contents.today))\
            \(PageBannerViews.overdue(contents.page, today: contents.today))
            """
    }

    private static func text(_ contents: Contents) -> HTML {
        guard contents.page.kind == .procedure else {
            return "<article class=\"prose\" aria-label=\"內容\">\(contents.rendering.html)</article>"
        }
        return """
            \(PagePartViews.links(contents.rendering.sections))\
            <article class="parts" aria-label="辦理程序">\(each: contents.rendering.sections, { section in
                guard let heading = section.heading else { return "<div class=\"prose\">\(section.html)</div>" }
                return """
                    <section class="part\(when: PagePart(title: heading.text) == .papers, " part-papers")"><h2 id="\(heading.id)">\(heading.text)</h2><div class="prose stack-tight">\(section.html)</div></section>

                    """
            })</article>
            """
    }

    private static func related(_ pages: [Page]) -> HTML {
        guard !pages.isEmpty else { return .empty }
        return """
            <section class="stack-tight no-print" aria-labelledby="related"><h2 id="related">相關</h2>\(list(pages))</section>
            """
    }

    // MARK: Questions and answers

    static func faq(_ questions: [(subject: String, page: Page)], frame: Frame) -> HTML {
        var groups: [(subject: String, pages: [Page])] = []
        for (subject, page) in questions {
            if groups.last?.subject == subject {
                groups[groups.count - 1].pages.append(page)
            } else {
                groups.append((subject, [page]))
            }
        }
        return PublicLayoutViews.page(
            "常見問答", frame: frame, crumbs: [Crumb("首頁", PublicAddress.front), Crumb("常見問答")],
            content: groups.isEmpty
                ? nothing
                : """
                \(each: groups.enumerated(), { place, group in
                    """
                    <section class="stack-tight" aria-labelledby="g\(place)"><h2 id="g\(place)">\(group.subject.isEmpty ? "其他" : group.subject)</h2>\
                    <ul class="link-list">\(each: group.pages, { "<li><a href=\"\(PublicAddress.page($0.code))\">\($0.title)</a></li>" })</ul></section>
                    """
                })
                """)
    }

    // MARK: Search

    struct Findings: Sendable {
        let text: String
        var found = SearchFindings()
        var paging = Paging(1, size: PublicActions.pageSize, total: 0)
        /// Nothing had all of the words.
        var isPartial = false
        /// Pages with some of the words, beside the few that have all.
        var near: [SearchHit] = []
        /// The part of the first hit that answers what was asked.
        var answer: SearchAnswer?

        var count: Int { found.count }
    }

    static func search(_ findings: Findings, frame: Frame) -> HTML {
        PublicLayoutViews.page(
            "查詢", frame: frame, crumbs: [Crumb("首頁", PublicAddress.front), Crumb("查詢")], search: findings.text,
            head: findings.text.isEmpty
                ? "<p>請在上面輸入要查的字。</p>" : "<p>「\(findings.text)」找到 \(findings.count) 個條目。</p>",
            content: """
                \(when: findings.isPartial && findings.count > 0, Component.banner(.info, SearchTerms.partial))
                \(findings.answer.map(SearchAnswerViews.answer))
                \(when: findings.count == 0 && !findings.text.isEmpty, unfound)
                <ul class="link-list">\(each: findings.found.hits, hit)</ul>
                \(when: !findings.near.isEmpty, "<section class=\"stack\" aria-labelledby=\"near\"><h2 id=\"near\">也可能是</h2><ul class=\"link-list\">\(each: findings.near, hit)</ul></section>")
                \(Component.pagination(findings.paging, noun: "頁") { number in
                    PublicAddress.search.with([("q", findings.text), ("page", number == 1 ? "" : "\(number)")])
                })
                """)
    }

    private static let unfound: HTML = """
        <p>換個說法或少打幾個字試試，或由<a href="/public">首頁</a>依類別尋找。</p>
        """

    private static func hit(_ hit: SearchHit) -> HTML {
        """
        <li><a href="\(hit.address)">\(marked(hit.title))</a>\
        <span class="soft">\(hit.kindWord)\(when: hit.excerpt != nil, "　")\(hit.excerpt.map(marked) ?? .empty)</span></li>
        """
    }

    private static func marked(_ excerpt: SearchExcerpt) -> HTML {
        "\(each: excerpt.pieces, { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" })"
    }

    static func refusal(_ refusal: any Refusal, frame: Frame) -> HTML {
        PublicLayoutViews.page(
            refusal.kind == .missing ? "找不到這一頁" : "無法處理", frame: frame,
            content: """
                <p>\(refusal.sentence)</p>
                <p class="row"><a class="button" href="\(PublicAddress.front)">回首頁</a></p>
                """)
    }
}
