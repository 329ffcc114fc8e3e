/// 搜尋: what was found, by kind.
enum SearchPages {
    struct Section: Sendable {
        let kind: SearchKind
        /// What was found with it.
        let request: SearchRequest
        var findings: SearchFindings
    }

    struct Contents: Sendable {
        let query: SearchQuery
        /// Nil for all kinds.
        let kind: SearchKind?
        /// From 1.
        var page: Int
        /// What the query names as a whole.
        var named: StatuteLookup?
        /// Articles that have the number that was typed, of several statutes.
        var numbered: [StatuteLookup] = []
        /// Pages with some of the words alone, beside the few that have all.
        var near: [SearchHit] = []
        /// Of every kind that is open to the visitor, also those that are not shown.
        var sections: [Section] = []
        /// The words together found nothing.
        var isPartial = false

        /// The sections that are wanted and have something.
        var shown: [Section] {
            sections.filter { ($0.kind == kind || kind == nil) && $0.findings.count > 0 }
        }
    }

    static func results(_ contents: Contents, chrome: Chrome) -> HTML {
        let query = contents.query.text
        return Layout.page(
            query.isEmpty ? "搜尋" : "搜尋「\(query)」", chrome: chrome, section: "/search",
            crumbs: [Crumb("首頁", "/"), Crumb("搜尋")],
            content: contents.query.isEmpty
                ? nothingAsked(query)
                : """
                \(chips(contents))\(named(contents))\(numbered(contents))\
                \(when: contents.isPartial, Component.banner(.info, "沒有同時包含這些字詞的結果。", "以下列出最接近的：只符合其中一部分。"))\
                \(found(contents))\(near(contents))
                """)
    }

    static func address(_ query: SearchQuery, kind: SearchKind? = nil, page: Int = 1) -> Address {
        let path: Address = "/search"
        return path.with([("q", query.text), ("kind", kind?.rawValue ?? ""), ("page", page > 1 ? String(page) : "")])
    }

    private static func chips(_ contents: Contents) -> HTML {
        let all: HTML = """
            <a href="\(address(contents.query))"\(when: contents.kind == nil, " aria-current=\"true\"")>全部</a>
            """
        return """
            <nav class="chips" aria-label="依種類縮小範圍">\(all)\(each: contents.sections, { section in
                """
                <a href="\(address(contents.query, kind: section.kind))"\
                \(when: section.kind == contents.kind, " aria-current=\"true\"")>\(SearchTerms.name(of: section.kind))　\
                \(SearchTerms.count(section.findings.count, of: section.kind))</a>
                """
            })</nav>
            """
    }

    private static func numbered(_ contents: Contents) -> HTML {
        guard !contents.numbered.isEmpty else { return .empty }
        return """
            <section class="card stack-tight" aria-labelledby="numbered"><h2 id="numbered">條號相同的條文</h2>\
            <ul class="link-list">\(each: contents.numbered, { found in
                "<li><a href=\"\(found.article ?? StatuteAddress.statute(found.citation.statute.pcode))\">\(found.title)</a></li>"
            })</ul></section>

            """
    }

    private static func near(_ contents: Contents) -> HTML {
        guard !contents.near.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="near"><h2 id="near">也可能是　<span class="soft">只符合其中一部分</span></h2>\
            <ol class="results">\(each: contents.near, { hit($0, .pages) })</ol></section>

            """
    }

    private static func found(_ contents: Contents) -> HTML {
        let isNothing = contents.shown.isEmpty && contents.numbered.isEmpty && contents.near.isEmpty
        return isNothing ? nothingFound(contents) : "\(each: contents.shown, { section($0, contents) })"
    }

    private static func section(_ section: Section, _ contents: Contents) -> HTML {
        let (kind, findings) = (section.kind, section.findings)
        let hasMore = contents.kind == nil && findings.count > findings.hits.count
        return """
            <section class="stack" aria-labelledby="found-\(kind.rawValue)"><div class="section-head">\
            <h2 id="found-\(kind.rawValue)">\(SearchTerms.name(of: kind))　<span class="soft">\
            \(SearchTerms.count(findings.count, of: kind))</span></h2>\
            \(when: hasMore, "<a href=\"\(address(contents.query, kind: kind))\">看全部\(SearchTerms.name(of: kind))</a>")</div>
            <ol class="results">\(each: findings.hits, { hit($0, kind) })</ol>\
            \(when: contents.kind != nil, Component.pagination(
                page: contents.page, pageSize: SearchActions.pageSize, total: findings.count,
                noun: SearchTerms.unit(of: kind), address: { address(contents.query, kind: kind, page: $0) }))</section>

            """
    }

    private static func hit(_ hit: SearchHit, _ kind: SearchKind) -> HTML {
        """
        <li><h3><a href="\(hit.address)">\(marked(hit.title))</a>\
        \(when: hit.isOutOfForce, " \(Component.badge(.warn, SearchTerms.outOfForce(kind)))")</h3>\
        <p class="soft">\(hit.kindWord)\(when: !hit.facts.isEmpty, "　\(hit.facts)")</p>\
        \(excerpt(hit.excerpt))</li>

        """
    }

    private static func excerpt(_ excerpt: SearchExcerpt?) -> HTML {
        guard let excerpt else { return .empty }
        return "<p>\(marked(excerpt))</p>"
    }

    private static func marked(_ excerpt: SearchExcerpt) -> HTML {
        "\(each: excerpt.pieces, { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" })"
    }

    /// What the query names goes before everything that only has its words in it.
    private static func named(_ contents: Contents) -> HTML {
        guard contents.kind == nil, let named = contents.named else { return .empty }
        let pcode = named.citation.statute.pcode
        guard let name = named.name else {
            return outside(named.title, CitationPages.ministryAddress(of: named.citation))
        }
        if let article = named.article { return best(named.title, article, "這一條的條文與歷次版本") }
        guard let number = named.citation.article else {
            return best(named.title, StatuteAddress.statute(pcode), "這部法規的條文、沿革與新舊對照")
        }
        return Component.banner(
            .warn, "收錄的\(name)沒有\(number.words)。",
            next: "<a href=\"\(StatuteAddress.statute(pcode))\">看\(name)全文</a>")
    }

    private static func best(_ name: String, _ address: Address, _ words: String) -> HTML {
        """
        <section class="card stack-tight" aria-label="最符合"><h2><a href="\(address)">\(name)</a></h2><p class="soft">\(words)</p></section>

        """
    }

    private static func outside(_ name: String, _ address: Address) -> HTML {
        """
        <section class="card stack-tight" aria-label="最符合"><h2><a href="\(address)" rel="noopener noreferrer">\(name)（全國法規資料庫）</a></h2>\
        <p class="soft">本系統還沒有收錄這部法規，連到法務部的公開網頁。</p></section>

        """
    }

    private static func nothingAsked(_ query: String) -> HTML {
        let empty = Component.empty(
            Icon.search, title: query.isEmpty ? "想找什麼？" : "「\(query)」沒有可以找的字",
            text: "在上方的搜尋框輸入字詞，例如「補領身分證」；輸入法規與條號，例如「戶籍法48」，就直接到那一條。")
        return
            "<section aria-labelledby=\"asked\"><h2 class=\"visually-hidden\" id=\"asked\">搜尋說明</h2>\(empty)</section>"
    }

    private static func nothingFound(_ contents: Contents) -> HTML {
        let elsewhere = contents.kind != nil && contents.sections.contains { $0.findings.count > 0 }
        let empty = Component.empty(
            Icon.search, title: "找不到「\(contents.query.text)」",
            text: elsewhere ? "這個種類沒有，其他種類有。" : "換個說法，或只留下最要緊的一兩個字詞；要找條文，可以輸入法規名稱與條號。",
            action: elsewhere
                ? "<a class=\"button\" href=\"\(address(contents.query))\">看全部種類</a>"
                : "<a class=\"button button-quiet\" href=\"/statutes\">看收錄的法規</a>")
        return
            "<section aria-labelledby=\"none\"><h2 class=\"visually-hidden\" id=\"none\">搜尋結果</h2>\(empty)</section>"
    }
}
