/// 法規: one statute, its chapters and its history.
enum StatuteViews {
    struct Contents: Sendable {
        let version: StatuteVersion
        /// All editions, the latest first.
        let editions: [StatuteVersion]
        let texts: [ArticleNumber: String]
        let chapters: StatuteChapters
        /// What cites the statute as a whole and the reader may open.
        let works: [ArticleViews.Work]
        let today: Day
        /// The number of an article that was looked for, and why there is none; nil when nothing was.
        var sought: (typed: String, problem: ArticleSearchProblem)?

        init(
            version: StatuteVersion, editions: [StatuteVersion], texts: [ArticleNumber: String],
            works: [ArticleViews.Work], today: Day
        ) {
            self.version = version
            self.editions = editions
            self.texts = texts
            self.works = works
            self.today = today
            chapters = StatuteChapters(version.outline) { StatuteTextViews.size(of: texts[$0]) }
        }
    }

    enum ArticleSearchProblem: Sendable {
        case unreadable, missing
    }

    /// So many entries of the history stand on the statute's page.
    private static let historyShown = 10

    static func statute(_ contents: Contents, chrome: Chrome) -> HTML {
        let version = contents.version
        return Layout.page(
            version.name, chrome: chrome, section: "/statutes",
            crumbs: [Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb(version.name)],
            head: """
                <p class="soft">\(version.level)　\(version.modified.map { "\(ROCDate.long($0))修正" })　收錄第 \(version.number) 版　\
                <a href="\(CitationViews.ministryAddress(ofStatute: version.pcode))" rel="noopener noreferrer">全國法規資料庫</a></p>
                """,
            badge: badge(version),
            content: """
                \(missing(version))\(pending(contents))\(search(contents))
                <div class="columns columns-main"><div class="stack stack-wide">\(text(contents))</div>
                <aside class="stack stack-wide" aria-label="版本與沿革">\(editions(contents))\(citing(contents.works))\(history(version))</aside></div>
                """)
    }

    private static func badge(_ version: StatuteVersion) -> HTML {
        version.isRepealed ? Component.badge(.fail, "已廢止") : Component.badge(.pass, "現行")
    }

    private static func text(_ contents: Contents) -> HTML {
        guard contents.chapters.isWhole else {
            return StatuteTextViews.contents(contents.chapters, of: contents.version.pcode)
        }
        return """
            <article class="stack stack-wide" aria-label="條文">\
            \(StatuteTextViews.parts(contents.version.outline[...], of: contents.version, texts: contents.texts))</article>
            """
    }

    private static func missing(_ version: StatuteVersion) -> HTML {
        guard let day = version.missingSince else { return .empty }
        return Component.banner(.warn, "\(StatuteTerms.missing(since: day))。", "引用以前，請先到全國法規資料庫查它現在的名稱與效力。")
    }

    private static func pending(_ contents: Contents) -> HTML {
        guard !contents.version.isInForce(on: contents.today) else { return .empty }
        switch contents.version.effective {
        case .on(let day):
            return Component.banner(
                .warn, "最近的修正已經公布，還沒有施行。", "施行日期是 \(ROCDate.long(day))。\(contents.version.effectiveNote)")
        default:
            return Component.banner(.warn, "有條文已經公布，施行日期還沒有定。", contents.version.effectiveNote)
        }
    }

    private static func search(_ contents: Contents) -> HTML {
        let problem = contents.sought.map { sought in
            switch sought.problem {
            case .unreadable: "「\(sought.typed)」不是條號，請寫成 48、第48條之1 或十四之一。"
            case .missing: "這部法規沒有「\(sought.typed)」這一條，請看條號有沒有寫錯。"
            }
        }
        return """
            <form class="row" method="get" action="\(StatuteAddress.articles(contents.version.pcode))" role="search" aria-label="找條文">\
            \(FieldViews.text(
                "number", label: "條號", value: contents.sought?.typed ?? "", hint: "例如 48、第48條之1、十四之一", error: problem,
                attributes: "autocomplete=\"off\"", classes: "input input-auto"))\
            <button class="button button-quiet">前往這一條</button></form>
            """
    }

    private static func editions(_ contents: Contents) -> HTML {
        """
        <section class="stack"><h2>收錄的版本</h2><ol class="timeline">\(each: Array(contents.editions.enumerated()), { edition($0.offset, $0.element, contents) })</ol>
        \(when: contents.editions.count > 1, StatuteComparisonViews.choice(contents.editions, from: nil, to: nil))</section>
        """
    }

    private static func edition(_ place: Int, _ version: StatuteVersion, _ contents: Contents) -> HTML {
        let older = contents.editions.dropFirst(place + 1).first
        return """
            <li\(when: place == 0, " aria-current=\"true\"")>\(version.modified.map(time))第 \(version.number) 版\
            \(when: version.name != contents.version.name, "　名稱：\(version.name)")\(older.map { link(from: $0, to: version) })</li>
            """
    }

    private static func citing(_ works: [ArticleViews.Work]) -> HTML {
        guard !works.isEmpty else { return .empty }
        return "<section class=\"stack-tight\"><h2>引用整部法規的</h2>\(ArticleViews.citingList(works))</section>"
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
        let isLong = entries.count > historyShown
        return """
            <section class="stack-tight" id="history"><h2>沿革</h2>\
            <ol class="stack-tight small">\(each: entries.reversed().prefix(historyShown), { "<li>\($0.text)</li>" })</ol>\
            \(when: isLong, "<p><a href=\"\(StatuteAddress.history(version.pcode))\">全部沿革（\(entries.count) 次）</a></p>")</section>
            """
    }

    static func history(_ version: StatuteVersion, chrome: Chrome) -> HTML {
        let entries = StatuteHistory(reading: version.histories).entries
        return Layout.page(
            "\(version.name)　沿革", chrome: chrome, section: "/statutes",
            crumbs: [
                Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb(version.name, StatuteAddress.statute(version.pcode)),
                Crumb("沿革"),
            ], badge: badge(version),
            content: entries.isEmpty
                ? "<p>資料裡沒有沿革。</p>"
                : "<ol class=\"stack-tight prose\">\(each: entries.reversed(), { "<li>\($0.text)</li>" })</ol>")
    }

    /// One chapter of a statute that does not stand on one page.
    static func chapter(_ chapter: StatuteChapters.Chapter, of contents: Contents, chrome: Chrome) -> HTML {
        let version = contents.version
        let path = chapter.above.map(\.title).joined(separator: "　")
        return Layout.page(
            "\(version.name)　\(chapter.title)", chrome: chrome, section: "/statutes",
            crumbs: [
                Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb(version.name, StatuteAddress.statute(version.pcode)),
                Crumb(chapter.title),
            ], head: path.isEmpty ? .empty : "<p class=\"soft\">\(path)</p>", badge: badge(version),
            content: """
                \(pending(contents))
                <article class="stack stack-wide" aria-label="條文">\
                \(StatuteTextViews.parts(version.outline[chapter.range], of: version, texts: contents.texts))</article>
                <nav class="row row-spread" aria-label="前後章節">\(neighbour(chapter.number - 1, "上一部分：", contents))\
                <a href="\(StatuteAddress.statute(version.pcode))">目次</a>\(neighbour(chapter.number + 1, "下一部分：", contents))</nav>
                """)
    }

    private static func neighbour(_ number: Int, _ word: String, _ contents: Contents) -> HTML {
        guard let chapter = contents.chapters.chapters.first(where: { $0.number == number }) else {
            return "<span></span>"
        }
        return "<a href=\"\(StatuteAddress.chapter(contents.version.pcode, number))\">\(word)\(chapter.title)</a>"
    }
}
