/// A page of the knowledge base, as the staff reads it.
enum PageViews {
    struct Contents: Sendable {
        let page: Page
        let content: PageContent
        /// The latest ones, the latest first; at least one.
        let revisions: [PageRevision]
        let rendering: PageRendering
        let marks: PaperMarks
        /// Amendments that nobody has decided on yet.
        let flags: [AmendmentFlag]
        let comparisons: [ID<StatuteVersion>: Address]
        let related: [Page]
        let ownerName: String
        /// By login.
        let authorNames: [String: String]
        let reviewerName: String
        let today: Day
        let mayEdit: Bool
        let isOwner: Bool
        /// What is asked of the reader; nil for nothing.
        let call: AnnouncementCall?
        /// An announcement that nobody has been asked to read.
        let isUnsent: Bool
        /// Whether the reader sends announcements, of some unit at least.
        let maySend: Bool

        var amendments: PageAmendments { PageAmendments(flags, today: today) }
    }

    static let revisionsShown = 3

    /// What stands in the frame of a page.
    struct Parts: Sendable {
        let title: String
        let crumbs: [Crumb]
        let head: HTML
        let badge: HTML
        let content: HTML
    }

    static func page(_ parts: Parts, chrome: Chrome, done: String? = nil) -> HTML {
        Layout.page(
            parts.title, chrome: chrome, section: "/pages", crumbs: parts.crumbs, head: parts.head, badge: parts.badge,
            content: "\(Component.done(done))\(parts.content)")
    }

    /// `chrome`: nil for somebody who is shown no form.
    static func parts(_ contents: Contents, chrome: Chrome? = nil) -> Parts {
        let page = contents.page
        let subject = contents.content[.subject].first
        return Parts(
            title: page.title,
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages")]
                + (subject.map { [Crumb($0, PageListViews.address(PageFilter(facets: [.subject: $0])))] } ?? [])
                + [Crumb(page.title)],
            head: head(contents), badge: contents.isUnsent && contents.mayEdit ? AnnouncementViews.unsentBadge : .empty,
            content: """
                \(contents.call.map(AnnouncementViews.notice))\(banners(contents))
                <div class="columns columns-main"><div class="stack stack-wide">\(article(contents))\
                \(chrome.flatMap { chrome in contents.call.map { AnnouncementViews.tick($0, chrome: chrome) } })</div>
                <aside class="stack stack-wide no-print" aria-label="相關">\(chrome.map { decision(contents, chrome: $0) })\
                \(tools(contents))\(related(contents.related))\(timeline(contents))\(facets(contents.content))</aside></div>
                """)
    }

    private static func head(_ contents: Contents) -> HTML {
        let (page, content) = (contents.page, contents.content)
        let unit = content.unit.isEmpty ? HTML.empty : "<span>主管單位　\(content.unit)</span>"
        return """
            <p class="row soft">\(Component.badge(icon: Icon.book, PageTerms.name(of: page.kind)))\(unit)\
            <span>負責人　\(contents.ownerName)</span><span>\(ROCDate.withWeekday(page.reviewedOn))複核　第 \(contents.revisions.first?.number ?? 1) 版</span>\
            <span>依 \(ROCDate.long(content.lawAsOf))的法規</span></p>\
            \(content.interpretation.map { "<p>\($0.issuer)　\(ROCDate.long($0.issuedOn))　\($0.number)</p>" as HTML })
            """
    }

    private static func banners(_ contents: Contents) -> HTML {
        let page = contents.page
        var banners = HTML.empty
        switch page.state {
        case .current: break
        case .superseded:
            banners.append(Component.banner(.warn, "已停止適用。", "保留供查閱，請勿再據以辦理。"))
        case .retired:
            banners.append(Component.banner(.warn, "已停用。", "只有管理知識庫的人看得到，也不會被搜尋到。"))
        }
        let (touched, others) = (contents.amendments.touched, contents.amendments.others)
        banners.append(
            PageBannerViews.amended(
                touched, .warn, "依據的法規修正過，本頁待複核。", today: contents.today,
                comparisons: contents.comparisons))
        banners.append(
            PageBannerViews.amended(
                others, .info, "同一條的其他部分修正過，或修正還沒有施行。", then: "本頁仍可使用。", today: contents.today,
                comparisons: contents.comparisons))
        banners.append(PageBannerViews.overdue(page, today: contents.today))
        return banners
    }

    // MARK: The text

    static func article(_ contents: Contents) -> HTML {
        guard contents.page.kind == .procedure else {
            return "<article class=\"prose\" aria-label=\"內容\">\(contents.rendering.html)</article>"
        }
        // Nobody is handed a sheet of what is no longer applied.
        let code = contents.page.state == .current ? contents.page.code : nil
        return """
            \(PagePartViews.links(contents.rendering.sections))\
            <article class="parts" aria-label="作業程序">\(each: contents.rendering.sections, { part($0, code: code) })</article>
            """
    }

    /// One part of a procedure; before the first heading there may be words without one.
    ///
    /// `code`: of the page of whose papers a sheet may be printed; nil for none.
    static func part(_ section: Markdown.Section, code: String?) -> HTML {
        guard let heading = section.heading else { return "<div class=\"prose\">\(section.html)</div>" }
        let part = PagePart(title: heading.text)
        return """
            <section class="part\(when: part == .steps, " part-steps")\(when: part == .papers, " part-papers")"><h2 id="\(heading.id)">\(heading.text)</h2>\
            <div class="prose stack-tight">\(code.flatMap { part == .papers ? PageNoticeViews.checklist(section.html, code: $0) : nil } ?? section.html)</div></section>

            """
    }

    // MARK: Beside it

    private static func decision(_ contents: Contents, chrome: Chrome) -> HTML {
        let page = contents.page
        let isWaiting = !contents.flags.isEmpty || page.isOverdue(on: contents.today)
        guard contents.mayEdit, page.state == .current else { return .empty }
        let sending = contents.isUnsent ? AnnouncementViews.sending(page, maySend: contents.maySend) : .empty
        if contents.isUnsent, !isWaiting { return sending }
        let question = contents.isOwner ? "您是這頁的負責人。" : ""
        return """
            \(sending)<section class="card card-lined stack"><h2>這頁還正確嗎？</h2>\
            <p>\(question)\(isWaiting ? "看過對照後，選一項：" : "看過一遍，內容仍然正確，就記下今天複核過。")</p>\
            <form class="stack-tight" method="post" action="\(PageAddress.page(page.code))/review">\(Layout.token(chrome))\
            <input type="hidden" name="revision" value="\(contents.revisions.first?.number ?? 1)">\(AmendmentViews.shown(contents.flags))\
            <button class="button\(when: !isWaiting || contents.isUnsent, " button-quiet")">仍然正確</button>\
            <a class="button button-quiet" href="\(PageAddress.page(page.code))/edit">修改這頁</a>\
            <a class="button button-quiet" href="\(PageAddress.page(page.code))/state">停止適用或停用</a></form></section>
            """
    }

    private static func tools(_ contents: Contents) -> HTML {
        guard contents.mayEdit else { return .empty }
        if contents.page.state == .current {
            guard contents.page.kind == .announcement, !contents.isUnsent else { return .empty }
            return """
                <p><a class="button button-quiet" href="\(AnnouncementAddress.overview(contents.page.code))">\(Icon.announcement)\
                閱讀情形</a></p>
                """
        }
        let address = PageAddress.page(contents.page.code)
        return """
            <p class="stack-tight"><a class="button button-quiet" href="\(address)/edit">修改這頁</a>\
            <a class="button button-quiet" href="\(address)/state">恢復現行</a></p>
            """
    }

    private static func related(_ pages: [Page]) -> HTML {
        guard !pages.isEmpty else { return .empty }
        return """
            <section class="stack-tight"><h2>相關</h2><ul class="link-list">\(each: pages, { page in
                "<li><a href=\"\(PageAddress.page(page.code))\">\(page.title)</a><span class=\"soft\">\(PageTerms.name(of: page.kind))</span></li>"
            })</ul></section>
            """
    }

    private static func timeline(_ contents: Contents) -> HTML {
        """
        <section class="stack"><h2>版本</h2><ol class="timeline">\
        \(each: Array(contents.revisions.enumerated()), { step($0.offset, $0.element, contents) })</ol>\
        <p class="soft small">\(contents.reviewerName)於 \(ROCDate.long(contents.page.reviewedOn))複核，\
        下次 \(ROCDate.long(contents.page.reviewOn))。</p>\
        \(when: contents.revisions.count > 1 || contents.mayEdit, "<a href=\"\(PageAddress.page(contents.page.code))/revisions\">全部版本</a>")</section>
        """
    }

    private static func step(_ place: Int, _ revision: PageRevision, _ contents: Contents) -> HTML {
        let day = ROCDate.day(of: revision.savedAt)
        let author = contents.authorNames[revision.author] ?? AuditTerms.author(revision.author)
        return """
            <li\(when: place == 0, " aria-current=\"true\"")><time datetime="\(day.description)">\(ROCDate.long(day))　第 \(revision.number) 版</time>\
            \(author)\(when: !revision.reason.isEmpty, "：\(revision.reason)")</li>
            """
    }

    private static func facets(_ content: PageContent) -> HTML {
        let found = PageFacet.allCases.filter { !content[$0].isEmpty }
        guard !found.isEmpty else { return .empty }
        return """
            <section class="stack-tight"><h2>分類</h2><dl class="facts">\(each: found, { facet in
                "<dt>\(PageTerms.name(of: facet))</dt><dd>\(each: content[facet], { value($0, of: facet) })</dd>"
            })</dl></section>
            """
    }

    private static func value(_ value: String, of facet: PageFacet) -> HTML {
        "<a href=\"\(PageListViews.address(PageFilter(facets: [facet: value])))\">\(value)</a> "
    }
}
