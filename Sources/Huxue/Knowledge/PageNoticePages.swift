/// 一次告知單: what a citizen has to bring, on one sheet of paper.
enum PageNoticePages {
    /// The parts that somebody needs who comes back another time.
    private static let parts: [PagePart] = [.applicants, .place, .deadline, .papers, .fee]

    /// The papers on the procedure's own page: what is ticked goes along to the sheet.
    static func checklist(_ papers: HTML, code: String) -> HTML {
        """
        <form class="stack-tight" method="get" action="\(PageAddress.page(code))/notice">\(papers)\
        <p class="row no-print"><button class="button button-quiet">\(Icon.print)列印一次告知單</button>\
        <span class="hint">先勾選已備妥的與用不到的，告知單會標出還要補的。</span></p></form>
        """
    }

    static func sheet(_ contents: PagePages.Contents, chrome: Chrome) -> HTML {
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
                \(when: !contents.amendments.touched.isEmpty, Component.banner(
                    .warn, "依據的法規修正過，這張單子還沒有複核。", "請先確認內容再交給民眾。"))
                <form id="ticks" method="get" action="\(PageAddress.page(contents.page.code))">\
                <article class="sheet notice-sheet" aria-label="一次告知單"><p>請備齊下列文件再來辦理。打勾的已經備妥或用不到，標「待補」的還要補齊。</p>\
                \(each: sections, { section in
                    "<section class=\"part\"><h2>\(section.heading?.text)</h2><div class=\"prose\">\(section.html)</div></section>"
                })
                <dl class="signatures"><div><dt>承辦人</dt><dd></dd></div><div><dt>電話</dt><dd></dd></div><div><dt>日期</dt><dd></dd></div></dl></article></form>
                """)
    }
}
