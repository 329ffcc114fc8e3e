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
        /// The draft that is gone on with.
        var draft: PageDraft?
        /// How the text looks; nil when nobody asked.
        var preview: Preview?
        var conflict: Conflict?
        var done: String?
        /// The mark of the draft that this window knows; empty for none.
        var seen = ""
        /// Whether the form said so; pages from before did not.
        var saysSeen = true
        /// Whether it holds what no draft has yet.
        var isUnsaved = false
        /// A later draft of the same, kept in another window.
        var other: PageDraft?
        /// The attachment that was just uploaded.
        var uploaded: String?
        /// Whether the change takes account of the amendments.
        var takesAmendments = false

        func error(_ field: PageField) -> String? { problems.first { $0.field == field }?.sentence }

        var known: String? { saysSeen ? seen : nil }

        /// The same, told of a draft in another window, which it may now replace.
        func beside(_ other: PageDraft) -> Sheet {
            var sheet = self
            (sheet.other, sheet.seen) = (other, other.mark)
            return sheet
        }

        /// Where the draft that was kept last is gone on with.
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

    /// Somebody else saved while this was written.
    struct Conflict: Sendable {
        let revision: PageRevision
        let author: String
        let comparison: PageComparison
        let merge: PageMerge
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let page = sheet.facts.page
        let kind = sheet.form.kind ?? .handbook
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
            content: """
                \(Component.done(sheet.done))\(notices(sheet))\
                \(Component.errorSummary(sheet.problems.map { ($0.field.rawValue, $0.sentence) }))
                \(sheet.conflict.map(conflict))
                <form class="stack stack-wide" method="post" action="\(sheet.address)" novalidate data-editor data-limit="\(PageContent.bodyLimit)"\(when: sheet.isUnsaved, " data-unsaved")\(when: sheet.other != nil, " data-elsewhere")>\(Layout.token(chrome))
                <input type="hidden" name="draft" value="\(sheet.key)"><input type="hidden" name="base" value="\(sheet.base)">\
                <input type="hidden" name="seen" value="\(sheet.seen)">\
                <input type="hidden" name="kind" value="\(sheet.form[.kind])">
                \(PageFieldViews.text(.title, sheet))
                <div class="editor"><div class="stack">\(PageFieldViews.area(.body, sheet, rows: 24, hint: bodyHint(kind)))</div>
                \(preview(sheet))</div>
                \(PageDetailViews.fields(sheet, kind: kind))
                \(amendments(sheet))\(buttons(sheet))</form>
                \(uploading(sheet, chrome: chrome))
                """)
    }

    private static func notices(_ sheet: Sheet) -> HTML {
        var notices = HTML.empty
        if let draft = sheet.draft {
            let isBehind = sheet.facts.current.map { $0.number != draft.base } ?? false
            notices.append(
                Component.banner(
                    .info, "接續您 \(ROCDate.withTime(draft.updatedAt)) 的草稿。",
                    isBehind ? "開始寫之後，別人已經存了新的版本；儲存時會把兩邊合在一起給您看。" : "",
                    next: "<a href=\"\(draft.removal)\">捨棄草稿</a>"))
        }
        if let other = sheet.other {
            notices.append(
                Component.banner(
                    .warn, PageRefusal.draftElsewhere(other).sentence,
                    "再按一次「儲存草稿」，就以這裡的內容取代另一個視窗的。",
                    next: "<a href=\"\(sheet.draftAddress)\">改用另一個視窗的草稿（這裡的內容會不見）</a>"))
        }
        if let name = sheet.uploaded {
            notices.append(
                Component.banner(.info, "附件「\(name)」可以用了。", "把這一段貼到內文：\(Attachment.markdown(for: name))"))
        }
        return notices
    }

    private static func bodyHint(_ kind: PageKind) -> HTML {
        let parts: HTML =
            kind == .procedure
            ? "段落標題固定，依序是 \(PagePart.allCases.map(\.title).joined(separator: "、"))；用不到的整段刪去。" : .empty
        return """
            \(parts)以 Markdown 書寫：「## 」標題、「- 」列點、「- [ ] 」勾選、**粗體**。寫「戶籍法第48條」會自動連到條文；\
            連到別的條目寫 [文字](../faq/代號.md)。
            """
    }

    // MARK: Preview

    private static func preview(_ sheet: Sheet) -> HTML {
        """
        <section class="editor-preview stack" aria-labelledby="preview" tabindex="0"\(when: sheet.preview == nil, " hidden")>\
        <h2 id="preview" tabindex="-1">預覽</h2><div data-preview-place>\(sheet.preview.map(fragment))</div></section>
        """
    }

    /// What the script puts in the preview's place.
    static func fragment(_ preview: Preview) -> HTML {
        """
        \(when: preview.isUndecided, Component.banner(
            .warn, "還有沒有選定的地方。", "兩人的寫法都在下面，標著「尚待選定」；在內文選定並刪去標記之後才能儲存。"))\
        \(warnings(preview.warnings))\(unchecked(preview.unchecked))<div class="prose">\(preview.rendering.html)</div>
        """
    }

    static func warnings(_ warnings: [(line: Int, kind: PageProblem.Kind)]) -> HTML {
        guard !warnings.isEmpty else { return .empty }
        let (shown, more) = (warnings.prefix(warningsShown), warnings.count - warningsShown)
        return """
            <div class="banner" data-tone="warn">\(Icon.warning)<p><strong>有 \(warnings.count) 處要留意</strong></p>\
            <ul>\(each: shown, { "<li>內文第 \($0.line) 行：\($0.kind.sentence)</li>" })</ul>\
            \(when: more > 0, "<p>另外還有 \(more) 處沒有列出，請先改好以上的。</p>")</div>
            """
    }

    private static let warningsShown = 50

    /// That articles of these statutes could not be looked up; no fault of the writer.
    static func unchecked(_ names: [String]) -> HTML {
        guard !names.isEmpty else { return .empty }
        return "<p class=\"soft small\">還沒有匯入\(names.map { "「\($0)」" }.joined(separator: "、"))，引用的條號沒有核對。</p>"
    }

    // MARK: Two people

    private static func conflict(_ conflict: Conflict) -> HTML {
        let revision = conflict.revision
        return """
            <section class="stack" aria-labelledby="conflict"><h2 class="visually-hidden" id="conflict">兩人同時修改</h2>\
            <div class="banner" data-tone="warn" role="alert">\(Icon.warning)<p><strong>您寫的還沒有存入：\(conflict.author)剛才存了第 \(revision.number) 版。</strong>\
            \(when: !revision.reason.isEmpty, "理由：\(revision.reason)。")</p>\
            <p>兩邊的修改已經合在下面的表單裡，您寫的也另存成草稿。\
            \(conflict.merge.isTextSettled && conflict.merge.conflicts.isEmpty
                ? "沒有互相衝突的地方，看過之後再按一次儲存。"
                : "同一個地方兩人都改過的，兩種寫法都列出來；選定之後再按一次儲存。")</p></div>
            <details open><summary>第 \(revision.number) 版改了什麼</summary>\
            \(PageComparisonViews.sides(conflict.comparison, old: "您開始寫時的內容", new: "第 \(revision.number) 版"))</details></section>
            """
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
        <div class="banner" data-tone="warn" role="alert" hidden data-draft-elsewhere>\(Icon.warning)\
        <p><strong>您在另一個視窗也改了這份草稿。</strong>這裡的內容還在，但不會再自動儲存，請選擇要用哪一邊的。</p>\
        <p class="row"><button class="button button-quiet" type="button" data-draft-overwrite>用這裡的取代另一個視窗的</button>\
        <a href="\(sheet.draftAddress)" data-draft-take>改用另一個視窗的（這裡的內容會不見）</a></p></div>
        <div class="row editor-foot"><button class="button" name="intent" value="save">儲存</button>\
        <button class="button button-quiet" name="intent" value="preview">預覽</button>\
        <button class="button button-quiet" name="intent" value="draft">儲存草稿</button>\
        <a class="button button-quiet" href="\(sheet.facts.page.map { PageAddress.page($0.code) } ?? "/pages")">離開</a>\
        <span class="saved" role="status" data-draft-saved></span></div>
        """
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
