/// 題庫: the counts and the list.
enum QuestionListViews {
    static let pageSize = 50

    struct Contents: Sendable {
        let counts: [TopicCount]
        let lines: [QuestionLine]
        let paging: Paging
        let filter: QuestionFilter
        /// What the reader was writing, the latest first; none for who does not write questions.
        let drafts: [QuestionDraftActions.Resumable]
        /// How many questions wait for a reviewer; nil for who does not review.
        let waiting: Int?
        let mayEdit: Bool
        /// Those of units, besides the shared one.
        let banks: [Unit]
        let done: QuestionDeed?
        let imported: QuestionImport?
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "題庫", chrome: chrome, section: "/questions", crumbs: [Crumb("首頁", "/"), Crumb("題庫")],
            head: "<p class=\"soft\">\(summary(contents.counts))</p>",
            content: """
                \(done(contents))\(actions(contents))\(QuestionDraftViews.list(contents.drafts))
                <section class="stack" aria-label="搜尋與篩選">\(search(contents))
                \(chips(contents.filter))\(held(contents))</section>
                \(when: contents.filter.narrowsNothing && !contents.counts.isEmpty, counts(contents.counts))
                <section class="stack" aria-labelledby="list"><div class="section-head"><h2 id="list">試題</h2>\
                \(when: !contents.filter.narrowsNothing, "<a href=\"/questions\">清除條件，回到題庫總覽</a>")</div>
                \(contents.lines.isEmpty ? empty(contents) : table(contents))
                \(Component.pagination(contents.paging, noun: "題") { address(contents.filter, page: $0) })
                </section>
                """)
    }

    private static func done(_ contents: Contents) -> HTML {
        guard let imported = contents.imported else { return contents.done.map(\.banner) ?? .empty }
        let states: [(QuestionState, String)] = [(.draft, "看草稿"), (.inReview, "看審題中的")]
        let figures = [
            ("新增", imported.added), ("改版", imported.revised), ("只更新主題、狀態、單位或日期", imported.updated),
            ("不變", imported.unchanged),
        ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 題" }.joined(separator: "，")
        let banner = Component.banner(
            .pass, "匯入完成：\(figures)。", "新的試題先是草稿，改了內容的要審題；送審通過後才會抽進測驗。",
            next: "\(each: states, { "<a href=\"\(address(QuestionFilter(state: $0.0)))\">\($0.1)</a>　" })")
        return "<div role=\"status\">\(banner)</div>"
    }

    /// What an amendment holds back, when there is such a thing.
    private static func held(_ contents: Contents) -> HTML {
        var filter = contents.filter
        guard filter.isHeld || !filter.held.isEmpty else { return .empty }
        filter.isHeld.toggle()
        return """
            <nav class="chips" aria-label="依複核篩選"><a href="\(address(filter))"\(when: contents.filter.isHeld, " aria-current=\"true\"")>\
            法規修正待複核 \(filter.held.count)</a></nav>
            """
    }

    private static func actions(_ contents: Contents) -> HTML {
        let topic = contents.filter.topic
        let new = Address("/questions/new").with([("topic", topic)])
        return """
            <div class="row no-print">\(when: contents.mayEdit, "<a class=\"button\" href=\"\(new)\">新增試題</a>")\
            \(when: contents.mayEdit, files)\
            \(contents.waiting.map { """
                <a class="button button-quiet" href="\(QuestionReviewListViews.address)">審題\(when: $0 > 0, "　待審 \($0)")</a>
                """ })</div>
            """
    }

    private static let files: HTML = """
        <a class="button button-quiet" href="/questions/import">匯入</a>\
        <a class="button button-quiet" href="/questions/export">\(Icon.download)匯出</a>\
        <a class="button button-quiet" href="\(TopicViews.address)">主題</a>\
        <a class="button button-quiet" href="\(BankCheckViews.address)">檢查題庫</a>
        """

    private static func summary(_ counts: [TopicCount]) -> String {
        "\(counts.count) 個主題，使用中 \(counts.reduce(0) { $0 + $1.total }) 題"
    }

    /// The list with this filter.
    static func address(_ filter: QuestionFilter, page: Int = 1) -> Address {
        let path: Address = "/questions"
        return path.with([
            ("q", filter.search), ("topic", filter.topic), ("level", filter.level?.rawValue ?? ""),
            ("type", filter.type?.rawValue ?? ""), ("state", filter.state?.rawValue ?? ""),
            ("refresh", filter.isUnrefreshed ? "1" : ""), ("held", filter.isHeld ? "1" : ""),
            ("bank", filter.unit.map { "\($0)" } ?? ""), ("page", page > 1 ? String(page) : ""),
        ])
    }

    private static func counts(_ counts: [TopicCount]) -> HTML {
        let retired = counts.reduce(0) { $0 + $1.retired }
        let unfinished = counts.reduce(0) { $0 + $1.unfinished }
        return """
            <section class="stack" aria-labelledby="counts"><div class="section-head"><h2 id="counts">各主題題數</h2>\
            <span class="soft">使用中的試題</span></div>
            <div class="table-scroll"><table class="table table-stack"><thead><tr><th scope="col">主題</th>\
            \(each: QuestionLevel.allCases, { "<th scope=\"col\" class=\"num\">\(QuestionTerms.name(of: $0))</th>" })\
            <th scope="col" class="num">合計</th><th scope="col" class="num">草稿與審題中</th>\
            <th scope="col" class="num">已停用</th></tr></thead><tbody>
            \(each: counts, { countRow($0) })</tbody><tfoot><tr><th scope="row">合計</th>\
            \(each: QuestionLevel.allCases, { level in
                total(counts.reduce(0) { $0 + $1.counts[level, default: 0] }, QuestionTerms.name(of: level))
            })\(total(counts.reduce(0) { $0 + $1.total }, "合計"))\
            \(total(unfinished, "草稿與審題中"))\(total(retired, "已停用"))</tr></tfoot></table></div></section>
            """
    }

    private static func countRow(_ row: TopicCount) -> HTML {
        """
        <tr><th scope="row"><a href="\(address(QuestionFilter(topic: row.topic)))">\(row.topic)</a></th>\
        \(each: QuestionLevel.allCases, { level in
            cell(
                row.counts[level, default: 0], QuestionTerms.name(of: level),
                QuestionFilter(topic: row.topic, level: level, state: .active))
        })\(cell(row.total, "合計", QuestionFilter(topic: row.topic, state: .active)))\
        \(total(row.unfinished, "草稿與審題中"))\
        \(cell(row.retired, "已停用", QuestionFilter(topic: row.topic, state: .retired)))</tr>

        """
    }

    private static func cell(_ count: Int, _ label: String, _ filter: QuestionFilter) -> HTML {
        guard count > 0 else { return "<td class=\"num\" data-label=\"\(label)\">0</td>" }
        return """
            <td class="num" data-label="\(label)"><a href="\(address(filter))" \
            aria-label="\(filter.topic)，\(label) \(count) 題">\(count)</a></td>
            """
    }

    private static func total(_ count: Int, _ label: String) -> HTML {
        "<td class=\"num\" data-label=\"\(label)\">\(count)</td>"
    }

    private static func search(_ contents: Contents) -> HTML {
        let filter = contents.filter
        let kept = [
            ("level", filter.level?.rawValue), ("type", filter.type?.rawValue), ("state", filter.state?.rawValue),
            ("held", filter.isHeld ? "1" : nil),
        ]
        return """
            <form class="row" method="get" action="/questions" role="search">
            \(FieldViews.text(
                "q", label: "搜尋", value: filter.search, attributes: "placeholder=\"題幹、代號或條文\"", type: "search"))
            \(FieldViews.select(
                "topic", label: "主題",
                options: [FieldViews.Option(value: "", words: "全部主題")]
                    + contents.counts.map { FieldViews.Option(value: $0.topic, words: $0.topic) },
                chosen: filter.topic))\
            \(when: !contents.banks.isEmpty, FieldViews.select(
                "bank", label: "題庫",
                options: [FieldViews.Option(value: "", words: "全部題庫")]
                    + contents.banks.map { FieldViews.Option(value: "\($0.id)", words: $0.shortName) },
                chosen: filter.unit.map { "\($0)" } ?? ""))\
            \(each: kept, { name, value in
                "\(when: value != nil, "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">")"
            })
            <button class="button button-quiet">\(Icon.search)搜尋</button></form>
            """
    }

    private static func chips(_ filter: QuestionFilter) -> HTML {
        """
        \(row("依認知層次篩選", all: "全部層次", QuestionLevel.allCases, chosen: filter.level, name: QuestionTerms.name(of:)) {
            var narrowed = filter
            narrowed.level = $0
            return narrowed
        })
        \(row("依題型篩選", all: "全部題型", QuestionType.allCases, chosen: filter.type, name: QuestionTerms.name(of:)) {
            var narrowed = filter
            narrowed.type = $0
            return narrowed
        })
        \(row("依狀態篩選", all: "全部狀態", QuestionState.allCases, chosen: filter.state, name: QuestionTerms.name(of:)) {
            var narrowed = filter
            narrowed.state = $0
            return narrowed
        })
        """
    }

    private static func row<Value: Equatable>(
        _ label: String, all: String, _ values: [Value], chosen: Value?, name: (Value) -> String,
        narrowed: (Value?) -> QuestionFilter
    ) -> HTML {
        """
        <nav class="chips" aria-label="\(label)"><a href="\(address(narrowed(nil)))"\
        \(when: chosen == nil, " aria-current=\"true\"")>\(all)</a>\(each: values, { value in
            """
            <a href="\(address(narrowed(value)))"\(when: value == chosen, " aria-current=\"true\"")>\(name(value))</a>
            """
        })</nav>
        """
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">試題</caption>\
        <thead><tr><th scope="col">代號</th><th scope="col">題幹</th><th scope="col">主題</th><th scope="col">題型</th>\
        <th scope="col">層次</th><th scope="col" class="num">版本</th><th scope="col">狀態</th></tr></thead><tbody>
        \(each: contents.lines, { line($0) })</tbody></table></div>
        """
    }

    private static func line(_ line: QuestionLine) -> HTML {
        """
        <tr><th scope="row" class="nowrap"><a href="\(QuestionViews.address(of: line.code))">\(line.code)</a></th>\
        <td class="wide" data-label="題幹">\(QuestionText.stem(line.stem))</td><td class="nowrap" data-label="主題">\(line.topic)</td>\
        <td class="nowrap" data-label="題型">\(QuestionTerms.name(of: line.type))</td>\
        <td class="nowrap" data-label="層次">\(QuestionTerms.name(of: line.level))</td>\
        <td class="num" data-label="版本">\(line.revision)</td>\
        <td class="nowrap" data-label="狀態">\(QuestionTerms.name(of: line.state))</td></tr>

        """
    }

    private static func empty(_ contents: Contents) -> HTML {
        contents.counts.isEmpty
            ? Component.empty(
                Icon.bank, title: "題庫還沒有試題", text: "請新增試題，或匯入試題檔案。")
            : Component.empty(Icon.search, title: "沒有符合的試題", text: "換個說法，或少選一個條件再找。")
    }
}

extension QuestionFilter {
    fileprivate var narrowsNothing: Bool {
        topic.isEmpty && level == nil && type == nil && state == nil && search.isEmpty && !isUnrefreshed
            && !isHeld && unit == nil
    }
}
