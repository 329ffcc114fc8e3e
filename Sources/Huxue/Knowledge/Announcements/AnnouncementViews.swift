/// What a reader sees of an announcement that must be read, and the lines about announcements on other pages.
enum AnnouncementViews {
    /// Above the announcement's text, for somebody who is called; says by when, or that it is done.
    static func notice(_ call: AnnouncementCall) -> HTML {
        let deadline = ROCDate.withWeekday(call.lastDay)
        switch call.standing {
        case .read(let reading):
            return Component.banner(
                .pass, "您已確認閱讀。",
                "\(ROCDate.withTime(reading.readAt)) 確認第 \(reading.number) 版\(reading.isLate ? "（逾期）" : "")。")
        case .readBefore(let reading):
            return Component.banner(
                .warn, "公告有新版，請再確認一次。",
                "您在 \(ROCDate.withTime(reading.readAt)) 讀過第 \(reading.number) 版；請在 \(deadline) 以前讀完現在的第 \(call.current) 版。",
                next: toTick)
        case .unread:
            return Component.banner(
                .warn, "這則公告要請您確認。", "請在 \(deadline) 以前讀完，在最下面確認。\(reminder(call))", next: toTick)
        }
    }

    private static let toTick: HTML = "<a href=\"#confirmation\">到確認的地方</a>"

    private static func reminder(_ call: AnnouncementCall) -> String {
        call.remindedOn.map { "承辦人在 \(ROCDate.short($0)) 提醒過您。" } ?? ""
    }

    /// Below the text: the one tick, on exactly the revision that is shown; nothing when it is done.
    static func tick(_ call: AnnouncementCall, chrome: Chrome) -> HTML {
        guard !call.standing.isRead else { return .empty }
        return """
            <section class="stack no-print" aria-labelledby="confirmation"><h2 id="confirmation" tabindex="-1">確認閱讀</h2>
            <form class="row" method="post" action="\(AnnouncementAddress.reading(call.page.code))">\(Layout.token(chrome))\
            <input type="hidden" name="revision" value="\(call.current)">\
            <button class="button">\(Icon.tick)我已閱讀並了解</button>\
            <span class="soft">第 \(call.current) 版，期限 \(ROCDate.withWeekday(call.lastDay))</span></form></section>
            """
    }

    /// The new text in the place of the one that somebody was about to confirm.
    static func renewed(_ call: AnnouncementCall, problem: AnnouncementRefusal, text: HTML, chrome: Chrome) -> HTML {
        Layout.page(
            call.page.title, chrome: chrome, section: "/pages",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb(call.page.title)],
            content: """
                \(Component.errorSummary([(field: "confirmation", sentence: problem.sentence)], title: "還沒有確認"))
                <article class="prose">\(text)</article>
                \(tick(call, chrome: chrome))
                """)
    }

    /// Beside the title of an announcement that nobody has been asked to read.
    static let unsentBadge = Component.badge(.warn, AnnouncementTerms.unsent)

    /// Beside an announcement that nobody has been asked to read: what to do with it.
    static func sending(_ page: Page, maySend: Bool) -> HTML {
        let address = PageAddress.page(page.code)
        let whoSees = page.isPublic ? "它對外公開，但同仁還沒有被請來看。" : "現在只有管理知識庫的人看得到。"
        return """
            <section class="card card-lined stack"><h2>這則公告還沒有發送</h2>\
            <p>\(whoSees)\(maySend ? "選好對象與期限，發送後同仁會在首頁看到，讀完確認。" : "請知識庫管理人員發送。")</p>\
            <p class="stack-tight">\(when: maySend, "<a class=\"button\" href=\"\(AnnouncementAddress.overview(page.code))\">\(Icon.announcement)發送給同仁</a>")
            <a class="button button-quiet" href="\(address)/edit">修改這頁</a>
            <a class="button button-quiet" href="\(address)/state">停止適用或停用</a></p></section>

            """
    }

    static func dueItem(_ call: AnnouncementCall) -> DueItem {
        let facts = [
            call.remindedOn.map { "承辦人提醒（\(ROCDate.short($0))）" },
            { if case .readBefore = call.standing { "新版要再確認" } else { nil } }(),
            "讀完後確認一次",
        ].compactMap { $0 }
        return DueItem(
            due: ROCDate.start(of: call.lastDay.adding(days: 1)).adding(seconds: -60), title: call.page.title,
            icon: Icon.announcement, kind: "必讀公告", facts: facts.joined(separator: "　"),
            address: PageAddress.page(call.page.code), verb: "閱讀", isUrgent: call.remindedOn != nil)
    }

    /// On the home page of whoever follows it; nil when nothing waits.
    static func note(_ tally: AnnouncementTally, today: Day) -> ManagerNote? {
        let address = AnnouncementAddress.overview(tally.subject.code)
        let day = ROCDate.withWeekday(tally.announcement.deadline)
        let isLate = tally.announcement.deadline < today
        let deadline = isLate ? "期限 \(day) 已過" : "期限 \(day)"
        guard tally.isSender else {
            guard tally.unread > 0 else { return nil }
            return ManagerNote(
                title: "\(Terms.quoted(tally.subject.title))貴單位還有 \(tally.unread) 人未讀。",
                sentence: "應讀 \(tally.people) 人，\(deadline)。", links: [(address, "看名單")],
                tone: isLate ? .fail : .info)
        }
        guard tally.unread > 0 || tally.hasLaterRevision else { return nil }
        let later = tally.hasLaterRevision ? "條目另有第 \(tally.subject.current) 版，請決定要不要再確認。" : ""
        return ManagerNote(
            title: "\(Terms.quoted(tally.subject.title))\(tally.read)／\(tally.people) 人已讀。",
            sentence: "\(deadline)。\(later)", links: [(address, "看名單")],
            tone: isLate && tally.unread > 0 ? .fail : .info,
            waits: tally.hasLaterRevision || (isLate && tally.unread > 0))
    }

    struct Contents: Sendable {
        let sent: [Listed]
        /// Pages that nobody was asked to read yet.
        let unsent: [Page]
    }

    /// One announcement in the list of all.
    struct Listed: Sendable {
        let page: Page
        let announcement: Announcement
        /// Which sent it.
        let unit: Unit
        /// In its audience, as far as the reader may look; those and the readings are not counted once it is withdrawn.
        let people: Int
        let read: Int

        var state: String {
            announcement.withdrawnAt != nil ? "已收回" : page.state == .current ? "確認中" : "已停用"
        }
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "必讀公告", chrome: chrome, section: "/announcements",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages"), Crumb("必讀公告")],
            head: "<p>發給同仁確認的公告，與各則的閱讀情形。</p>",
            content: """
                \(when: !contents.unsent.isEmpty, drafts(contents.unsent))
                <section class="stack" aria-labelledby="sent"><h2 id="sent">已發送</h2>
                \(contents.sent.isEmpty ? nothing : table(contents.sent))</section>
                """)
    }

    private static let nothing = Component.empty(
        Icon.announcement, title: "還沒有發過公告", text: "先在知識庫寫一則公告，再由它的頁面發送給同仁確認。")

    private static func drafts(_ pages: [Page]) -> HTML {
        """
        <section class="stack" aria-labelledby="unsent"><h2 id="unsent">尚未發送</h2><ul class="link-list">\
        \(each: pages, { page in
            """
            <li><a href="\(PageAddress.page(page.code))">\(page.title)</a>\
            <a href="\(AnnouncementAddress.overview(page.code))">發送<span class="visually-hidden">：\(page.title)</span></a></li>
            """
        })</ul></section>
        """
    }

    private static func table(_ listed: [Listed]) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">已發送的公告</caption>
        <thead><tr><th scope="col">公告</th><th scope="col">發出單位</th><th scope="col">期限</th><th scope="col">情形</th>\
        <th scope="col" class="num">已讀</th></tr></thead><tbody>\(each: listed, { row($0) })</tbody></table></div>
        """
    }

    private static func row(_ listed: Listed) -> HTML {
        let isOpen = listed.announcement.withdrawnAt == nil
        return """
            <tr><th scope="row"><a href="\(AnnouncementAddress.overview(listed.page.code))">\(listed.page.title)</a></th>\
            <td data-label="發出單位">\(listed.unit.name)</td>\
            <td data-label="期限">\(ROCDate.withWeekday(listed.announcement.deadline))</td>\
            <td data-label="情形">\(listed.state)</td><td class="num" data-label="已讀">\(isOpen ? "\(listed.read)／\(listed.people) 人" : "—")</td></tr>

            """
    }
}
