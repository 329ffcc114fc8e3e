enum AuditViews {
    static let pageSize = 100

    struct Contents: Sendable {
        let lines: [AuditLine]
        /// The actions among which the filter offers a choice.
        let actions: [AuditAction]
        let paging: Paging
        let asked: AuditQuery
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "稽核紀錄", chrome: chrome, section: "/audit", crumbs: [Crumb("首頁", "/"), Crumb("稽核紀錄")],
            head: "<p class=\"soft\">只增不改；每一筆都與前一筆相扣，缺漏或改動可由 huxue doctor 查出。姓名是現在使用該帳號或員工編號的人。</p>",
            content: """
                \(Component.errorSummary(contents.asked.unreadable.map { ($0.field, unreadable($0.typed)) }))
                \(filterForm(contents))
                <p class="row"><a class="button button-quiet" href="\(address(contents, to: "/audit/export"))">\
                \(Icon.download)匯出 CSV</a><a class="button button-quiet" href="/audit/head">列印紀錄憑單</a></p>
                <h2 class="visually-hidden">紀錄</h2>
                \(contents.lines.isEmpty ? empty : table(contents))
                \(Component.pagination(contents.paging, noun: "筆") { address(contents, page: $0) })
                """)
    }

    /// A sheet to print once a month and file: with it, rows that are removed or changed later can be proven.
    static func head(_ head: AuditHead, chrome: Chrome) -> HTML {
        Layout.page(
            "稽核紀錄憑單", chrome: chrome, section: "/audit",
            crumbs: [Crumb("首頁", "/"), Crumb("稽核紀錄", "/audit"), Crumb("紀錄憑單")],
            head: """
                <p class="soft no-print">每月列印一次，簽章後歸檔。日後有人刪改這之前的任何一筆，這張紙上的末筆驗證碼就對不起來；\
                請系統管理者以 <code>huxue doctor --head</code> 核對。</p>
                """,
            content: """
                <article class="sheet"><dl class="facts"><div><dt>機關</dt><dd>\(chrome.officeName)</dd></div>\
                <div><dt>時間</dt><dd>\(ROCDate.withTime(head.at))</dd></div>\
                <div><dt>紀錄筆數</dt><dd>\(head.count) 筆</dd></div>\
                <div><dt>末筆驗證碼</dt><dd><code>\(head.groups)</code></dd></div></dl>
                <dl class="signatures"><div><dt>承辦人</dt><dd></dd></div><div><dt>主管</dt><dd></dd></div>\
                <div><dt>日期</dt><dd></dd></div></dl></article>
                <p class="row no-print"><button class="button" type="button" data-print hidden>\(Icon.print)列印</button>\
                <a class="button button-quiet" href="/audit">回稽核紀錄</a></p>
                """)
    }

    private static func address(_ contents: Contents, page: Int = 1, to path: Address = "/audit") -> Address {
        path.with([
            ("q", contents.asked.filter.search), ("actor", contents.asked.person),
            ("action", contents.asked.filter.action), ("since", contents.asked.since), ("until", contents.asked.until),
            ("page", page > 1 ? String(page) : ""),
        ])
    }

    private static let empty = Component.empty(Icon.log, title: "沒有符合的紀錄", text: "換個條件再找。")

    private static func filterForm(_ contents: Contents) -> HTML {
        """
        <form class="row" method="get" action="/audit" role="search">
        \(FieldViews.text("q", label: "對象或內容", value: contents.asked.filter.search, type: "search"))
        \(PersonFieldViews.login("actor", label: "人員", value: contents.asked.person))
        \(FieldViews.select(
            "action", label: "動作",
            options: [FieldViews.Option(value: "", words: "全部動作")]
                + contents.actions.map { FieldViews.Option(value: $0.code, words: $0.name) },
            chosen: contents.asked.filter.action))
        \(day("since", label: "自（含）", contents.asked.since, example: "115/11/1", contents))
        \(day("until", label: "至（含）", contents.asked.until, example: "115/11/30", contents))
        <button class="button button-quiet">篩選</button></form>
        """
    }

    private static func day(
        _ name: String, label: String, _ typed: String, example: String, _ contents: Contents
    ) -> HTML {
        let isUnreadable = contents.asked.unreadable.contains { $0.field == name }
        return FieldViews.text(
            name, label: label, value: typed, error: isUnreadable ? unreadable(typed) : nil,
            attributes: "placeholder=\"\(example)\"")
    }

    private static func unreadable(_ typed: String) -> String {
        "看不懂「\(typed)」，或沒有這一天；以下沒有依這個日期篩選。請寫成 115/11/21 的樣子。"
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">稽核紀錄，新的在前</caption>\
        <thead><tr><th scope="col" class="num">序號</th><th scope="col">時間</th><th scope="col">人員</th>\
        <th scope="col">動作</th><th scope="col">對象</th><th scope="col">內容</th><th scope="col">來源</th></tr></thead>\
        <tbody>
        \(each: contents.lines, row)
        </tbody></table></div>
        """
    }

    private static func row(_ line: AuditLine) -> HTML {
        let entry = line.entry
        return """
            <tr><td class="num" data-label="序號">\(entry.id)</td>\
            <td data-label="時間"><span class="nowrap">\(ROCDate.plain(ROCDate.day(of: entry.at)))</span> \
            <span class="nowrap">\(ROCDate.seconds(entry.at))</span></td><td class="nowrap" data-label="人員">\(name(line.actor))</td>\
            <td class="nowrap" data-label="動作">\(line.action)</td>\
            <td data-label="對象">\(name(line.subject))</td><td class="wide" data-label="內容">\(line.detail)</td>\
            <td class="nowrap" data-label="來源">\(line.origin)</td></tr>

            """
    }

    private static func name(_ name: AuditName) -> HTML {
        guard let address = name.address else { return "\(name.text)" }
        return "<a href=\"\(address)\">\(name.text)</a>"
    }
}
