/// The editor of one proposal.
enum ProposalFormViews {
    struct Sheet: Sendable {
        let call: ProposalCall
        /// Nil for a new one.
        let shown: ProposalActions.Shown?
        var form: ProposalForm
        /// The revision that is changed; 0 for a new proposal.
        var base: Int
        /// Of the latest revision; 0 for a new proposal.
        let number: Int
        /// Names the draft.
        let key: String
        let now: Moment
        var problems: [ProposalFormProblem] = []
        /// What was refused that is about no field.
        var refusal: String?
        /// Draft being resumed.
        var draft: Draft<ProposalField>?
        /// Nil unless a preview was asked for.
        var preview: ProposalPreviewViews.Preview?
        var conflict: WritingConflict<ProposalField>?
        var done: String?
        /// The mark of the draft that this window knows; empty for none.
        var seen = ""
        /// Whether it holds what no draft has yet.
        var isUnsaved = false
        /// When a later draft of the same was kept in another window.
        var other: Moment?

        func error(_ field: ProposalField) -> String? {
            let sentences = problems.filter { $0.field == field }.map(\.sentence)
            return sentences.isEmpty ? nil : sentences.joined()
        }

        /// Notes a draft of another window, which this form may now replace.
        mutating func found(_ other: Moment) { (self.other, seen) = (other, "\(other)") }

        var id: ID<Proposal>? { shown?.proposal.id }

        /// Where the form goes.
        var address: Address {
            id.map { "\(ProposalViews.address(of: $0))/edit" } ?? ProposalFormViews.address(new: call.id)
        }

        /// Where the draft that was kept last is resumed.
        var draftAddress: Address { id == nil ? ProposalFormViews.address(new: call.id, draft: key) : address }

        /// Where an upload returns.
        var editor: AttachmentEditor {
            id.map(ProposalAttachmentOwner.editor(of:)) ?? ProposalAttachmentOwner.editor(ofDraft: key, call: call.id)
        }
    }

    /// `draft`: its key; empty for none.
    static func address(new call: ID<ProposalCall>, draft: String = "") -> Address {
        Address("/proposals/calls/\(call)/new").with([("draft", draft)])
    }

    /// In bytes; above what all fields together may have.
    static let limit = 60_000

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.shown == nil ? "寫提案" : "修改提案"
        let own = sheet.id.map { ProposalViews.address(of: $0) }
        return Layout.page(
            title, chrome: chrome, section: ProposalListViews.section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.place]
                + (own.map { [Crumb(sheet.form[.title].isEmpty ? "提案" : sheet.form[.title], $0)] } ?? [])
                + [Crumb(title)],
            head: """
                <p class="soft">\(sheet.call.plan.title)　\(ROCDate.withTime(sheet.call.plan.closes)) 截止\
                \(when: sheet.number > 0, "　現在是第 \(sheet.number) 版")</p>
                """,
            isEditor: true,
            content: """
                \(Component.done(sheet.done))\(notices(sheet))\
                \(Component.errorSummary(sheet.problems.map { ($0.field.rawValue, $0.sentence) }))
                \(sheet.conflict.map(WritingViews.conflict))
                <form class="stack stack-wide" method="post" action="\(sheet.address)" novalidate\
                \(WritingViews.attributes(editor(sheet)))>\(Layout.token(chrome))
                \(WritingViews.hidden(draft: sheet.key, base: sheet.base, seen: sheet.seen))\
                <input type="hidden" name="call" value="\(sheet.call.id)">
                <div class="editor"><div class="stack">\(ProposalFieldViews.all(sheet))</div>\(preview(sheet))</div>
                \(buttons(sheet))</form>
                <section class="card stack" aria-labelledby="upload"><h2 id="upload">上傳附件</h2>\
                <p>PDF、ODF、Office 文件（不含巨集）或圖片，20 MB 以內；只有看得到這件提案的人能開。\
                <span data-without-script>上傳前請先按「儲存草稿」。</span></p>\
                \(AttachmentViews.form(returning: sheet.editor, uploads: ProposalAttachmentOwner().uploads, chrome: chrome))</section>
                """)
    }

    private static func editor(_ sheet: Sheet) -> WritingViews.Editor {
        WritingViews.Editor(
            preview: "/proposals/preview", limit: limit, isUnsaved: sheet.isUnsaved, isElsewhere: sheet.other != nil)
    }

    private static func notices(_ sheet: Sheet) -> HTML {
        var notices = HTML.empty
        if let refusal = sheet.refusal { notices.append(Component.banner(.fail, "沒有送出。", refusal)) }
        if let draft = sheet.draft {
            notices.append(
                WritingViews.resumed(
                    draft.updatedAt, isBehind: sheet.shown != nil && sheet.number != draft.base,
                    removal: ProposalDraftViews.removal(of: draft.subject)))
        }
        if let other = sheet.other { notices.append(WritingViews.elsewhere(other, draft: sheet.draftAddress)) }
        if let proposal = sheet.shown?.proposal, proposal.state == .returned {
            notices.append(Component.banner(.warn, "形式審查退回。", proposal.remark))
        }
        if sheet.shown == nil, sheet.refusal == nil, sheet.call.state(at: sheet.now) > .open {
            notices.append(Component.banner(.warn, "這次徵件已經截止。", "您寫的可以留成草稿，但不能再送出。"))
        }
        return notices
    }

    private static func preview(_ sheet: Sheet) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽與檢查</h2><div data-preview-place>\(sheet.preview.map(ProposalPreviewViews.fragment))</div></section>
        """
    }

    private static func buttons(_ sheet: Sheet) -> HTML {
        let back: Address = sheet.id.map { ProposalViews.address(of: $0) } ?? ProposalListViews.section
        return """
            <div class="stack-tight">\(WritingViews.choice(draft: sheet.draftAddress))
            <p class="row"><button class="button" name="intent" value="save">儲存</button>\
            <button class="button button-quiet" name="intent" value="submit">儲存並送出</button>\
            <button class="button button-quiet" name="intent" value="preview">預覽與檢查</button>\
            <button class="button button-quiet" name="intent" value="draft">儲存草稿</button>\
            <a href="\(back)">返回</a>\(WritingViews.savedPlace)</p></div>
            """
    }
}
