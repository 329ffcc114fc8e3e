/// Who has read an announcement, and what its sender can do about it.
enum AnnouncementOverviewViews {
    /// `done`: what has just been done; nil for nothing.
    static func overview(_ overview: AnnouncementOverview, done: String?, today: Day, chrome: Chrome) -> HTML {
        let page = overview.page
        return Layout.page(
            "閱讀情形", chrome: chrome, section: "/pages",
            crumbs: [
                Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code)), Crumb("閱讀情形"),
            ], head: head(overview, today: today),
            content: """
                \(Component.done(done))
                \(when: overview.isSender && overview.hasLaterRevision, later(overview, today: today, chrome: chrome))
                <div class="tiles">\(tile("應讀", overview.lines.count))\(tile("已讀", overview.readCount))\(tile("未讀", overview.unreadCount))</div>
                \(when: overview.isSender, actions(overview, today: today, chrome: chrome))
                \(units(overview))
                \(people(overview))
                """)
    }

    private static func head(_ overview: AnnouncementOverview, today: Day) -> HTML {
        let announcement = overview.announcement
        return """
            <p><a href="\(PageAddress.page(overview.page.code))">\(overview.page.title)</a>　請確認第 \(announcement.required) 版</p>
            <p class="soft">\(ROCDate.withTime(announcement.sentAt)) 以「\(overview.unit.fullName)」的名義發出　期限 \
            \(ROCDate.withWeekday(announcement.deadline))\(when: announcement.deadline < today, "（已過）")\
            \(when: !overview.isSender, "　只列您管理的單位")</p>
            """
    }

    private static func tile(_ name: String, _ count: Int) -> HTML {
        "<div class=\"figure\"><span class=\"name\">\(name)</span><span class=\"value\">\(count)<small> 人</small></span></div>"
    }

    private static func later(_ overview: AnnouncementOverview, today: Day, chrome: Chrome) -> HTML {
        """
        \(Component.banner(
            .info, "條目後來存了第 \(overview.current) 版。",
            "讀過第 \(overview.announcement.required) 版的人現在算已讀。改動重要的話，可以請所有人再確認一次；只改錯字就不必。"))
        <form class="row" method="post" action="\(AnnouncementAddress.renewal(overview.page.code))">\(Layout.token(chrome))\
        <input type="hidden" name="revision" value="\(overview.current)">
        <label for="renewal-deadline">新的期限</label><input class="input" id="renewal-deadline" name="deadline" \
        value="\(ROCDate.plain(max(overview.announcement.deadline, today.adding(days: 7))))" required>
        <button class="button button-quiet">新版要再確認</button></form>
        """
    }

    private static func actions(_ overview: AnnouncementOverview, today: Day, chrome: Chrome) -> HTML {
        let code = overview.page.code
        let canRemind = overview.unreadCount > 0 && overview.remindedOn != today
        return """
            <div class="row no-print">\(when: canRemind, """
                <form method="post" action="\(AnnouncementAddress.reminder(code))">\(Layout.token(chrome))\
                <button class="button">提醒未讀的 \(overview.unreadCount) 人</button></form>
                """)
            <a class="button button-quiet" href="\(AnnouncementAddress.readings(code))">\(Icon.download)下載名單（CSV）</a>
            <a class="button button-quiet" href="\(AnnouncementAddress.withdrawal(code))">收回公告</a></div>
            \(overview.remindedOn.map { day in
                "<p class=\"soft\">\(ROCDate.withWeekday(day)) 提醒過未讀的人\(when: day == today, "；明天可以再提醒一次")。</p>"
            })
            """
    }

    private static func units(_ overview: AnnouncementOverview) -> HTML {
        let ordered = byUnit(overview.lines, of: overview.unit)
        guard ordered.count > 1 else { return .empty }
        return """
            <section class="stack" aria-labelledby="by-unit"><h2 id="by-unit">各單位</h2>
            <div class="table-scroll" role="region" tabindex="0" aria-label="各單位閱讀情形表"><table class="table">\
            <caption class="visually-hidden">各單位已讀與未讀人數</caption>
            <thead><tr><th scope="col">單位</th><th scope="col" class="num">應讀</th><th scope="col" class="num">已讀</th>\
            <th scope="col" class="num">未讀</th></tr></thead><tbody>\(each: ordered, { name, lines in
                let read = lines.count { $0.standing.isRead }
                return """
                    <tr><th scope="row">\(name)</th><td class="num">\(lines.count)</td><td class="num">\(read)</td>\
                    <td class="num">\(lines.count - read)</td></tr>

                    """
            })</tbody></table></div></section>
            """
    }

    private static func people(_ overview: AnnouncementOverview) -> HTML {
        let unread = overview.lines.filter { !$0.standing.isRead }
        let read = overview.lines.filter(\.standing.isRead)
        return """
            \(section("unread", "還沒有讀的人", byUnit(unread, of: overview.unit), none: "所有人都讀過了。", isOpen: true))
            \(section("read", "已經讀過的人", byUnit(read, of: overview.unit), none: "還沒有人讀過。", isOpen: unread.isEmpty))
            \(when: !overview.departed.isEmpty, section(
                "departed", "讀過後調離或離職的人", byUnit(overview.departed, of: overview.unit), none: "", isOpen: false))
            """
    }

    private static func section(
        _ id: String, _ title: String, _ groups: [Group], none: String, isOpen: Bool
    ) -> HTML {
        guard !groups.isEmpty else {
            return
                "<section class=\"stack\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2><p>\(none)</p></section>"
        }
        return """
            <section class="stack" aria-labelledby="\(id)"><h2 id="\(id)">\(title)（\(groups.reduce(0) { $0 + $1.lines.count })）</h2>
            \(each: groups, { group($0, isOpen: isOpen) })</section>
            """
    }

    /// People of one unit; its name begins below the unit that sends.
    private typealias Group = (name: String, lines: [AnnouncementOverview.Line])

    /// In the order of the units.
    private static func byUnit(_ lines: [AnnouncementOverview.Line], of sender: Unit) -> [Group] {
        let above = sender.fullName + "/"
        return Dictionary(grouping: lines, by: \.member.unitName).map { name, lines in
            (name: name.hasPrefix(above) ? String(name.dropFirst(above.count)) : name, lines: lines)
        }.sorted { ($0.lines.first?.member.unit.rawValue ?? "") < ($1.lines.first?.member.unit.rawValue ?? "") }
    }

    private static func group(_ group: Group, isOpen: Bool) -> HTML {
        """
        <details class="readers"\(when: isOpen, " open")><summary>\(group.name)<span class="soft">　\(group.lines.count) 人</span></summary>\
        <ul>\(each: group.lines, { line in
            "<li><b>\(line.member.employee.name)</b> <span class=\"soft\">\(line.member.employee.position)</span> \(AnnouncementTerms.words(line))</li>"
        })</ul></details>

        """
    }

    /// Asks once before an announcement is taken back.
    static func withdrawal(_ overview: AnnouncementOverview, chrome: Chrome) -> HTML {
        let page = overview.page
        return Layout.page(
            "收回公告", chrome: chrome, section: "/pages",
            crumbs: [
                Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(page.title, PageAddress.page(page.code)),
                Crumb("閱讀情形", AnnouncementAddress.overview(page.code)), Crumb("收回公告"),
            ],
            content: """
                <p>收回\(Terms.quoted(page.title))後，還沒有讀的 \(overview.unreadCount) 人不必再確認；已經讀過的 \(overview.readCount) 人的紀錄會留著。\
                公告的內容仍在知識庫，可以再發送，但那時所有人要重新確認。</p>
                <form class="row" method="post" action="\(AnnouncementAddress.withdrawal(page.code))">\(Layout.token(chrome))\
                <button class="button button-danger">收回公告</button>\
                <a class="button button-quiet" href="\(AnnouncementAddress.overview(page.code))">返回</a></form>
                """)
    }
}
