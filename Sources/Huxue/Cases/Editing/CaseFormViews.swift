/// The editor of one case study.
enum CaseFormViews {
    struct Sheet: Sendable {
        /// Nil for a new one.
        let shown: CaseActions.Shown?
        var form: CaseForm
        /// The revision that is changed; 0 for a new case study.
        var base: Int
        /// Of the latest revision; 0 for a new case study.
        let number: Int
        /// Names the draft.
        let key: String
        /// Values that the knowledge base knows.
        var subjects: [String] = []
        var services: [String] = []
        var problems: [CaseFormProblem] = []
        /// Draft being resumed.
        var draft: Draft<CaseField>?
        /// Nil unless a preview was asked for.
        var preview: CasePreviewViews.Preview?
        var conflict: WritingConflict<CaseField>?
        var done: String?
        /// The mark of the draft that this window knows; empty for none.
        var seen = ""
        /// Whether it holds what no draft has yet.
        var isUnsaved = false
        /// When a later draft of the same was kept in another window.
        var other: Moment?

        init(
            shown: CaseActions.Shown?, form: CaseForm, base: Int, number: Int, key: String, draft: Draft<CaseField>?
        ) {
            (self.shown, self.form, self.base, self.number) = (shown, form, base, number)
            (self.key, self.draft) = (key, draft)
        }

        func error(_ field: CaseField) -> String? {
            let sentences = problems.filter { $0.field == field }.map(\.sentence)
            return sentences.isEmpty ? nil : sentences.joined()
        }

        /// Notes a draft of another window, which this form may now replace.
        mutating func found(_ other: Moment) { (self.other, seen) = (other, "\(other)") }

        var id: ID<CaseStudy>? { shown?.study.id }

        /// Where the form goes.
        var address: Address { id.map { "\(CaseViews.address(of: $0))/edit" } ?? CaseFormViews.address() }

        /// Where the draft that was kept last is resumed.
        var draftAddress: Address { id == nil ? CaseFormViews.address(draft: key) : address }

        /// Where an upload returns.
        var editor: AttachmentEditor {
            id.map(CaseAttachmentOwner.editor(of:)) ?? CaseAttachmentOwner.editor(ofDraft: key)
        }
    }

    /// Of a new case study; `draft`: its key, empty for none.
    static func address(draft: String = "") -> Address { Address("/cases/new").with([("draft", draft)]) }

    /// In bytes; above what all fields together may have.
    static let limit = 90_000

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.shown == nil ? "寫案例" : "修改案例"
        let own = sheet.id.map { CaseViews.address(of: $0) }
        return Layout.page(
            title, chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place]
                + (own.map { [Crumb(sheet.form[.title].isEmpty ? "案例" : sheet.form[.title], $0)] } ?? [])
                + [Crumb(title)],
            head: """
                <p class="soft">送出以前只有作者看得到。\(when: sheet.number > 0, "現在是第 \(sheet.number) 版。")</p>
                """,
            isEditor: true,
            content: """
                \(Component.done(sheet.done))\(notices(sheet))\
                \(Component.errorSummary(sheet.problems.map { ($0.field.rawValue, $0.sentence) }))
                \(sheet.conflict.map(WritingViews.conflict))
                <form class="stack stack-wide" method="post" action="\(sheet.address)" novalidate\
                \(WritingViews.attributes(editor(sheet)))>\(Layout.token(chrome))
                \(WritingViews.hidden(draft: sheet.key, base: sheet.base, seen: sheet.seen))
                <div class="editor"><div class="stack">\(CaseFieldViews.all(sheet))</div>\(preview(sheet))</div>
                \(buttons(sheet))</form>
                <section class="card stack" aria-labelledby="upload"><h2 id="upload">上傳附件</h2>\
                <p>PDF、ODF、Office 文件（不含巨集）或圖片，20 MB 以內；只有看得到這個案例的人能開。\
                <span data-without-script>上傳前請先按「儲存草稿」。</span></p>\
                \(AttachmentViews.form(returning: sheet.editor, uploads: CaseAttachmentOwner().uploads, chrome: chrome))</section>
                """)
    }

    private static func editor(_ sheet: Sheet) -> WritingViews.Editor {
        WritingViews.Editor(
            preview: "/cases/preview", limit: limit, isUnsaved: sheet.isUnsaved, isElsewhere: sheet.other != nil)
    }

    private static func notices(_ sheet: Sheet) -> HTML {
        var notices = HTML.empty
        if let draft = sheet.draft {
            notices.append(
                WritingViews.resumed(
                    draft.updatedAt, isBehind: sheet.shown != nil && sheet.number != draft.base,
                    removal: CaseDraftViews.removal(of: draft.subject)))
        }
        if let other = sheet.other { notices.append(WritingViews.elsewhere(other, draft: sheet.draftAddress)) }
        if let study = sheet.shown?.study, study.state == .returned {
            notices.append(Component.banner(.warn, "退回修改。", study.remark))
        }
        return notices
    }

    private static func preview(_ sheet: Sheet) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽與檢查</h2><div data-preview-place>\(sheet.preview.map(CasePreviewViews.fragment))</div></section>
        """
    }

    private static func buttons(_ sheet: Sheet) -> HTML {
        let back: Address = sheet.id.map { CaseViews.address(of: $0) } ?? CaseListViews.section
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
