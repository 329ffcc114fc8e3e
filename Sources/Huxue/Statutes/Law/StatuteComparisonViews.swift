/// 新舊對照: what differs between two editions of a statute.
enum StatuteComparisonViews {
    typealias Side = (version: StatuteVersion, edition: StatuteEdition)

    /// Bytes of text on one page, about.
    private static let pageSize = 30_000

    /// `editions`: all that the office has, to choose others from; `page`: from 1, of a long comparison.
    struct Contents: Sendable {
        let old: Side
        let new: Side
        let editions: [StatuteVersion]
    }

    static func comparison(_ contents: Contents, page: Int, chrome: Chrome) -> HTML {
        let (old, new, editions) = (contents.old, contents.new, contents.editions)
        let comparison = StatuteComparison(from: old.edition, to: new.edition)
        let pages = pages(rows(of: comparison, old.edition, new.edition))
        let rows = pages.isEmpty ? [] : pages[min(max(page, 1), pages.count) - 1]
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
                \(choice(editions, from: old.version.number, to: new.version.number))
                \(StatuteAnnouncementViews.button(new.version.pcode, from: old.version.number, to: new.version.number, chrome: chrome))\
                \(comparison.renaming.map { Component.banner(.info, "法規名稱變更。", "由「\($0.old)」改為「\($0.new)」。") })\
                \(when: comparison.isRepealed, Component.banner(.warn, "這部法規已廢止。"))\
                \(when: comparison.isRevived, Component.banner(.info, "這部法規恢復適用。", "前一版是已廢止的。"))\
                \(headings(comparison.headings))
                \(when: pages.isEmpty, "<p>兩個版本的條文沒有不同。</p>")
                \(each: rows, { change($0, of: new.edition.pcode) })
                \(when: pages.count > 1, turning(pages, page: page, old.version, new.version))
                """)
    }

    /// A form to choose two editions; the latest two unless they are given.
    static func choice(_ editions: [StatuteVersion], from old: Int?, to new: Int?) -> HTML {
        guard editions.count > 1 else { return .empty }
        return """
            <form class="row no-print" method="get" action="\(StatuteAddress.comparison(editions[0].pcode))">\
            \(select("from", "比較", editions, chosen: old ?? editions[1].number))\
            \(select("to", "與", editions, chosen: new ?? editions[0].number))\
            <button class="button button-quiet">對照</button></form>
            """
    }

    private static func select(
        _ name: StaticString, _ label: String, _ editions: [StatuteVersion], chosen: Int
    ) -> HTML {
        """
        <label for="\(name.description)">\(label)</label><select class="input input-auto" id="\(name.description)" name="\(name.description)">\
        \(each: editions, { "<option value=\"\($0.number)\"\(when: $0.number == chosen, " selected")>\(words(of: $0))</option>" })</select>
        """
    }

    private static func words(of version: StatuteVersion) -> String {
        "\(version.modified.map(ROCDate.long) ?? "")第 \(version.number) 版"
    }

    private struct Row {
        let number: ArticleNumber
        let change: StatuteComparison.Change
        let before: String
        let after: String
    }

    private static func rows(
        of comparison: StatuteComparison, _ old: StatuteEdition, _ new: StatuteEdition
    ) -> [Row] {
        let before = Dictionary(old.articles.map { ($0.number, $0.text) }) { first, _ in first }
        let after = Dictionary(new.articles.map { ($0.number, $0.text) }) { first, _ in first }
        return comparison.articles.filter { $0.change != .relaid }.map { change in
            Row(
                number: change.number, change: change.change, before: before[change.number] ?? "",
                after: after[change.number] ?? "")
        }
    }

    private static func pages(_ rows: [Row]) -> [[Row]] {
        var pages: [[Row]] = []
        var left = 0
        for row in rows {
            let size = row.before.utf8.count + row.after.utf8.count + 500
            if pages.isEmpty || size > left {
                pages.append([])
                left = pageSize
            }
            pages[pages.count - 1].append(row)
            left -= size
        }
        return pages
    }

    /// 編、章、節 whose words changed.
    private static func headings(_ changes: [StatuteComparison.HeadingChange]) -> HTML {
        guard !changes.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="headings"><h2 id="headings">章節名稱</h2>
            \(each: changes, { change in
                ArticleViews.sides(
                    from: change.old?.title ?? "", to: change.new?.title ?? "", oldTitle: "<h3>舊名稱</h3>",
                    newTitle: "<h3>新名稱</h3>", none: "（沒有這個章節）", isCounted: false)
            })</section>
            """
    }

    private static func turning(_ pages: [[Row]], page: Int, _ old: StatuteVersion, _ new: StatuteVersion) -> HTML {
        func link(_ number: Int) -> HTML {
            let rows = pages[number - 1]
            let words = "第 \(rows.first?.number.plain ?? "")–\(rows.last?.number.plain ?? "") 條"
            if number == min(max(page, 1), pages.count) { return "<span aria-current=\"page\">\(words)</span>" }
            let address = StatuteAddress.comparison(new.pcode, from: old.number, to: new.number, page: number)
            return "<a href=\"\(address)\">\(words)</a>"
        }
        return "<nav class=\"pagination\" aria-label=\"分頁\">\(each: Array(1...pages.count), link)</nav>"
    }

    private static func change(_ row: Row, of pcode: String) -> HTML {
        """
        <section class="stack" aria-labelledby="c\(row.number.plain)"><h2 id="c\(row.number.plain)">\
        <a href="\(StatuteAddress.article(pcode, row.number))">第 \(row.number.plain) 條</a>　\(StatuteTerms.name(of: row.change))</h2>
        \(ArticleViews.sides(
            from: row.before, to: row.after, oldTitle: "<h3>舊條文</h3>",
            newTitle: "<h3>新條文</h3>"))</section>

        """
    }
}
