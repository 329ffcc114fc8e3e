/// Case studies that must be read, for those who owe it and for those who follow it.
enum CaseReadingViews {
    struct Contents: Sendable {
        let id: ID<CaseStudy>
        let title: String
        let overview: CaseReadingOverview
    }

    /// Below the text: the one tick, or that it is done.
    static func tick(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        guard let reading = contents.reading else { return .empty }
        if let readAt = reading.readAt {
            return Component.banner(.pass, "您已確認閱讀。", "\(ROCDate.withTime(readAt)) 確認。")
        }
        return """
            <section class="stack no-print" aria-labelledby="confirmation"><h2 id="confirmation" tabindex="-1">確認閱讀</h2>\
            <form class="row" method="post" action="\(CaseViews.address(of: contents.id))/reading">\(Layout.token(chrome))\
            <button class="button">\(Icon.tick)我已閱讀並了解</button>\
            <span class="soft">期限 \(ROCDate.withWeekday(reading.deadline))</span></form></section>
            """
    }

    static func overview(_ contents: Contents, chrome: Chrome) -> HTML {
        let (overview, address) = (contents.overview, CaseViews.address(of: contents.id))
        return Layout.page(
            "閱讀情形", chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.title, address), Crumb("閱讀情形")],
            head: """
                <p>\(overview.lines.count) 人中 \(overview.read) 人已讀，期限 \(ROCDate.withWeekday(overview.deadline))</p>
                """,
            content: """
                <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">應讀的同仁</caption><thead><tr>\
                <th scope="col">姓名</th><th scope="col">單位</th><th scope="col">閱讀</th></tr></thead><tbody>\
                \(each: overview.lines, row)</tbody></table></div>
                """)
    }

    private static func row(_ line: CaseReadingOverview.Line) -> HTML {
        """
        <tr><th scope="row">\(line.member.employee.name)</th><td data-label="單位">\(line.member.unitName)</td>\
        <td data-label="閱讀">\(state(line))</td></tr>
        """
    }

    private static func state(_ line: CaseReadingOverview.Line) -> HTML {
        guard let readAt = line.readAt else { return Component.badge(.warn, "未讀") }
        let late = line.isLate ? "（逾期）" : ""
        return "\(Component.badge(.pass, "已讀"))　\(ROCDate.withTime(readAt))\(late)"
    }
}
