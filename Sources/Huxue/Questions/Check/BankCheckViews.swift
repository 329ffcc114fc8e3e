/// 檢查題庫: what an editor should look at, kind by kind.
enum BankCheckViews {
    static let address: Address = "/questions/check"

    private static func address(_ filter: BankCheckFilter, page: Int = 1) -> Address {
        address.with([
            ("topic", filter.topic), ("kind", filter.kind?.rawValue ?? ""), ("page", page > 1 ? String(page) : ""),
        ])
    }

    static func page(_ contents: BankCheckActions.Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "檢查題庫", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("檢查題庫")],
            head: """
                <p class="soft">容易猜中、相同或相近、選項打亂就對不上的試題；已停用的不算。您正在作答的試卷裡的題目、等人審的題目，不提與答案有關的。</p>
                """,
            content: """
                <section class="stack" aria-label="篩選">\(topics(contents))\(kinds(contents))</section>
                \(contents.rows.isEmpty ? empty(contents) : "\(each: groups(contents), { group($0) })")
                \(Component.pagination(contents.paging, noun: "項") { address(contents.filter, page: $0) })
                """)
    }

    private static func topics(_ contents: BankCheckActions.Contents) -> HTML {
        """
        <form class="row" method="get" action="\(address)">\(FieldViews.select(
            "topic", label: "主題",
            options: [FieldViews.Option(value: "", words: "全部主題")]
                + contents.topics.map { FieldViews.Option(value: $0, words: $0) }, chosen: contents.filter.topic))\
        \(contents.filter.kind.map { "<input type=\"hidden\" name=\"kind\" value=\"\($0.rawValue)\">" as HTML })
        <button class="button button-quiet">只看這個主題</button></form>
        """
    }

    private static func kinds(_ contents: BankCheckActions.Contents) -> HTML {
        let found = BankFinding.Kind.allCases.filter { contents.counts[$0] != nil || $0 == contents.filter.kind }
        let total = contents.counts.values.reduce(0, +)
        return """
            <nav class="chips" aria-label="依種類篩選">\(chip("全部", total, nil, contents))\
            \(each: found, { chip(BankCheckTerms.name(of: $0), contents.counts[$0] ?? 0, $0, contents) })</nav>
            """
    }

    private static func chip(
        _ name: String, _ count: Int, _ kind: BankFinding.Kind?, _ contents: BankCheckActions.Contents
    ) -> HTML {
        let filter = BankCheckFilter(topic: contents.filter.topic, kind: kind)
        return """
            <a href="\(address(filter))"\(when: kind == contents.filter.kind, " aria-current=\"true\"")>\(name) \(count)</a>
            """
    }

    private static func empty(_ contents: BankCheckActions.Contents) -> HTML {
        contents.filter == BankCheckFilter()
            ? Component.empty(Icon.tick, title: "沒有要看的", text: "題庫檢查過了，沒有容易猜中或重複的試題。")
            : Component.empty(Icon.search, title: "這個條件沒有要看的", text: "換一個主題或種類再看。")
    }

    private static func groups(
        _ contents: BankCheckActions.Contents
    ) -> [(kind: BankFinding.Kind, rows: [BankCheckActions.Row], count: Int)] {
        let rows = Dictionary(grouping: contents.rows, by: \.finding.kind)
        return BankFinding.Kind.allCases.compactMap { kind in
            rows[kind].map { (kind, $0, contents.counts[kind] ?? $0.count) }
        }
    }

    private static func group(
        _ group: (kind: BankFinding.Kind, rows: [BankCheckActions.Row], count: Int)
    ) -> HTML {
        let (id, name) = (group.kind.rawValue, BankCheckTerms.name(of: group.kind))
        let isCut = group.kind == .likeStem && group.count >= BankCheckRules.pairLimit
        return """
            <section class="stack" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(name)</h2>\
            <span class="soft">\(group.count) 項\(when: isCut, "以上，先列出這些")</span></div>
            <p class="measure">\(BankCheckTerms.advice(on: group.kind))</p>
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">\(name)</caption>\
            <thead><tr><th scope="col">試題</th><th scope="col">說明</th></tr></thead><tbody>
            \(each: group.rows, { row($0) })</tbody></table></div></section>
            """
    }

    private static func row(_ row: BankCheckActions.Row) -> HTML {
        let others = row.finding.codes.count - row.lines.count
        return """
            <tr><td class="wide" data-label="試題"><div>\(row.lines.isEmpty ? "整個題庫" : "\(each: row.lines, { line($0) })")\
            \(when: others > 0, "<div class=\"soft\">另有 \(others) 題</div>")</div></td>\
            <td class="wide" data-label="說明">\(BankCheckTerms.sentence(row.finding))</td></tr>

            """
    }

    private static func line(_ line: BankCheckLine) -> HTML {
        let page = QuestionViews.address(of: line.code)
        return """
            <div><a href="\(line.isEditable ? "\(page)/edit" : page)">\(line.code)\
            \(when: line.isEditable, "<span class=\"visually-hidden\"> 修改</span>")</a>　\
            <span class="soft">\(line.topic)</span>　\(QuestionText.stem(line.stem))</div>
            """
    }
}
