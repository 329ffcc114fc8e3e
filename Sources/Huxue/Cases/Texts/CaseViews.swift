/// One case study, as its authors, those who check it, and colleagues see it.
enum CaseViews {
    struct Contents: Sendable {
        let shown: CaseActions.Shown
        let revision: CaseRevision
        let citations: [Citation]
        let links: CitationLinks
        let flags: [AmendmentFlag]
        let comparisons: [ID<StatuteVersion>: AmendmentLink]
        /// To which it may be opened, for those who check it; nil for everybody else.
        let units: UnitChoice?
        let now: Moment
        let discussion: CaseDiscussion
        /// What the visitor may write from it.
        let followUps: Set<CaseFollowUp.Kind>
        /// Nil for one that the visitor need not read.
        let reading: CaseReading?
        /// Whether somebody must read it.
        let isRequired: Bool
        /// What its authors said points to nobody; none for colleagues.
        let waivers: [CaseWaiver]
        /// Addresses and telephone numbers of the office, which point to nobody.
        let own: [String]
        /// A comment that was not taken.
        var comment = ""
        var done: CaseDeed?
        var problem: CaseRefusal?

        var state: CaseState { shown.study.state }
        var id: ID<CaseStudy> { shown.study.id }
        var title: String { revision.form[.title] }
    }

    static func address(of id: ID<CaseStudy>) -> Address { "/cases/\(id)" }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let study = contents.shown.study
        return Layout.page(
            contents.title, chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.title)],
            head: """
                <p class="row soft">\(study.openUnitName.map { "<span>\($0)的同仁看得到</span>" as HTML })\
                \(study.publishedAt.map { "<span>\(ROCDate.withTime($0)) 發布</span>" as HTML })\
                <span class="no-print">\(Component.printButton)</span></p>
                """,
            badge: CaseTerms.badge(study.state),
            content: """
                \(Component.done(contents.done?.sentence))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })\
                \(notices(contents))\(amendments(contents, chrome: chrome))\
                \(CaseStateViews.actions(contents, chrome: chrome))
                \(body(contents, marksFinds: contents.state == .submitted && contents.shown.role == .checker))
                \(CaseReadingViews.tick(contents, chrome: chrome))
                \(CaseDiscussionViews.section(contents, chrome: chrome))\(CaseDiscussionViews.followUps(contents, chrome: chrome))
                """)
    }

    private static func notices(_ contents: Contents) -> HTML {
        guard contents.shown.role != .colleague, !contents.shown.study.remark.isEmpty else { return .empty }
        return Component.banner(
            .warn, contents.state == .retired ? "已停用。" : "退回修改。", contents.shown.study.remark)
    }

    private static func amendments(_ contents: Contents, chrome: Chrome) -> HTML {
        let today = ROCDate.day(of: contents.now)
        let opened = contents.flags.filter { $0.phase(on: today) == .opened }
        let coming = contents.flags.filter { $0.phase(on: today) == .coming }
        return """
            \(AmendmentViews.banner(opened.filter(\.isCitedPartTouched), .waiting, links: contents.comparisons, today: today))\
            \(AmendmentViews.banner(opened.filter { !$0.isCitedPartTouched }, .untouched, links: contents.comparisons, today: today))\
            \(when: contents.shown.role == .checker && !opened.isEmpty, CaseStateViews.confirmation(contents, chrome: chrome))\
            \(AmendmentViews.banner(coming, .coming, links: contents.comparisons, today: today))
            """
    }

    // MARK: The text

    /// What readers read: the same on its page, before it is published, and on paper.
    ///
    /// `marksFinds`: for whoever checks it, with everything marked that may point to a person.
    static func body(_ contents: Contents, marksFinds: Bool = false) -> HTML {
        "\(authors(contents.shown.authors))\(facts(contents))\(prose(contents.revision.form, marking: marksFinds ? contents.own : nil))"
    }

    private static func authors(_ authors: [CaseAuthor]) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="authors"><h2 id="authors">作者</h2><ul>\
        \(each: authors, { "<li>\($0.name)　\(ProposalAuthorFile.percent($0.share))</li>" })</ul></section>
        """
    }

    private static func facts(_ contents: Contents) -> HTML {
        let form = contents.revision.form
        return """
            <div class="table-scroll"><table class="table"><caption class="visually-hidden">案例資料</caption><tbody>\
            \(each: [CaseField.kind, .subject, .service], { fact($0.name, "\($0.shown(form[$0]))") })\
            \(when: !contents.citations.isEmpty, fact(CaseField.citations.name, citations(contents)))\
            \(fact(CaseField.attachments.name, "\(each: form.attachmentNames, attachment)"))</tbody></table></div>
            """
    }

    private static func citations(_ contents: Contents) -> HTML {
        "\(each: contents.citations, { "\(CitationViews.link(to: $0, contents.links))　" })"
    }

    private static func attachment(_ name: String) -> HTML {
        "<a href=\"\(Attachment.address(of: name))\">\(name)</a>　"
    }

    private static func fact(_ name: String, _ value: HTML) -> HTML {
        value.isEmpty ? .empty : "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
    }

    /// What is written in sentences, each line a paragraph.
    ///
    /// `own`: marks what may point to a person, but not these; nil to mark nothing.
    static func prose(_ form: CaseForm, marking own: [String]? = nil) -> HTML {
        "\(each: CaseField.prose.filter { !form[$0].isEmpty }, { part($0, form[$0], own) })"
    }

    private static func part(_ field: CaseField, _ text: String, _ own: [String]?) -> HTML {
        """
        <section class="stack-tight measure" aria-labelledby="part-\(field.rawValue)">\
        <h2 id="part-\(field.rawValue)">\(field.name)</h2>\(each: Form.lines(typed: text), { paragraph($0, own) })</section>
        """
    }

    private static func paragraph(_ line: String, _ own: [String]?) -> HTML {
        guard let own else { return "<p>\(line)</p>" }
        return "<p>\(CasePrivacyViews.marked(line, PrivacyRules.findings(in: line, own: own)))</p>"
    }
}
