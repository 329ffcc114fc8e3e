/// 搜尋: what was found, by kind.
enum SearchViews {
    struct Section: Sendable {
        let kind: SearchKind
        /// What was found with it.
        let request: SearchRequest
        var findings: SearchFindings
    }

    struct Contents: Sendable {
        let query: SearchQuery
        /// The code of a kind; nil for all.
        let kind: String?
        /// From 1.
        var page: Int
        /// What the query names as a whole.
        var places: [NamedPlace] = []
        /// Hits with some of the words alone, beside the few that have all.
        var near: [SearchHit] = []
        /// The part of the first hit that answers what was asked.
        var answer: SearchAnswer?
        /// Of every kind that is open to the visitor, also those that are not shown.
        var sections: [Section] = []
        /// The words together found nothing.
        var isPartial = false

        /// The word beside a near hit that is not in force.
        var nearWord: String { sections.first { $0.kind.listsNear }?.kind.outOfForce ?? "" }

        /// The sections that are wanted and have something.
        var shown: [Section] {
            sections.filter { ($0.kind.code == kind || kind == nil) && $0.findings.count > 0 }
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
                \(chips(contents))\(each: contents.places, place)\(numbered(contents))\
                \(when: contents.isPartial, Component.banner(.info, SearchTerms.partial))\
                \(contents.answer.map(SearchAnswerViews.answer))\
                \(found(contents))\(near(contents))
                """)
    }

    static func address(_ query: SearchQuery, kind: String? = nil, page: Int = 1) -> Address {
        let path: Address = "/search"
        return path.with([("q", query.text), ("kind", kind ?? ""), ("page", page > 1 ? String(page) : "")])
    }

    private static func chips(_ contents: Contents) -> HTML {
        let all: HTML = """
            <a href="\(address(contents.query))"\(when: contents.kind == nil, " aria-current=\"true\"")>全部</a>
            """
        return """
            <nav class="chips" aria-label="依種類縮小範圍">\(all)\(each: contents.sections, { section in
                """
                <a href="\(address(contents.query, kind: section.kind.code))"\
                \(when: section.kind.code == contents.kind, " aria-current=\"true\"")>\(section.kind.name)　\
                \(section.kind.counted(section.findings.count))</a>
                """
            })</nav>
            """
    }

    /// Several that have the name that was typed.
    private static func numbered(_ contents: Contents) -> HTML {
        let several = contents.places.filter { $0.kind == .oneOfSeveral }
        guard !several.isEmpty else { return .empty }
        return """
            <section class="card stack-tight" aria-labelledby="numbered"><h2 id="numbered">條號相同的條文</h2>\
            <ul class="link-list">\(each: several, { "<li><a href=\"\($0.address)\">\($0.title)</a></li>" })</ul></section>

            """
    }

    private static func near(_ contents: Contents) -> HTML {
        guard !contents.near.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="near"><h2 id="near">也可能是　<span class="soft">只符合其中一部分</span></h2>\
            <ol class="results">\(each: contents.near, { hit($0, outOfForce: contents.nearWord) })</ol></section>

            """
    }

    private static func found(_ contents: Contents) -> HTML {
        let isNothing =
            contents.shown.isEmpty && !contents.places.contains { $0.kind == .oneOfSeveral } && contents.near.isEmpty
        return isNothing ? nothingFound(contents) : "\(each: contents.shown, { section($0, contents) })"
    }

    private static func section(_ section: Section, _ contents: Contents) -> HTML {
        let (kind, findings) = (section.kind, section.findings)
        let hasMore = contents.kind == nil && findings.count > findings.hits.count
        return """
            <section class="stack" aria-labelledby="found-\(kind.code)"><div class="section-head">\
            <h2 id="found-\(kind.code)">\(kind.name)　<span class="soft">\
            \(kind.counted(findings.count))</span></h2>\
            \(when: hasMore, "<a href=\"\(address(contents.query, kind: kind.code))\">看全部 \(kind.counted(findings.count))</a>")</div>
            <ol class="results">\(each: findings.hits, { hit($0, outOfForce: kind.outOfForce) })</ol>\
            \(when: contents.kind != nil, Component.pagination(
                Paging(contents.page, size: SearchActions.pageSize, total: findings.count), noun: kind.counter
            ) { address(contents.query, kind: kind.code, page: $0) })</section>

            """
    }

    private static func hit(_ hit: SearchHit, outOfForce: String) -> HTML {
        """
        <li><h3><a href="\(hit.address)">\(marked(hit.title))</a>\
        \(when: hit.isOutOfForce, " \(Component.badge(.warn, outOfForce))")</h3>\
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
    private static func place(_ place: NamedPlace) -> HTML {
        switch place.kind {
        case .oneOfSeveral: .empty
        case .missing:
            Component.banner(.warn, place.words, next: "<a href=\"\(place.address)\">看\(place.title)全文</a>")
        case .page, .best: best("<a href=\"\(place.address)\">\(place.title)</a>", place.words)
        case .outside:
            best(
                "<a href=\"\(place.address)\" rel=\"noopener noreferrer\">\(place.title)（\(SearchTerms.elsewhere)）</a>",
                place.words)
        }
    }

    private static func best(_ link: HTML, _ words: String) -> HTML {
        """
        <section class="card stack-tight" aria-label="最符合"><h2>\(link)</h2><p class="soft">\(words)</p></section>

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
