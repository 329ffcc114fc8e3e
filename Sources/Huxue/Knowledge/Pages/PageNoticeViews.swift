/// 一次告知單: what a citizen has to bring, on one sheet of paper.
enum PageNoticeViews {
    /// The parts that somebody needs who comes back another time.
    private static let parts: [PagePart] = [.applicants, .place, .deadline, .papers, .fee]

    /// The papers on the procedure's own page: what is ticked goes along to the sheet.
    static func checklist(_ papers: HTML, code: String) -> HTML {
        """
        <form class="stack-tight" method="get" action="\(PageAddress.page(code))/notice">\(papers)\
        <p class="row no-print"><button class="button button-quiet">\(Icon.print)列印一次告知單</button>\
        <span class="hint">先勾選已備妥的與這次用不到的，告知單會把沒有勾的標「待補」。</span></p></form>
        """
    }

    static func sheet(_ contents: PageViews.Contents, chrome: Chrome) -> HTML {
        let sections = contents.rendering.sections.filter { section in
            section.heading.flatMap { PagePart(title: $0.text) }.map(parts.contains) ?? false
        }
        return Layout.page(
            "\(contents.page.title)　一次告知單", chrome: chrome, section: "/pages",
            crumbs: [
                Crumb("首頁", "/"), Crumb("知識庫", "/pages"),
                Crumb(contents.page.title, PageAddress.page(contents.page.code)), Crumb("一次告知單"),
            ],
            head: """
                <p class="soft">\(chrome.officeName)　依 \(ROCDate.long(contents.content.lawAsOf))的法規　\(ROCDate.long(contents.today))列印</p>
                <p class="row no-print"><button class="button" type="button" data-print hidden>\(Icon.print)列印</button>\
                <button class="button button-quiet" form="ticks">回條目</button></p>
                """,
            content: """
                \(warning(contents))
                <form id="ticks" method="get" action="\(PageAddress.page(contents.page.code))">\
                <article class="sheet notice-sheet" aria-label="一次告知單"><p>\(contents.isTicked ? "請備齊標「待補」的文件再來辦理。劃掉的是這次看過的或用不到的；看過的正本請一併帶來。" : "請備齊下列文件再來辦理。")</p>\
                \(each: sections, { section in
                    "<section class=\"part\"><h2>\(section.heading?.text)</h2><div class=\"prose\">\(section.html)</div></section>"
                })
                <dl class="signatures"><div><dt>承辦人</dt><dd></dd></div><div><dt>電話</dt><dd></dd></div><div><dt>日期</dt><dd></dd></div></dl></article></form>
                """)
    }

    /// For who hands it out, not for who takes it home.
    private static func warning(_ contents: PageViews.Contents) -> HTML {
        guard !contents.amendments.touched.isEmpty else { return .empty }
        let banner = Component.banner(.warn, "依據的法規修正過，這張單子還沒有複核。", "請先確認內容再交給民眾。")
        return "<div class=\"no-print\">\(banner)</div>"
    }
}
