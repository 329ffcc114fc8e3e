/// The editor of one question.
enum QuestionFormViews {
    struct Sheet: Sendable {
        let facts: QuestionFormActions.Facts
        var form: QuestionForm
        /// The revision that is changed; 0 for a new question.
        var base: Int
        /// Names the draft.
        let key: String
        var problems: [QuestionFormProblem] = []
        /// Draft being resumed.
        var draft: Draft<QuestionField>?
        /// Nil unless a preview was asked for.
        var preview: QuestionPreviewViews.Preview?
        var conflict: WritingConflict<QuestionField>?
        var done: String?
        /// The mark of the draft that this window knows; empty for none.
        var seen = ""
        /// Whether it holds what no draft has yet.
        var isUnsaved = false
        /// When a later draft of the same was kept in another window.
        var other: Moment?
        /// The latest amendment that a save settles; nil when it was not opened for that.
        var settling: Int64?

        /// Everything that is wrong there; nil for nothing.
        func error(_ field: QuestionField) -> String? {
            let sentences = problems.filter { $0.field == field }.map(\.sentence)
            return sentences.isEmpty ? nil : sentences.joined()
        }

        /// Notes a draft of another window, which this form may now replace.
        mutating func found(_ other: Moment) { (self.other, seen) = (other, "\(other)") }

        var question: Question? { facts.question }

        /// Where the form goes.
        var address: Address {
            question.map { "\(QuestionViews.address(of: $0.code))/edit" } ?? "/questions/new"
        }

        /// Where the draft that was kept last is resumed.
        var draftAddress: Address { question == nil ? address.with([("draft", key)]) : address }
    }

    static func form(_ sheet: Sheet, today: Day, chrome: Chrome) -> HTML {
        let title = sheet.question.map { "修改試題 \($0.code)" } ?? "新增試題"
        return Layout.page(
            title, chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions")]
                + (sheet.question.map { [Crumb($0.code, QuestionViews.address(of: $0.code)), Crumb("修改")] }
                    ?? [Crumb("新增試題")]),
            head: """
                <p class="soft">\(sheet.question.map { "\(QuestionTerms.name(of: $0.state))　現在是第 \(sheet.facts.number) 版" }
                    ?? "審題通過以後才會抽進測驗。")</p>
                """,
            isEditor: true,
            content: """
                \(Component.done(sheet.done))\(QuestionAmendmentViews.notice(sheet, today: today))\(notices(sheet))\
                \(Component.errorSummary(sheet.problems.map { ($0.field.rawValue, $0.sentence) }))
                \(sheet.conflict.map(WritingViews.conflict))
                <form class="stack stack-wide" method="post" action="\(sheet.address)" novalidate data-question-form\
                \(WritingViews.attributes(editor(sheet)))>\(Layout.token(chrome))
                \(WritingViews.hidden(draft: sheet.key, base: sheet.base, seen: sheet.seen))\
                \(sheet.settling.map { "<input type=\"hidden\" name=\"\(AmendmentViews.shownField)\" value=\"\($0)\">" as HTML })
                <div class="editor"><div class="stack">\(QuestionFieldViews.heads(sheet))\(QuestionFieldViews.text(sheet))\
                \(QuestionFieldViews.answers(sheet))\(QuestionFieldViews.reasons(sheet))</div>
                \(preview(sheet))</div>
                \(buttons(sheet))</form>
                """)
    }

    private static func editor(_ sheet: Sheet) -> WritingViews.Editor {
        WritingViews.Editor(
            preview: "/questions/preview", limit: 16_384, isUnsaved: sheet.isUnsaved, isElsewhere: sheet.other != nil)
    }

    private static func notices(_ sheet: Sheet) -> HTML {
        var notices = HTML.empty
        if let draft = sheet.draft {
            notices.append(
                WritingViews.resumed(
                    draft.updatedAt, isBehind: sheet.question != nil && sheet.facts.number != draft.base,
                    removal: "/questions/drafts/\(segment: draft.subject)/removal"))
        }
        if let other = sheet.other { notices.append(WritingViews.elsewhere(other, draft: sheet.draftAddress)) }
        if let remark = sheet.facts.returned {
            notices.append(
                Component.banner(.warn, "審題退回。", remark.isEmpty ? "審題的人答的和您的答案不同。" : "審題意見：\(remark)"))
        }
        if sheet.question?.state == .active {
            notices.append(
                Component.banner(
                    .info, "這一題正在使用。", "已經發布的測驗不受影響。"))
        }
        if sheet.question?.state == .inReview {
            notices.append(Component.banner(.info, "這一題在審題中。", "要改就在這裡改，存了會重新送審。"))
        }
        return notices
    }

    private static func preview(_ sheet: Sheet) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽與檢查</h2><div class="stack" data-preview-place>\
        \(sheet.preview.map { QuestionPreviewViews.fragment($0, isAsked: true) })</div></section>
        """
    }

    /// Each button with what becomes of the question.
    private static func buttons(_ sheet: Sheet) -> HTML {
        let back: Address = sheet.question.map { QuestionViews.address(of: $0.code) } ?? "/questions"
        return """
            <div class="stack-tight">\(WritingViews.choice(draft: sheet.draftAddress))
            \(saving(sheet.question?.state ?? .draft))
            \(button("preview", "預覽與檢查", "看考題的樣子，檢查容易猜中的地方；不會儲存。"))
            \(button("draft", "儲存草稿", "只存您正在寫的，只有您看得到；題庫裡的不變，下次接著寫。"))
            <p class="row"><a href="\(back)">返回</a>\(WritingViews.savedPlace)</p></div>
            """
    }

    private static func saving(_ state: QuestionState) -> HTML {
        switch state {
        case .draft, .retired:
            """
            \(button("submit", "送審", "存進題庫，交給別人審題；審題通過才會抽進測驗。", isMain: true))
            \(button("save", "儲存，先不送審", "存進題庫，還是草稿，不會抽進測驗；別的出題人員也看得到。"))
            """
        case .inReview: button("save", "儲存並重新送審", "撤回這次送審，改由別人審新的內容；審題通過才會抽進測驗。", isMain: true)
        case .active:
            button(
                "save", "儲存", "只改詳解、法源、層次或主題，存了就用。改了題幹、選項或答案，這一題先停止抽題、自動送審，審題通過才會再抽進測驗。",
                isMain: true)
        }
    }

    private static func button(_ intent: String, _ words: String, _ effect: String, isMain: Bool = false) -> HTML {
        """
        <p class="row"><button class="button\(when: !isMain, " button-quiet")" name="intent" value="\(intent)" \
        aria-describedby="effect-\(intent)">\(words)</button>\
        <span class="soft" id="effect-\(intent)">\(effect)</span></p>
        """
    }
}
