/// One proposal in the meeting, made for a projector: what it says, its scores, what is said and decided.
enum ProposalDecisionViews {
    struct Contents: Sendable {
        let meeting: ProposalMeetingViews.Contents
        let line: ProposalLine
        /// Without what tells whose it is while a blind call is undecided.
        let form: ProposalForm
        let authors: [String]
        let citations: [Citation]
        let links: CitationLinks
        /// Who is present and has left the room, by name.
        let left: [String]
        let stored: StoredDiscussion?
        /// As stored, or as typed and not accepted.
        var content: ProposalDiscussion
        var problems: [ProposalMeetingProblem] = []
        /// When another window has saved something else since this one was opened.
        var elsewhere: Moment?
        var isUnsaved = false
        var done: ProposalMeetingDeed?
        var problem: (any Refusal)?

        var board: ReviewBoard { meeting.board }
        var call: ProposalCall { meeting.call }
        var own: Address { ProposalDecisionViews.address(of: line.id, in: call.id) }
        var standing: ProposalStanding? { meeting.standing(of: line.id) }
        var decision: ProposalDecision? { meeting.decisions[line.id] }
        var isOpen: Bool { call.decidedAt == nil }

        func error(_ field: ProposalMeetingProblem.Field) -> String? {
            problems.first { $0.field == field }?.sentence
        }
    }

    static func address(of id: ID<Proposal>, in call: ID<ProposalCall>) -> Address {
        "\(ProposalMeetingViews.address(of: call))/\(id)"
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let (call, line) = (contents.call, contents.line)
        let meeting = ProposalMeetingViews.address(of: call.id)
        let above = [
            Crumb("首頁", "/"), ProposalTerms.managed, Crumb(call.plan.title, ProposalCallViews.address(of: call.id)),
            Crumb("評審會議", meeting),
        ]
        return Layout.page(
            line.title, chrome: chrome, section: ProposalCallViews.section, crumbs: above + [Crumb(line.title)],
            head: """
                <p class="row soft">\(line.number.map { "<span>編號 \($0)</span>" as HTML })\
                \(line.kind.map { "<span>\(ProposalCallTerms.name(of: $0))</span>" as HTML })\
                <span>\(contents.standing.map(ProposalMeetingTerms.rank) ?? "沒有名次")</span>\(way(contents))</p>
                """,
            badge: contents.decision.map { ProposalMeetingTerms.badge($0.outcome) }
                ?? Component.badge(icon: Icon.clock, "還沒有決議"), isEditor: contents.isOpen,
            content: """
                \(Component.done(contents.done?.sentence))\
                \(when: !contents.problems.isEmpty, Component.errorSummary(contents.problems.map { ($0.field.rawValue, $0.sentence) }))\
                \(contents.problem.map { Component.banner(.warn, "沒有存入。", $0.sentence) })
                \(when: !contents.left.isEmpty, Component.banner(.info, "已離席：\(contents.left.joined(separator: "、"))。", "他們與這件提案有利害關係，不參加討論與決議。"))
                <div class="review-sides projector"><article class="stack">\(proposal(contents))</article>
                <div class="stack">\(scores(contents))\(contents.isOpen ? form(contents, chrome) : decided(contents))</div></div>
                """)
    }

    /// To the proposals before and after it in the meeting's order.
    private static func way(_ contents: Contents) -> HTML {
        let order = contents.meeting.order
        guard let place = order.firstIndex(where: { $0.id == contents.line.id }) else { return .empty }
        let (before, after) = (place - 1, place + 1)
        return """
            <span>第 \(place + 1) 件，共 \(order.count) 件</span>\
            \(when: before >= 0, before >= 0 ? link(order[before].id, "上一件", contents) : .empty)\
            \(when: after < order.count, after < order.count ? link(order[after].id, "下一件", contents) : .empty)
            """
    }

    private static func link(_ id: ID<Proposal>, _ words: String, _ contents: Contents) -> HTML {
        "<a class=\"no-print\" href=\"\(address(of: id, in: contents.call.id))\">\(words)</a>"
    }

    // MARK: The proposal

    private static func proposal(_ contents: Contents) -> HTML {
        """
        \(when: !contents.authors.isEmpty, "<p>提案人：\(contents.authors.joined(separator: "、"))</p>")\
        \(ProposalViews.facts(contents.form, citations: contents.citations, links: contents.links, attachments: "\(contents.form.attachmentNames.joined(separator: "、"))"))
        \(ProposalViews.prose(contents.form))
        <p class="small no-print"><a href="\(ReviewSheetsViews.address(of: contents.line.id, in: contents.call.id))">評分表與迴避</a></p>
        """
    }

    // MARK: The scores

    private static func scores(_ contents: Contents) -> HTML {
        let board = contents.board
        let reviews = board.live(contents.line.id)
        let value = contents.standing.map {
            "\(RankingViews.value(contents.meeting.ranking)) \(RankingViews.text($0.value))"
        }
        return """
            <section class="card stack-tight" aria-labelledby="scores"><div class="row row-spread"><h2 id="scores">評分</h2>\
            <span>\(value)</span></div>\
            \(when: reviews.isEmpty, "<p class=\"soft\">沒有評分。</p>")\
            <ul class="plain">\(each: reviews, { score($0, contents) })</ul></section>
            """
    }

    private static func score(_ review: Review, _ contents: Contents) -> HTML {
        guard let sheet = contents.board.sheets[review.pair] else {
            return "<li>\(review.reviewerName)　<span class=\"soft\">沒有送出</span></li>"
        }
        let mark = contents.standing?.marks.first { $0.reviewer == review.pair.reviewer }
        let counts: HTML = mark?.counts == false ? "<span class=\"soft\">（不計）</span>" : .empty
        return """
            <li>\(review.reviewerName)　<strong>\(RankingViews.text(contents.board.total(of: sheet)))</strong>\(counts)\
            \(words(sheet.entries.toPanel))\(words(sheet.entries.toAuthors, before: "給提案人："))</li>
            """
    }

    private static func words(_ text: String, before: String = "") -> HTML {
        text.isEmpty ? .empty : "<br><span class=\"soft\">\(before)\(text)</span>"
    }

    // MARK: The decision

    private static func form(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let editor = WritingViews.Editor(
            preview: nil, limit: 1 << 17, isUnsaved: contents.isUnsaved, isElsewhere: contents.elsewhere != nil)
        let content = contents.content
        let awards =
            [FieldViews.Option(value: "", words: "沒有")]
            + contents.call.plan.awards.enumerated().map {
                FieldViews.Option(value: "\($0 + 1)", words: ProposalAwardFile.text($1))
            }
        return """
            <form class="card card-lined stack" method="post" action="\(contents.own)" novalidate\
            \(WritingViews.attributes(editor)) aria-label="決議">\(Layout.token(chrome))\
            <input type="hidden" name="seen" value="\(contents.stored?.sequence ?? 0)">\
            <input type="hidden" name="draft" value="meeting-\(contents.line.id)">
            <div class="row row-spread"><h2>決議</h2><span class="saved" role="status" data-draft-saved>\
            \(contents.stored.map { "已存 \(ROCDate.seconds($0.savedAt))" })</span></div>
            \(contents.elsewhere.map { WritingViews.elsewhere($0, draft: contents.own) })\
            \(WritingViews.choice(draft: contents.own))
            \(FieldViews.area("notes", label: "討論紀錄", value: content.notes, hint: "列入會議紀錄，提案人看不到", error: contents.error(.notes), rows: 4))
            \(FieldViews.radios("outcome", legend: "決議", options: FieldViews.options(ProposalOutcome.self, words: ProposalMeetingTerms.name), chosen: content.outcome?.rawValue ?? "", error: contents.error(.outcome)))
            \(FieldViews.area("reasons", label: "決議理由", value: content.reasons, hint: "提案人會看到", error: contents.error(.reasons), isRequired: true))
            \(when: !contents.call.plan.awards.isEmpty, FieldViews.select("award", label: "獎項", options: awards, chosen: content.award.map { "\($0)" } ?? "", error: contents.error(.award)))
            <p class="row"><button class="button" name="intent" value="next">儲存決議，看下一件</button>\
            <button class="button button-quiet" name="intent" value="decide">儲存決議</button></p>\
            \(when: differs(contents), "<p class=\"hint\">上面寫的與已存的決議不同；按「儲存決議」才算數。</p>")</form>
            """
    }

    private static func differs(_ contents: Contents) -> Bool {
        guard let decision = contents.decision else { return false }
        let content = contents.content
        return decision.outcome != content.outcome || decision.reasons != content.reasons
            || decision.award != content.award
    }

    private static func decided(_ contents: Contents) -> HTML {
        guard let decision = contents.decision else { return .empty }
        return """
            <section class="card stack-tight" aria-labelledby="decided"><h2 id="decided">決議</h2>\
            <p>\(ProposalMeetingTerms.badge(decision.outcome))　\(ProposalMeetingViews.award(decision, of: contents.call))</p>\
            \(each: Form.lines(typed: decision.reasons), { "<p>\($0)</p>" })\
            \(when: !contents.content.notes.isEmpty, "<h3>討論紀錄</h3>")\
            \(each: Form.lines(typed: contents.content.notes), { "<p>\($0)</p>" })</section>
            """
    }
}
