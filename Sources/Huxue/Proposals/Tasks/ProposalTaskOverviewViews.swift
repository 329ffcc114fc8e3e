/// All adopted proposals of a call, with what is done about them.
enum ProposalTaskOverviewViews {
    struct Row: Sendable {
        let line: ProposalLine
        let tasks: [ProposalTask]
        let effect: ProposalEffect
    }

    struct Contents: Sendable {
        let call: ProposalCall
        let rows: [Row]
        let now: Moment
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            ProposalTaskTerms.title, chrome: chrome, section: ProposalCallViews.section,
            crumbs: ReviewBoardViews.crumbs(contents.call, ProposalTaskTerms.title),
            head: "<p class=\"soft\">\(contents.call.plan.title)採行的提案</p>",
            content: """
                <section class="stack" aria-labelledby="adopted"><h2 class="visually-hidden" id="adopted">採行的提案</h2>\
                \(contents.rows.isEmpty
                    ? Component.empty(Icon.idea, title: "沒有採行的提案", text: "決議採行或部分採行的，列在這裡追蹤。") : table(contents))</section>
                """)
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">採行的提案</caption><thead><tr>\
        <th scope="col">提案</th><th scope="col">決議</th><th scope="col">工作</th><th scope="col">程序</th>\
        <th scope="col">實際效益</th></tr></thead><tbody>\
        \(each: contents.rows, { row($0, on: ROCDate.day(of: contents.now)) })</tbody></table></div>
        """
    }

    private static func row(_ row: Row, on today: Day) -> HTML {
        let late = row.tasks.count { $0.isLate(on: today) }
        let tasks: HTML =
            row.tasks.isEmpty
            ? "<span class=\"soft\">還沒有安排</span>" : "完成 \(row.tasks.count(where: \.isDone))／\(row.tasks.count)　"
        let saved = row.effect.confirmed.map { $0.minutesAYear.map(ProposalTaskTerms.saved) ?? "已確認" }
        return """
            <tr><th scope="row"><a href="\(ProposalTaskViews.address(of: row.line.id))">\(ReviewTerms.name(of: row.line))</a></th>\
            <td data-label="決議">\(row.line.outcome.map(ProposalMeetingTerms.badge))</td>\
            <td data-label="工作">\(tasks)\(when: late > 0, Component.badge(.warn, "逾期 \(late)"))</td>\
            <td data-label="程序">\(row.effect.page.isEmpty ? "—" : row.effect.page)</td>\
            <td data-label="實際效益">\(saved ?? "—")</td></tr>
            """
    }
}
