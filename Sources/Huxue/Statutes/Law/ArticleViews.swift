/// 條文: one article, its versions and what changed between two of them.
enum ArticleViews {
    struct Contents: Sendable {
        let statute: StatuteVersion
        let number: ArticleNumber
        /// The latest first; at least one.
        let versions: [ArticleVersion]
        /// The editions of the statute, the latest first.
        let editions: [StatuteVersion]
        /// The latest amendment, when it is not in force yet.
        let coming: AmendmentStep?
        let previous: ArticleNumber?
        let next: ArticleNumber?
        /// What the text in force refers to, and where that leads.
        let references: [CitationReference]
        let links: CitationLinks
        /// The two texts that are compared; nil when there is only one.
        let compared: (old: ArticleVersion, new: ArticleVersion)?
        /// What cites the article and the reader may open.
        var works: [Work] = []
        /// Text, comparison and versions as all readers see them; empty until `rendered`.
        var law = (main: HTML.empty, timeline: HTML.empty)

        /// The same with the parts that all readers share, so that they are made once.
        func rendered() -> Contents {
            var contents = self
            contents.law = (ArticleViews.main(self), ArticleViews.timeline(self))
            return contents
        }

        /// The edition that a text came with.
        func edition(of version: ArticleVersion) -> StatuteVersion? { editions.first { $0.id == version.since } }
    }

    /// A line in the list of what rests on an article.
    struct Work: Sendable {
        let title: String
        let kind: String
        let address: Address
        /// Whether what it cites was amended and nobody has decided on it yet.
        let isWaiting: Bool
        /// Whether an amendment of it is still to take effect.
        let isComing: Bool
        /// Whether it cites the whole statute rather than the article.
        let restsOnWhole: Bool
    }

    static func article(_ contents: Contents, chrome: Chrome) -> HTML {
        let statute = contents.statute
        let name = "\(statute.name)第\(contents.number.plain)條"
        let isGone = contents.versions.first.map { $0.until != nil || ArticleText.isDeleted($0.text) } ?? true
        return Layout.page(
            name, chrome: chrome, section: "/statutes",
            crumbs: [
                Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb(statute.name, StatuteAddress.statute(statute.pcode)),
                Crumb("第 \(contents.number.plain) 條"),
            ],
            head: head(contents),
            badge: statute.isRepealed
                ? Component.badge(.fail, "法規已廢止")
                : statute.missingSince.map { Component.badge(.warn, StatuteTerms.missing(since: $0)) }
                    ?? contents.coming.map { Component.badge(.warn, StatuteTerms.words(of: $0)) }
                    ?? (isGone ? Component.badge(.fail, "條文已刪除") : Component.badge(.pass, "現行條文")),
            content: """
                <div class="columns columns-main"><div class="stack stack-wide">
                \(contents.law.main)
                </div>
                <aside class="stack stack-wide" aria-label="版本與引用">\(contents.law.timeline)\(citing(contents.works))</aside></div>
                """)
    }

    private static func main(_ contents: Contents) -> HTML {
        let statute = contents.statute
        return """
            <article class="law" aria-labelledby="text"><div class="law-head"><h2 id="text">第 \(contents.number.plain) 條</h2>\
            <span class="row small">\(neighbour(contents.previous, statute))\(neighbour(contents.next, statute))</span></div>
            \(contents.versions.first.map { ArticleTextViews.text($0.text, of: statute.pcode, contents.number, contents.references, contents.links) })</article>
            \(contents.compared.map { comparison(contents, $0.old, $0.new) })
            """
    }

    private static func head(_ contents: Contents) -> HTML {
        let citation = Citation(Statute(contents.statute.pcode, contents.statute.name), contents.number)
        return """
            <p class="soft">\(contents.statute.modified.map { "\(ROCDate.long($0))修正" })　\
            <a href="\(CitationViews.ministryAddress(of: citation))" rel="noopener noreferrer">全國法規資料庫</a></p>
            """
    }

    private static func neighbour(_ number: ArticleNumber?, _ statute: StatuteVersion) -> HTML {
        guard let number else { return .empty }
        return "<a href=\"\(StatuteAddress.article(statute.pcode, number))\">第 \(number.plain) 條</a>"
    }

    /// Both texts side by side, what changed marked.
    ///
    /// `isCounted`: whether paragraphs bear numbers.
    static func sides(
        from old: String, to new: String, oldTitle: HTML, newTitle: HTML, none: String = "（沒有這一條）",
        isCounted: Bool = true
    ) -> HTML {
        let none: HTML = "<p class=\"soft\">\(none)</p>"
        let isRegrouped = isCounted && StatuteComparison.change(from: old, to: new) == .regrouped
        // Line by line, the same words would stand once as removed and once as added.
        let rows =
            isRegrouped
            ? lines(of: old, new) : ArticleComparison(from: OddSigns.marked(old), to: OddSigns.marked(new)).rows
        let before = rows.filter { !$0.old.isEmpty }.map { ($0.old, WrittenComparisonViews.side($0, .removed)) }
        let after = rows.filter { !$0.new.isEmpty }.map { ($0.new, WrittenComparisonViews.side($0, .added)) }
        return """
            \(when: isRegrouped, "<p>文字沒有變，只有分項不同；引用第幾項的，請看項次。</p>")\
            <div class="diff"><section class="diff-side">\(oldTitle)\
            \(before.isEmpty ? none : ArticleTextViews.list(before, isCounted ? ArticleTextViews.Setting(of: old) : .plain))</section>
            <section class="diff-side">\(newTitle)\
            \(after.isEmpty ? none : ArticleTextViews.list(after, isCounted ? ArticleTextViews.Setting(of: new) : .plain))</section></div>
            """
    }

    /// Both texts as they stand, a row for each line of either.
    private static func lines(of old: String, _ new: String) -> [LineComparison.Row] {
        ArticleText.lines(of: OddSigns.marked(old)).map { line in
            LineComparison.Row(segments: [LineComparison.Segment(kind: .same, old: line, new: "")])
        }
            + ArticleText.lines(of: OddSigns.marked(new)).map { line in
                LineComparison.Row(segments: [LineComparison.Segment(kind: .same, old: "", new: line)])
            }
    }

    private static func comparison(_ contents: Contents, _ old: ArticleVersion, _ new: ArticleVersion) -> HTML {
        """
        <section class="stack" aria-labelledby="cmp"><div class="section-head"><h2 id="cmp">新舊條文對照</h2>\
        <p class="legend-inline soft"><span><ins>雙底線</ins>　新增</span><span><del>刪除線</del>　刪除</span></p></div>
        \(choice(contents, old, new))
        \(when: old.id == new.id, "<p>選的是同一個版本，請選兩個不同的版本。</p>")
        \(sides(
            from: old.text, to: new.text, oldTitle: "<h3>\(title(of: old, contents))</h3>",
            newTitle: "<h3>\(title(of: new, contents))</h3>"))
        </section>
        """
    }

    private static func choice(_ contents: Contents, _ old: ArticleVersion, _ new: ArticleVersion) -> HTML {
        """
        <form class="row no-print" method="get" action="\(StatuteAddress.article(contents.statute.pcode, contents.number))">\
        \(select("from", "比較", contents, chosen: old))\(select("to", "與", contents, chosen: new))\
        <button class="button button-quiet">比較</button></form>
        """
    }

    private static func select(
        _ name: StaticString, _ label: String, _ contents: Contents, chosen: ArticleVersion
    ) -> HTML {
        """
        <label for="\(name.description)">\(label)</label>\
        <select class="input input-auto" id="\(name.description)" name="\(name.description)">\
        \(each: contents.versions, { version in
            "<option value=\"\(contents.edition(of: version)?.number ?? 0)\"\(when: version.id == chosen.id, " selected")>\(title(of: version, contents))</option>"
        })</select>
        """
    }

    /// The text alone, for a small window beside a link.
    static func preview(
        of number: ArticleNumber, _ text: String, in statute: StatuteVersion, coming: AmendmentStep?
    ) -> HTML {
        """
        <div class="law-head"><b>\(statute.name)第\(number.plain)條</b>\
        \(statute.isRepealed
            ? Component.badge(.fail, "法規已廢止") : coming.map { Component.badge(.warn, StatuteTerms.words(of: $0)) })</div>
        \(ArticleTextViews.text(text, of: statute.pcode, number))

        """
    }

    private static func title(of version: ArticleVersion, _ contents: Contents) -> String {
        let edition = contents.edition(of: version)
        let day = edition?.modified.map(ROCDate.long) ?? "第 \(edition?.number ?? 1) 版"
        guard version.until == nil else { return day }
        return contents.coming == nil ? "\(day)（現行）" : "\(day)（尚未施行）"
    }

    private static func timeline(_ contents: Contents) -> HTML {
        """
        <section class="stack"><h2>版本</h2><ol class="timeline">\(each: contents.versions, { step($0, contents) })</ol>
        <p class="soft small">只列本系統收錄的版本；更早的沿革見<a href="\(StatuteAddress.statute(contents.statute.pcode))#history">法規沿革</a>。</p></section>
        """
    }

    private static func step(_ version: ArticleVersion, _ contents: Contents) -> HTML {
        let isLatest = version.id == contents.versions.first?.id
        let hasEffects =
            isLatest && contents.versions.count > 1 && contents.works.contains { $0.isWaiting || $0.isComing }
        return """
            <li\(when: version.until == nil, " aria-current=\"true\"")>\(title(of: version, contents))\
            \(when: contents.edition(of: version) != nil, "　<span class=\"soft\">第 \(contents.edition(of: version)?.number ?? 0) 版</span>")\
            \(when: hasEffects, "<br><a href=\"/amendments\">這次修正的影響</a>")</li>
            """
    }

    private static func citing(_ works: [Work]) -> HTML {
        """
        \(when: !works.isEmpty, "<section class=\"stack-tight\"><h2>引用這一條的</h2>\(citingList(works))</section>")
        """
    }

    static func citingList(_ works: [Work]) -> HTML {
        """
        <ul class="link-list">\(each: works, { work in
            "<li><a href=\"\(work.address)\">\(work.title)</a><span class=\"soft\">\(work.kind)\(when: work.restsOnWhole, "　引用整部法規")\(when: work.isWaiting, "　待複核")\(when: work.isComing, "　即將修正")</span></li>"
        })</ul>
        """
    }
}
