/// One proposal, as its authors, those who manage its call, and later colleagues see it.
enum ProposalViews {
    struct Contents: Sendable {
        let shown: ProposalActions.Shown
        let revision: ProposalRevision
        let citations: [Citation]
        let links: CitationLinks
        let flags: [AmendmentFlag]
        let comparisons: [ID<StatuteVersion>: AmendmentLink]
        /// Nil until the call is decided.
        let decision: ProposalDecision?
        /// What the panel says to the authors; none for others.
        let comments: [String]
        /// In which it takes part, as far as the visitor may know.
        let mergers: [ProposalMerger]
        /// Of the proposals in `mergers`.
        let names: [ID<Proposal>: String]
        let now: Moment
        var done: ProposalDeed?
        var problem: (any Refusal)?

        var state: ProposalState { shown.proposal.state }
        var callState: ProposalCallState { shown.call.state(at: now) }
        var isEditable: Bool { shown.role == .author && ProposalRules.isEditable(state, in: callState) }
    }

    static func address(of id: ID<Proposal>) -> Address { "/proposals/\(id)" }

    static func section(_ role: ProposalRole) -> Address {
        role == .manager ? ProposalCallViews.section : ProposalListViews.section
    }

    static func proposal(_ contents: Contents, chrome: Chrome) -> HTML {
        let (shown, form) = (contents.shown, contents.revision.form)
        let (proposal, call) = (shown.proposal, shown.call)
        let above =
            shown.role == .manager
            ? [ProposalTerms.managed, Crumb(call.plan.title, ProposalCallViews.address(of: call.id))]
            : [ProposalTerms.place]
        return Layout.page(
            form[.title], chrome: chrome, section: section(shown.role),
            crumbs: [Crumb("首頁", "/")] + above + [Crumb(form[.title])],
            head: """
                <p class="row soft"><span>\(call.plan.title)</span>\
                \(proposal.number.map { "<span>編號 \($0)</span>" as HTML })\
                \(proposal.submittedAt.map { "<span>\(ROCDate.withTime($0)) 送出</span>" as HTML })</p>
                """,
            badge: contents.decision.map { ProposalMeetingTerms.badge($0.outcome) }
                ?? ProposalTerms.badge(proposal.state),
            content: """
                \(Component.done(contents.done?.sentence))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })\
                \(notices(contents))\(amendments(contents, chrome: chrome))\
                \(each: contents.mergers, { merger($0, contents, chrome) })\
                \(contents.decision.map { decision($0, contents) })
                \(ProposalStateViews.actions(contents, chrome: chrome))
                \(authors(contents))\(facts(contents))\(prose(form))
                """)
    }

    private static func notices(_ contents: Contents) -> HTML {
        let (shown, isAuthor) = (contents.shown, contents.shown.role == .author)
        var notices = HTML.empty
        if contents.state == .returned, isAuthor || shown.role == .manager {
            notices.append(Component.banner(.warn, "形式審查退回。", shown.proposal.remark))
        }
        if isAuthor, contents.state == .draft, contents.callState > .open {
            notices.append(
                Component.banner(
                    .warn, "徵件已經截止，這件沒有送出。", "內容都還在，下次徵件可以再用。"))
        }
        if contents.isEditable, shown.call.plan.isBlind {
            let named = ProposalRules.authorsNamed(in: contents.revision.form, shown.authors.map(\.name))
            if !named.isEmpty { notices.append(ProposalPreviewViews.naming(named)) }
        }
        return notices
    }

    private static func merger(_ merger: ProposalMerger, _ contents: Contents, _ chrome: Chrome) -> HTML {
        ProposalMergerViews.question(
            merger, of: contents.shown.proposal.id, names: contents.names, visitor: contents.shown.visitor,
            chrome: chrome)
    }

    /// Reasons are for the authors and those who manage the call.
    private static func decision(_ decision: ProposalDecision, _ contents: Contents) -> HTML {
        let (role, call) = (contents.shown.role, contents.shown.call)
        let award = ProposalMeetingViews.award(decision, of: call)
        let time = call.decidedAt.map { "<span class=\"soft\">\(ROCDate.withTime($0))</span>" as HTML }
        return """
            <section class="card card-lined stack-tight" aria-labelledby="decision"><h2 id="decision">決議</h2>\
            <p class="row">\(ProposalMeetingTerms.badge(decision.outcome))\
            \(when: !award.isEmpty, "<strong>\(award)</strong>")\(time)</p>\
            \(when: role == .author || role == .manager, "\(each: Form.lines(typed: decision.reasons), { "<p>\($0)</p>" })")\
            \(when: decision.outcome.isAdopted, "<p><a href=\"\(ProposalTaskViews.address(of: decision.proposal))\">\(ProposalTaskTerms.title)</a></p>")\
            \(when: !contents.comments.isEmpty, "<h3>委員的話</h3><ul>\(each: contents.comments, { "<li>\($0)</li>" })</ul>")</section>
            """
    }

    private static func amendments(_ contents: Contents, chrome: Chrome) -> HTML {
        guard contents.shown.role == .author || contents.shown.role == .manager else { return .empty }
        let today = ROCDate.day(of: contents.now)
        let opened = contents.flags.filter { $0.phase(on: today) == .opened }
        let coming = contents.flags.filter { $0.phase(on: today) == .coming }
        return """
            \(AmendmentViews.banner(opened.filter(\.isCitedPartTouched), .waiting, links: contents.comparisons, today: today))\
            \(AmendmentViews.banner(opened.filter { !$0.isCitedPartTouched }, .untouched, links: contents.comparisons, today: today))\
            \(when: contents.shown.role == .manager && !opened.isEmpty, ProposalStateViews.confirmation(contents, chrome: chrome))\
            \(AmendmentViews.banner(coming, .coming, links: contents.comparisons, today: today))
            """
    }

    private static func authors(_ contents: Contents) -> HTML {
        let showsConsent = contents.shown.role == .author || contents.shown.role == .asked
        return """
            <section class="stack-tight" aria-labelledby="authors"><h2 id="authors">提案人</h2><ul>\
            \(each: contents.shown.authors, { author($0, showsConsent: showsConsent) })</ul></section>
            """
    }

    private static func author(_ author: ProposalAuthor, showsConsent: Bool) -> HTML {
        let consent: HTML =
            showsConsent && author.consent != .given
            ? Component.badge(.warn, ProposalTerms.name(of: author.consent)) : .empty
        return "<li>\(author.name)　\(ProposalAuthorFile.percent(author.share))　\(consent)</li>"
    }

    private static func facts(_ contents: Contents) -> HTML {
        let form = contents.revision.form
        return facts(
            form, citations: contents.citations, links: contents.links,
            attachments: "\(each: form.attachmentNames, { attachment($0, Attachment.address(of: $0)) })")
    }

    /// What a form says beside its sentences; `attachments`: links to them.
    static func facts(
        _ form: ProposalForm, citations: [Citation], links: CitationLinks, attachments: HTML
    ) -> HTML {
        """
        <div class="table-scroll"><table class="table"><caption class="visually-hidden">提案資料</caption><tbody>\
        \(each: [ProposalField.kind, .novelty], { fact($0.name, "\($0.shown(form[$0]))") })\
        \(when: !form[.minutes].isEmpty && !form[.cases].isEmpty, fact("量化效益", "\(ProposalPreviewViews.savings(form))"))\
        \(when: !citations.isEmpty, fact(ProposalField.citations.name, "\(each: citations, { "\(CitationViews.link(to: $0, links))　" })"))\
        \(fact(ProposalField.attachments.name, attachments))</tbody></table></div>
        """
    }

    static func attachment(_ name: String, _ address: Address) -> HTML {
        "<a href=\"\(address)\">\(name)</a>　"
    }

    private static func fact(_ name: String, _ value: HTML) -> HTML {
        value.isEmpty ? .empty : "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
    }

    /// What is written in sentences, each line a paragraph.
    static func prose(_ form: ProposalForm) -> HTML {
        "\(each: ProposalField.prose.filter { !form[$0].isEmpty }, { part($0, form[$0]) })"
    }

    private static func part(_ field: ProposalField, _ text: String) -> HTML {
        """
        <section class="stack-tight measure" aria-labelledby="part-\(field.rawValue)">\
        <h2 id="part-\(field.rawValue)">\(field.name)</h2>\(each: Form.lines(typed: text), { "<p>\($0)</p>" })</section>
        """
    }

    // MARK: Taking it back

    struct Withdrawal: Sendable {
        let id: ID<Proposal>
        let title: String
        /// Whether there are other authors.
        let isShared: Bool
    }

    static func withdrawal(_ withdrawal: Withdrawal, chrome: Chrome) -> HTML {
        let address = address(of: withdrawal.id)
        return Layout.page(
            "撤回提案？", chrome: chrome, section: ProposalListViews.section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.place, Crumb(withdrawal.title, address), Crumb("撤回")],
            content: """
                <section class="card card-lined stack measure" aria-label="確認"><p>撤回後，\(Terms.quoted(withdrawal.title))不再參加評審，也不能再送出；內容與版本都還留著。\
                \(when: withdrawal.isShared, "其他提案人也會看到已經撤回。")</p>
                <form class="row" method="post" action="\(address)/withdrawal">\(Layout.token(chrome))\
                <button class="button button-danger">撤回這件提案</button>\
                <a class="button button-quiet" href="\(address)">返回</a></form></section>
                """)
    }
}
