/// 一次告知單: what a citizen has to bring, on one sheet of paper.
enum PageNoticeViews {
    /// Who hands the sheet out.
    struct Desk: Sendable {
        let facts: LocalFacts
        let clerk: String
        /// Empty when none is known.
        let phoneExtension: String
        /// Whether this person answers for what the office says of itself.
        let mayFillFacts: Bool

        /// What a citizen needs to reach the office, and nobody has entered.
        var missing: [LocalFact] { [.address, .telephone, .hours].filter { (facts[$0] ?? "").isEmpty } }
    }

    /// The papers on the procedure's own page: what is ticked goes along to the sheet.
    static func checklist(_ papers: HTML, code: String) -> HTML {
        """
        <form class="stack-tight" method="get" action="\(PageAddress.page(code))/notice">\(papers)\
        <p class="row no-print"><button class="button button-quiet">\(Icon.print)列印一次告知單</button>\
        <span class="hint">勾選已備的；這次用不到的勾「免附」。告知單會標出還要補的。</span></p></form>
        """
    }

    static func sheet(
        _ contents: PageViews.Contents, _ notice: PageNotice, desk: Desk, chrome: Chrome
    ) -> HTML {
        let sections = contents.rendering.sections
        let shown = PageNotice.parts.compactMap { part in sections.first { $0.heading?.text == part.title } }
        let page = contents.page
        let size = PageNotice.size(
            fitting: shown.reduce(0) { $0 + characters($1.html) },
            hasTable: shown.contains { String(decoding: $0.html.bytes, as: UTF8.self).contains("<table") })
        return Layout.page(
            "\(page.title)　一次告知單", chrome: chrome, section: "/pages",
            crumbs: [
                Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code)),
                Crumb("一次告知單"),
            ],
            head: """
                <p class="row"><strong>\(chrome.officeName)</strong>\
                <span class="soft">依 \(ROCDate.long(contents.content.lawAsOf))的法規</span></p>
                """,
            content: """
                \(warning(contents))\(unfilled(desk))
                <form class="stack" method="get" action="\(PageAddress.page(page.code))/notice">\(tools(contents, notice.showsCitations))\
                <article class="sheet notice-sheet" data-size="\(size)" aria-label="一次告知單"><p class="notice-lead">\(lead(contents.marks))</p>\
                \(each: shown, { section in
                    "<section class=\"part\"><h2>\(section.heading?.text)</h2><div class=\"prose\">\(section.html)</div></section>"
                })\(contact(desk, contents, chrome))</article></form>
                """)
    }

    /// Each takes as much room as any other; tags have none of them.
    private static func characters(_ html: HTML) -> Int { html.bytes.count { $0 >= 0xE0 } }

    private static func lead(_ marks: PaperMarks) -> HTML {
        marks.isEmpty
            ? "請備齊下列文件再來辦理。" : "請備齊標「待補」的文件再來辦理；標「已備」的正本也請一併帶來，標「免附」的不必準備。"
    }

    private static func tools(_ contents: PageViews.Contents, _ showsCitations: Bool) -> HTML {
        """
        <p class="row no-print"><button class="button" type="button" data-print hidden>\(Icon.print)列印</button>\
        <button class="button button-quiet">更新</button>\
        <label class="check"><input type="checkbox" name="citations" value="1"\(when: showsCitations, " checked")><span>印出條文依據</span></label>\
        <button class="button button-quiet" formaction="\(PageAddress.page(contents.page.code))">回條目</button></p>
        """
    }

    /// How citizens reach the office and the colleague who told them.
    private static func contact(_ desk: Desk, _ contents: PageViews.Contents, _ chrome: Chrome) -> HTML {
        let number = desk.facts[.telephone] ?? ""
        let reached = number + (desk.phoneExtension.isEmpty ? "" : "　分機 \(desk.phoneExtension)")
        let lines: [(String, String)] = [
            ("地址", desk.facts[.address] ?? ""), ("服務時間", desk.facts[.hours] ?? ""),
            ("承辦人", desk.clerk), ("電話", reached), ("日期", ROCDate.long(contents.today)),
        ]
        return """
            <dl class="notice-contact">\(each: lines.filter { !$0.1.isEmpty }, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
            """
    }

    /// What the sheet leaves out, for who hands it out.
    private static func unfilled(_ desk: Desk) -> HTML {
        let names = desk.missing.map(LocalFactTerms.name(of:))
        guard !names.isEmpty || desk.phoneExtension.isEmpty else { return .empty }
        let facts: HTML =
            names.isEmpty
            ? .empty
            : desk.mayFillFacts
                ? "<a href=\"\(LocalFactTerms.address)\">填寫本所資料</a>　" : "<span>本所資料請洽知識庫管理者填寫</span>　"
        let own: HTML =
            desk.phoneExtension.isEmpty ? "<a href=\"/account#extension-title\">設定我的分機</a>" : .empty
        let all = names + (desk.phoneExtension.isEmpty ? ["您的分機"] : [])
        let banner = Component.banner(
            .warn, "告知單上還沒有\(all.joined(separator: "、"))。", "民眾回家後找不到人問。", next: "\(facts)\(own)")
        return "<div class=\"no-print\">\(banner)</div>"
    }

    /// For who hands it out, not for who takes it home.
    private static func warning(_ contents: PageViews.Contents) -> HTML {
        guard !contents.amendments.touched.isEmpty else { return .empty }
        let banner = Component.banner(.warn, "依據的法規修正過，這張單子還沒有複核。", "請先確認內容再交給民眾。")
        return "<div class=\"no-print\">\(banner)</div>"
    }
}
