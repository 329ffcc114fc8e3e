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

        func error(_ field: QuestionField) -> String? { problems.first { $0.field == field }?.sentence }

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
                    ?? "先存成草稿，送審通過以後才會抽進測驗。")</p>
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
                    .info, "這一題正在使用。", "改詳解、法源或層次，存了就用；改題幹、選項或答案，要再經別人審題才會抽進新的測驗。"))
        }
        if sheet.question?.state == .inReview {
            notices.append(Component.banner(.info, "這一題在審題中。", "儲存新的內容，會撤回這次送審，改送新的版本。"))
        }
        return notices
    }

    private static func preview(_ sheet: Sheet) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽與檢查</h2><div data-preview-place>\(sheet.preview.map(QuestionPreviewViews.fragment))</div></section>
        """
    }

    private static func buttons(_ sheet: Sheet) -> HTML {
        let isDraft = sheet.question.map { $0.state == .draft } ?? true
        let back: Address = sheet.question.map { QuestionViews.address(of: $0.code) } ?? "/questions"
        return """
            <div class="stack-tight">\(WritingViews.choice(draft: sheet.draftAddress))
            <p class="row">\(when: isDraft, "<button class=\"button\" name=\"intent\" value=\"submit\">儲存並送審</button>")\
            <button class="button\(when: isDraft, " button-quiet")" name="intent" value="save">儲存</button>\
            <button class="button button-quiet" name="intent" value="preview">預覽與檢查</button>\
            <button class="button button-quiet" name="intent" value="draft">儲存草稿</button>\
            <a href="\(back)">返回</a>\(WritingViews.savedPlace)</p></div>
            """
    }
}
