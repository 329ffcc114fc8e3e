/// 法規異動: what rests on amended articles and waits for a decision.
enum AmendmentPages {
    struct Entry: Sendable {
        let code: String
        let title: String
        let address: Address
        let flags: [AmendmentFlag]
    }

    struct Contents: Sendable {
        let questions: [Entry]
        /// Which edition each flag's statute went from and to, for the comparison; by the raising version.
        let comparisons: [ID<StatuteVersion>: Address]
        let today: Day
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        let touched = contents.questions.filter { $0.flags.contains(where: \.isCitedPartTouched) }
        let others = contents.questions.filter { !$0.flags.contains(where: \.isCitedPartTouched) }
        return Layout.page(
            "法規異動", chrome: chrome, section: "/amendments", crumbs: [Crumb("首頁", "/"), Crumb("法規異動")],
            head: "<p>引用的條文修正過、還沒有複核的試題。複核之前不會被抽進新的測驗；已經發布的測驗不受影響。</p>",
            content: contents.questions.isEmpty
                ? none
                : """
                \(section("touched", "引用的部分修正了", touched, contents))
                \(section("others", "同一條的其他部分修正了，仍可抽用", others, contents))
                """)
    }

    private static var none: HTML {
        let empty = Component.empty(
            Icon.law, title: "沒有待複核的試題", text: "匯入新的法規檔之後，引用修正條文的試題會列在這裡。")
        return
            "<section aria-labelledby=\"list\"><h2 class=\"visually-hidden\" id=\"list\">待複核的試題</h2>\(empty)</section>"
    }

    private static func section(_ id: StaticString, _ title: String, _ entries: [Entry], _ contents: Contents) -> HTML {
        guard !entries.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="\(id.description)"><h2 id="\(id.description)">\(title)　\(entries.count) 題</h2>
            <div class="table-scroll"><table class="table table-stack">
            <thead><tr><th scope="col">試題</th><th scope="col">引用</th><th scope="col">異動</th><th scope="col">對照</th></tr></thead>
            <tbody>\(each: entries, { row($0, contents) })</tbody></table></div></section>
            """
    }

    private static func row(_ entry: Entry, _ contents: Contents) -> HTML {
        """
        <tr><th scope="row"><a href="\(entry.address)">\(entry.code)</a><br><span class="soft">\(entry.title)</span></th>\
        <td data-label="引用">\(each: entry.flags, { "<div>\($0.citation)</div>" })</td>\
        <td data-label="異動">\(each: entry.flags, { "<div>\(words($0, today: contents.today))</div>" })</td>\
        <td data-label="對照">\(each: addresses(entry, contents), { "<div><a href=\"\($0)\">新舊條文對照</a></div>" })</td></tr>

        """
    }

    private static func addresses(_ entry: Entry, _ contents: Contents) -> [Address] {
        var seen: Set<Address> = []
        return entry.flags.compactMap { contents.comparisons[$0.version] }.filter { seen.insert($0).inserted }
    }

    /// What happened, and from when it counts.
    static func words(_ flag: AmendmentFlag, today: Day) -> String {
        let change = StatuteTerms.name(of: flag.change)
        guard let opens = flag.opens else { return "\(change)，施行日期未定" }
        return opens > today ? "\(change)，\(ROCDate.long(opens))施行" : change
    }

    /// Above a question whose law was amended; nothing when nothing waits.
    static func banner(_ flags: [AmendmentFlag], today: Day) -> HTML {
        guard !flags.isEmpty else { return .empty }
        let named = flags.map { "\($0.citation)（\(words($0, today: today))）" }.joined(separator: "、")
        return Component.banner(
            .warn, "依據的法規修正過，待複核。", named, next: "<a href=\"/amendments\">看新舊條文對照</a>")
    }
}
