/// A proposal beside its score sheet, as one of its reviewers sees it.
enum ReviewViews {
    struct Contents: Sendable {
        let queue: ReviewQueue
        let item: ReviewQueue.Item
        let line: ProposalLine
        /// In a blind call without what tells whose it is.
        let form: ProposalForm
        /// Names; none in a blind call.
        let authors: [String]
        let citations: [Citation]
        let links: CitationLinks
        let rubric: RubricPlan
        /// Nil before anything was saved.
        let stored: ScoreSheet?
        var sheet: ScoreFormViews.Sheet
        /// Empty until the reviewer's own is handed in.
        let others: [Other]
        let now: Moment
        var done: ReviewDeed?
        var problem: (any Refusal)?

        var id: ID<Proposal> { item.id }
        var isOpen: Bool { ReviewRules.isOpen(queue.call, at: now) }
        var isHandedIn: Bool { stored?.counts == true }
    }

    /// What another reviewer has handed in.
    struct Other: Sendable {
        let name: String
        let entries: ScoreEntries
    }

    static func address(of id: ID<Proposal>) -> Address { "/proposals/reviews/\(id)" }

    /// What stands in the frame of a page.
    struct Parts: Sendable {
        let title: String
        let head: HTML
        let badge: HTML
        /// Whether the sheet can be filled in.
        let isOpen: Bool
        let content: HTML
    }

    static func page(_ parts: Parts, chrome: Chrome) -> HTML {
        Layout.page(
            parts.title, chrome: chrome, section: ReviewListViews.section,
            crumbs: [Crumb("首頁", "/"), ReviewTerms.place, Crumb(parts.title)], head: parts.head, badge: parts.badge,
            isEditor: parts.isOpen, content: parts.content)
    }

    static func parts(_ contents: Contents, chrome: Chrome) -> Parts {
        let (line, call) = (contents.line, contents.queue.call)
        return Parts(
            title: line.title,
            head: """
                <p class="row soft">\(line.number.map { "<span>編號 \($0)</span>" as HTML })<span>\(call.plan.title)</span>\
                <span>已送出 \(contents.queue.done)／\(contents.queue.items.count)</span>\
                \(ReviewListViews.until(call, isOpen: contents.isOpen))</p>
                """,
            badge: ReviewTerms.badge(contents.item.state), isOpen: !contents.isHandedIn && contents.isOpen,
            content: """
                \(Component.done(contents.done?.sentence))\
                \(contents.problem.map { Component.banner(.warn, "", $0.sentence) })\
                \(ScoreFormViews.summary(contents.sheet))\(reopened(contents))\(next(contents))
                <div class="review-sides"><article class="stack">\(proposal(contents))</article>
                \(side(contents, chrome: chrome))</div>
                """)
    }

    private static func reopened(_ contents: Contents) -> HTML {
        guard contents.item.state == .reopened else { return .empty }
        return Component.banner(.warn, "承辦人重新開放了您的評分。", "修改後請再送出一次；送出以前不計分。")
    }

    /// After handing in: the next one, without a search.
    private static func next(_ contents: Contents) -> HTML {
        guard contents.isHandedIn else { return .empty }
        guard contents.isOpen, let next = contents.queue.next(after: contents.id) else {
            return "<p class=\"no-print\"><a href=\"\(ReviewListViews.section)\">回待評提案</a></p>"
        }
        return "<p class=\"no-print\"><a class=\"button\" href=\"\(address(of: next))\">評下一件</a></p>"
    }

    // MARK: The proposal

    private static func proposal(_ contents: Contents) -> HTML {
        let names = contents.form.attachmentNames
        return """
            \(when: contents.queue.call.plan.isBlind, "<p class=\"soft\">匿名評審：提案人不顯示，附件的名稱也換過。</p>")\
            \(when: !contents.authors.isEmpty, "<p>提案人：\(contents.authors.joined(separator: "、"))</p>")
            \(ProposalViews.facts(contents.form, citations: contents.citations, links: contents.links, attachments: "\(each: names.enumerated(), { attachment($0.element, $0.offset + 1, contents.id) })"))
            \(ProposalViews.prose(contents.form))
            """
    }

    private static func attachment(_ name: String, _ number: Int, _ id: ID<Proposal>) -> HTML {
        ProposalViews.attachment(name, "\(address(of: id))/attachments/\(number)")
    }

    // MARK: The sheet

    private static func side(_ contents: Contents, chrome: Chrome) -> HTML {
        if contents.isHandedIn, let stored = contents.stored {
            return
                "<div class=\"stack\">\(own(stored, contents))\(each: contents.others, { other($0, contents.rubric) })</div>"
        }
        // What was typed too late is still there to be copied.
        guard contents.isOpen || contents.problem != nil else {
            return """
                <div class="stack">\(Component.banner(.warn, "評審已經截止。", "還要評分，請洽提案承辦人延長期限。"))\
                \(contents.stored.map { own($0, contents) })</div>
                """
        }
        let place = address(of: contents.id)
        return ScoreFormViews.form(contents.sheet, action: place, buttons: buttons(place), chrome: chrome)
    }

    private static func buttons(_ own: Address) -> HTML {
        """
        <p class="row"><button class="button" name="intent" value="submit">送出評分</button>\
        <button class="button button-quiet" name="intent" value="next">儲存並看下一件</button></p>\
        <p class="row"><button class="button button-quiet" name="intent" value="draft">儲存草稿</button>\
        <button class="button button-quiet" name="intent" value="aside">先放一邊</button></p>\
        <p class="hint">送出後不能再改；需要更正，請洽承辦人重新開放。</p>\
        <p class="small"><a href="\(own)/recusal">與提案人有利害關係，或不評這一件</a></p>
        """
    }

    private static func own(_ sheet: ScoreSheet, _ contents: Contents) -> HTML {
        """
        <section class="card stack" aria-labelledby="own"><h2 id="own">我的評分</h2>\
        \(ScoreSheetViews.table(sheet.entries, by: contents.rubric, showsPanel: true))
        \(when: contents.others.isEmpty && contents.isHandedIn, "<p class=\"soft\">還沒有其他委員送出。</p>")
        <p class="small no-print"><a href="\(address(of: contents.id))/recusal">申請迴避</a></p></section>
        """
    }

    private static func other(_ other: Other, _ rubric: RubricPlan) -> HTML {
        """
        <section class="card stack" aria-label="\(other.name)的評分"><h2>\(other.name)</h2>\
        \(ScoreSheetViews.table(other.entries, by: rubric, showsPanel: true))</section>
        """
    }
}
