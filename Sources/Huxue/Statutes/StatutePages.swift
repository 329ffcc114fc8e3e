/// 法規: the list and one statute with its articles.
enum StatutePages {
    struct Listing: Sendable {
        let statutes: [StatuteSummary]
        /// How many the office keeps in all.
        let total: Int
        let search: String
        let mayImport: Bool
    }

    static let listLimit = 200

    static func list(_ listing: Listing, chrome: Chrome) -> HTML {
        Layout.page(
            "法規", chrome: chrome, section: "/statutes", crumbs: [Crumb("首頁", "/"), Crumb("法規")],
            head: "<p>條文、沿革與新舊對照。</p>",
            content: listing.total == 0 ? none(listing) : table(listing))
    }

    private static func none(_ listing: Listing) -> HTML {
        let next =
            listing.mayImport
            ? "請到全國法規資料庫（law.moj.gov.tw）的開放資料下載「中央法規」JSON 檔，再在伺服器上以 huxue statutes import 匯入。"
            : "由知識庫管理或系統管理者匯入之後，這裡就有條文與沿革。"
        let empty = Component.empty(
            Icon.law, title: "還沒有匯入法規", text: "\(next)在那之前，引用的條文會連到全國法規資料庫的公開網頁。")
        return
            "<section aria-labelledby=\"list\"><h2 class=\"visually-hidden\" id=\"list\">收錄的法規</h2>\(empty)</section>"
    }

    private static func table(_ listing: Listing) -> HTML {
        """
        <form class="row" method="get" action="/statutes" role="search" aria-label="找法規">
        <label class="visually-hidden" for="q">法規名稱</label><input class="input" id="q" name="q" value="\(listing.search)" placeholder="法規名稱">
        <button class="button button-quiet">尋找</button></form>
        \(when: listing.statutes.isEmpty, "<p>沒有名稱含「\(listing.search)」的法規。<a href=\"/statutes\">看全部</a></p>")
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">法規</caption>
        <thead><tr><th scope="col">名稱</th><th scope="col">位階</th><th scope="col">最近修正</th><th scope="col" class="num">條數</th></tr></thead>
        <tbody>\(each: listing.statutes, { row($0) })</tbody></table></div>
        <p class="soft">\(when: listing.statutes.count == listLimit, "只列前 \(listLimit) 部，請輸入名稱縮小範圍。")本系統收錄 \(listing.total) 部法規。</p>
        """
    }

    private static func row(_ statute: StatuteSummary) -> HTML {
        """
        <tr><th scope="row"><a href="\(StatuteAddress.statute(statute.pcode))">\(statute.name)</a>\
        \(when: statute.isRepealed, " \(Component.badge(.fail, "已廢止"))")</th>\
        <td data-label="位階">\(statute.level)</td><td data-label="最近修正">\(statute.modified.map(ROCDate.plain))</td>\
        <td class="num" data-label="條數">\(statute.articles)</td></tr>

        """
    }

    struct Contents: Sendable {
        let version: StatuteVersion
        /// All editions, the latest first.
        let editions: [StatuteVersion]
        let texts: [ArticleNumber: String]
        /// What cites the statute as a whole and the reader may open.
        let works: [ArticlePages.CitingWork]
        let today: Day

        var hasHeadings: Bool {
            version.outline.contains { if case .heading = $0 { true } else { false } }
        }
    }

    static func statute(_ contents: Contents, chrome: Chrome) -> HTML {
        let version = contents.version
        return Layout.page(
            version.name, chrome: chrome, section: "/statutes",
            crumbs: [Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb(version.name)],
            head: """
                <p class="soft">\(version.level)　\(version.modified.map { "\(ROCDate.long($0))修正" })　收錄第 \(version.number) 版　\
                <a href="\(CitationPages.ministryAddress(ofStatute: version.pcode))" rel="noopener noreferrer">全國法規資料庫</a></p>
                """,
            badge: version.isRepealed ? Component.badge(.fail, "已廢止") : Component.badge(.pass, "現行"),
            content: """
                \(pending(contents))\
                <div class="columns columns-main"><article class="stack stack-wide" aria-label="條文">\
                \(each: version.outline, { part($0, contents) })</article>
                <aside class="stack stack-wide" aria-label="版本與沿革">\(editions(contents))\(citing(contents.works))\(history(version))</aside></div>
                """)
    }

    private static func pending(_ contents: Contents) -> HTML {
        guard !contents.version.isInForce(on: contents.today) else { return .empty }
        switch contents.version.effective {
        case .on(let day):
            return Component.banner(
                .warn, "最近的修正還沒有施行。", "施行日期是 \(ROCDate.long(day))。\(contents.version.effectiveNote)")
        default: return Component.banner(.warn, "最近的修正還沒有定施行日期。", contents.version.effectiveNote)
        }
    }

    private static func part(_ part: StatuteOutline, _ contents: Contents) -> HTML {
        switch part {
        case .heading(let heading):
            return heading.depth <= 1 ? "<h2>\(heading.title)</h2>" : "<h3>\(heading.title)</h3>"
        case .article(let number):
            guard let text = contents.texts[number] else { return .empty }
            let link: HTML =
                "<a href=\"\(StatuteAddress.article(contents.version.pcode, number))\">第 \(number.plain) 條</a>"
            // Without chapters, articles are the page's first headings below its title.
            let heading: HTML =
                contents.hasHeadings
                ? "<h3 id=\"a\(number.plain)\">\(link)</h3>" : "<h2 id=\"a\(number.plain)\">\(link)</h2>"
            return """
                <section class="law" aria-labelledby="a\(number.plain)"><div class="law-head">\(heading)</div>
                \(ArticlePages.text(text))</section>
                """
        }
    }

    private static func editions(_ contents: Contents) -> HTML {
        """
        <section class="stack"><h2>收錄的版本</h2><ol class="timeline">\(each: Array(contents.editions.enumerated()), { edition($0.offset, $0.element, contents) })</ol></section>
        """
    }

    private static func edition(_ place: Int, _ version: StatuteVersion, _ contents: Contents) -> HTML {
        let older = contents.editions.dropFirst(place + 1).first
        return """
            <li\(when: place == 0, " aria-current=\"true\"")>\(version.modified.map(time))第 \(version.number) 版\
            \(when: version.name != contents.version.name, "　名稱：\(version.name)")\(older.map { link(from: $0, to: version) })</li>
            """
    }

    private static func citing(_ works: [ArticlePages.CitingWork]) -> HTML {
        guard !works.isEmpty else { return .empty }
        return "<section class=\"stack-tight\"><h2>引用整部法規的</h2>\(ArticlePages.citingList(works))</section>"
    }

    private static func time(_ day: Day) -> HTML {
        "<time datetime=\"\(day.description)\">\(ROCDate.long(day))</time>"
    }

    private static func link(from old: StatuteVersion, to new: StatuteVersion) -> HTML {
        "　<a href=\"\(StatuteAddress.comparison(new.pcode, from: old.number, to: new.number))\">與前一版對照</a>"
    }

    private static func history(_ version: StatuteVersion) -> HTML {
        let entries = StatuteHistory(reading: version.histories).entries
        guard !entries.isEmpty else { return .empty }
        return """
            <section class="stack-tight" id="history"><h2>沿革</h2><ol class="stack-tight small">\(each: entries.reversed(), { "<li>\($0.text)</li>" })</ol></section>
            """
    }

    /// What differs between two editions.
    static func comparison(
        from old: (version: StatuteVersion, edition: StatuteEdition),
        to new: (version: StatuteVersion, edition: StatuteEdition), chrome: Chrome
    ) -> HTML {
        let comparison = StatuteComparison(from: old.edition, to: new.edition)
        let changes = comparison.articles.filter { $0.change != .relaid }
        return Layout.page(
            "\(new.version.name)　新舊對照", chrome: chrome, section: "/statutes",
            crumbs: [
                Crumb("首頁", "/"), Crumb("法規", "/statutes"),
                Crumb(new.version.name, StatuteAddress.statute(new.version.pcode)), Crumb("新舊對照"),
            ],
            head: """
                <p class="soft">\(words(of: old.version))　→　\(words(of: new.version))</p>
                <p class="legend-inline soft"><span><ins>雙底線</ins>　新增</span><span><del>刪除線</del>　刪除</span></p>
                """,
            content: """
                \(comparison.renaming.map { Component.banner(.info, "法規名稱變更。", "由「\($0.old)」改為「\($0.new)」。") })\
                \(when: comparison.isRepealed, Component.banner(.warn, "這部法規已廢止。"))\
                \(when: changes.isEmpty, "<p>兩個版本的條文沒有不同。</p>")
                \(each: changes, { change($0, old.edition, new.edition) })
                """)
    }

    private static func words(of version: StatuteVersion) -> String {
        "\(version.modified.map(ROCDate.long) ?? "")第 \(version.number) 版"
    }

    private static func change(_ change: StatuteComparison.ArticleChange, _ old: StatuteEdition, _ new: StatuteEdition)
        -> HTML
    {
        let number = change.number
        let before = old.articles.first { $0.number == number }?.text ?? ""
        let after = new.articles.first { $0.number == number }?.text ?? ""
        let kind = StatuteTerms.name(of: change.change)
        return """
            <section class="stack" aria-labelledby="c\(number.plain)"><h2 id="c\(number.plain)">\
            <a href="\(StatuteAddress.article(new.pcode, number))">第 \(number.plain) 條</a>　\(kind)</h2>
            \(ArticlePages.sides(
                from: before, to: after, oldTitle: "<h3 class=\"visually-hidden\">舊條文</h3>",
                newTitle: "<h3 class=\"visually-hidden\">新條文</h3>"))</section>
            """
    }
}
