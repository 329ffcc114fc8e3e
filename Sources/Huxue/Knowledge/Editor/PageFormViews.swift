/// The editor: a page's text and everything around it.
enum PageFormViews {
    struct Sheet: Sendable {
        let facts: PageEditActions.Facts
        var form: PageForm
        /// The revision that is changed; 0 for a new page.
        var base: Int
        /// Names the draft.
        let key: String
        var problems: [PageFormProblem] = []
        /// Draft being resumed.
        var draft: Draft<PageField>?
        /// Nil unless a preview was asked for.
        var preview: Preview?
        var conflict: WritingConflict<PageField>?
        var done: String?
        /// The mark of the draft that this window knows; empty for none.
        var seen = ""
        /// Whether it holds what no draft has yet.
        var isUnsaved = false
        /// When a later draft of the same was kept in another window.
        var other: Moment?
        /// Whether it could not be saved because too many wait.
        var isBusy = false
        /// The attachment that was just uploaded.
        var uploaded: String?
        /// Whether the change takes account of the amendments.
        var takesAmendments = false

        func error(_ field: PageField) -> String? { problems.first { $0.field == field }?.sentence }

        /// The parts of a procedure that can be shown apart; nil for any other text.
        var parts: PageParts? { form.kind == .procedure ? try? form.parts() : nil }

        /// Notes a draft of another window, which this form may now replace.
        mutating func found(_ other: Moment) { (self.other, seen) = (other, "\(other)") }

        /// Where the draft that was kept last is resumed.
        var draftAddress: Address { facts.page == nil ? Address("/pages/new").with([("draft", key)]) : address }

        /// Where the form goes.
        var address: Address { facts.page.map { "\(PageAddress.page($0.code))/edit" } ?? "/pages/new" }

        /// Where an upload comes back to.
        var again: AttachmentEditor {
            facts.page.map { PageAttachmentOwner.editor(of: $0.code) } ?? PageAttachmentOwner.editor(ofDraft: key)
        }
    }

    struct Preview: Sendable {
        let rendering: PageRendering
        let warnings: [(line: Int, kind: PageProblem.Kind)]
        /// Statutes that it cites and the office has not loaded.
        let unchecked: [String]
        /// Whether both wordings of a place that two people changed are still there.
        let isUndecided: Bool
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let page = sheet.facts.page
        let kind = sheet.form.kind ?? .handbook
        let parts = sheet.parts
        let title = page.map { "修改：\($0.title)" } ?? "新增\(PageTerms.name(of: kind))"
        return Layout.page(
            title, chrome: chrome, section: "/pages",
            crumbs: [Crumb("首頁", "/"), Crumb("知識庫", "/pages")]
                + (page.map { [Crumb($0.title, PageAddress.page($0.code))] } ?? [Crumb("新增", "/pages/new")])
                + [Crumb(page == nil ? PageTerms.name(of: kind) : "修改")],
            head: page.map {
                "<p class=\"soft\">\(PageTerms.name(of: kind))　代號 \($0.code)　現在是第 \(sheet.facts.current?.number ?? 1) 版</p>"
            }
                ?? .empty,
            isEditor: true,
            content: """
                \(Component.done(sheet.done))\(notices(sheet))\
                \(Component.errorSummary(sheet.problems.map { (PagePartFieldViews.id(of: $0, in: parts), $0.sentence) }))
                \(sheet.conflict.map(WritingViews.conflict))
                <form class="stack stack-wide" method="post" action="\(sheet.address)" novalidate\(WritingViews.attributes(editor(sheet)))>\(Layout.token(chrome))
                \(WritingViews.hidden(draft: sheet.key, base: sheet.base, seen: sheet.seen))\
                <input type="hidden" name="kind" value="\(sheet.form[.kind])">
                \(PageFieldViews.text(.title, sheet))
                <div class="editor"><div class="stack">\(parts.map { PagePartFieldViews.fields($0, sheet) } ?? whole(sheet))</div>
                \(preview(sheet, parts))</div>
                \(PageDetailViews.fields(sheet, kind: kind))
                \(amendments(sheet))\(buttons(sheet))</form>\(PageToolViews.tools(attachments: sheet.facts.attachments))
                \(uploading(sheet, chrome: chrome))
                """)
    }

    private static func editor(_ sheet: Sheet) -> WritingViews.Editor {
        WritingViews.Editor(
            preview: "/pages/preview", limit: PageContent.bodyLimit, isUnsaved: sheet.isUnsaved,
            isElsewhere: sheet.other != nil)
    }

    private static func notices(_ sheet: Sheet) -> HTML {
        var notices = HTML.empty
        if let draft = sheet.draft {
            notices.append(
                WritingViews.resumed(
                    draft.updatedAt, isBehind: sheet.facts.current.map { $0.number != draft.base } ?? false,
                    removal: "/pages/drafts/\(segment: draft.subject)/removal"))
        }
        if let other = sheet.other { notices.append(WritingViews.elsewhere(other, draft: sheet.draftAddress)) }
        if sheet.isBusy {
            notices.append(Component.banner(.warn, "還沒有存入，您寫的都還在。", CommonRefusal.busy.sentence))
        }
        if let name = sheet.uploaded {
            notices.append(
                Component.banner(.info, "附件「\(name)」可以用了。", "把這一段貼到內文：\(Attachment.markdown(for: name))"))
        }
        return notices
    }

    /// The whole text in one field; of a procedure, with the reason why its parts are not apart.
    private static func whole(_ sheet: Sheet) -> HTML {
        var reason = HTML.empty
        if sheet.form.kind == .procedure, let obstacle = obstacle(sheet.form) {
            reason = PagePartFieldViews.notice(obstacle)
        }
        return reason
            + PageFieldViews.area(.body, sheet, rows: 24, hint: "以 Markdown 書寫：「## 」標題、\(PagePartFieldViews.signs)")
    }

    private static func obstacle(_ form: PageForm) -> PageParts.Obstacle? {
        do throws(PageParts.Obstacle) { _ = try form.parts() } catch { return error }
        return nil
    }

    // MARK: Preview

    private static func preview(_ sheet: Sheet, _ parts: PageParts?) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽</h2><div class="stack" data-preview-place>\(sheet.preview.map { fragment($0, parts: parts) })</div></section>
        """
    }

    /// What the script puts in the preview's place; `parts`: those that the form shows apart, nil for none.
    static func fragment(_ preview: Preview, parts: PageParts?) -> HTML {
        """
        \(when: preview.isUndecided, Component.banner(
            .warn, "還有沒有選定的地方。", "兩人的寫法都在下面，標著「尚待選定」；在內文選定並刪去標記之後才能儲存。"))\
        \(warnings(preview.warnings, parts: parts))\(unchecked(preview.unchecked))<div class="prose">\(preview.rendering.html)</div>
        """
    }

    /// `editor`: the page on which the parts are written; nil for this one.
    static func warnings(
        _ warnings: [(line: Int, kind: PageProblem.Kind)], parts: PageParts?, editor: Address? = nil
    ) -> HTML {
        guard !warnings.isEmpty else { return .empty }
        let (shown, more) = (warnings.prefix(warningsShown), warnings.count - warningsShown)
        return """
            <div class="banner" data-tone="warn">\(Icon.warning)<p><strong>有 \(warnings.count) 處要留意</strong></p>\
            <ul data-warning="\(shown.first?.kind.sentence)">\(each: shown, { "<li>\(place(of: $0, parts, editor))\($0.kind.sentence)</li>" })</ul>\
            \(when: more > 0, "<p>另外還有 \(more) 處沒有列出，請先改好以上的。</p>")</div>
            """
    }

    private static let warningsShown = 50

    /// A field's name stands in the sentence itself.
    private static func place(
        of warning: (line: Int, kind: PageProblem.Kind), _ parts: PageParts?, _ editor: Address?
    ) -> HTML {
        if warning.kind.field != nil { return .empty }
        return "\(PagePartFieldViews.place(ofLine: warning.line, parts, editor))："
    }

    /// That articles of these statutes could not be looked up; no fault of the writer.
    static func unchecked(_ names: [String]) -> HTML {
        guard !names.isEmpty else { return .empty }
        return "<p class=\"soft small\">還沒有匯入\(names.map { "「\($0)」" }.joined(separator: "、"))，引用的條號沒有核對。</p>"
    }

    // MARK: Around it

    /// Asked while amendments wait: otherwise the page is flagged on, though it was just written anew.
    private static func amendments(_ sheet: Sheet) -> HTML {
        guard !sheet.facts.flags.isEmpty else { return .empty }
        let names = PageBannerViews.unique(sheet.facts.flags.map(\.citation))
        return """
            <fieldset class="field"><legend>修正的條文</legend>\(AmendmentViews.shown(sheet.facts.flags))\
            <label class="check"><input type="checkbox" name="amendments" value="1"\(when: sheet.takesAmendments, " checked")>\
            <span>內容已經對照修正後的條文<br><span class="soft">儲存後不再標示待複核：\(names.prefix(5).joined(separator: "、"))\(names.count > 5 ? "等 \(names.count) 處" : "")</span></span></label></fieldset>
            """
    }

    private static func buttons(_ sheet: Sheet) -> HTML {
        """
        \(WritingViews.choice(draft: sheet.draftAddress))
        <div class="row editor-foot"><button class="button" name="intent" value="save">儲存</button>\
        <button class="button button-quiet" name="intent" value="preview">預覽</button>\
        <button class="button button-quiet" name="intent" value="draft">儲存草稿</button>\
        \(when: isDivisible(sheet.form), "<button class=\"button button-quiet\" name=\"intent\" value=\"parts\">分成各段</button>")\
        <a class="button button-quiet" href="\(sheet.facts.page.map { PageAddress.page($0.code) } ?? "/pages")">離開</a>\
        \(WritingViews.savedPlace)</div>
        """
    }

    private static func isDivisible(_ form: PageForm) -> Bool {
        guard form.kind == .procedure, let obstacle = obstacle(form) else { return false }
        return obstacle != .undecided
    }

    private static func uploading(_ sheet: Sheet, chrome: Chrome) -> HTML {
        guard chrome.visitor?.may(.editPages) ?? false else { return .empty }
        return """
            <section class="card stack" aria-labelledby="upload"><h2 id="upload">加入附件</h2>
            <p>PDF、ODF、Office 文件（不含巨集）或圖片，20 MB 以內。已有的附件見<a href="/attachments">附件清單</a>。\
            <span data-without-script>上傳會離開這一頁，請先按「儲存草稿」。</span></p>
            \(AttachmentViews.form(returning: sheet.again, chrome: chrome))</section>
            """
    }
}
