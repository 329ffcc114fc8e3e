/// What every editor shows about resumed drafts, other windows and conflicts.
enum WritingViews {
    /// Settings of a form for the editor's script.
    struct Editor: Sendable {
        /// The address from which the script gets a preview of the text; nil when there is no preview.
        let preview: Address?
        /// The limit for the text, in bytes.
        let limit: Int
        /// Whether the form contains text that is in no draft yet.
        let isUnsaved: Bool
        /// Whether another window has stored a later draft.
        let isElsewhere: Bool
    }

    static func attributes(_ editor: Editor) -> HTML {
        """
        \(editor.preview.map { " data-preview=\"\($0)\"" as HTML }) data-editor data-limit="\(editor.limit)"\
        \(when: editor.isUnsaved, " data-unsaved")\(when: editor.isElsewhere, " data-elsewhere")
        """
    }

    /// Hidden fields: the draft's subject, the revision on which it is based, and the mark of the state shown.
    static func hidden(draft: String, base: Int, seen: String) -> HTML {
        """
        <input type="hidden" name="draft" value="\(draft)"><input type="hidden" name="base" value="\(base)">\
        <input type="hidden" name="seen" value="\(seen)">
        """
    }

    /// Banner above the form: a draft is being resumed.
    static func resumed(_ time: Moment, isBehind: Bool, removal: Address) -> HTML {
        Component.banner(
            .info, "接續您 \(ROCDate.withTime(time)) 的草稿。",
            isBehind ? "開始寫之後，別人已經存了新的版本；儲存時會把兩邊合在一起給您看。" : "",
            next: "<a href=\"\(removal)\">捨棄草稿</a>")
    }

    /// Banner above the form: another window has saved a different draft.
    static func elsewhere(_ time: Moment, draft: Address) -> HTML {
        Component.banner(
            .warn, WritingRefusal.draftElsewhere(time).sentence,
            "再按一次「儲存草稿」，就以這裡的內容取代另一個視窗的。",
            next: "<a href=\"\(draft)\">改用另一個視窗的草稿（這裡的內容會不見）</a>")
    }

    /// The banner about another window's draft, hidden until the script needs it.
    static func choice(draft: Address) -> HTML {
        """
        <div class="banner" data-tone="warn" role="alert" hidden data-draft-elsewhere>\(Icon.warning)\
        <p><strong>您在另一個視窗也改了這份草稿。</strong>這裡的內容還在，但不會再自動儲存，請選擇要用哪一邊的。</p>\
        <p class="row"><button class="button button-quiet" type="button" data-draft-overwrite>用這裡的取代另一個視窗的</button>\
        <a href="\(draft)" data-draft-take>改用另一個視窗的（這裡的內容會不見）</a></p></div>
        """
    }

    /// The element in which the script says when the draft was stored.
    static let savedPlace: HTML = "<span class=\"saved\" role=\"status\" data-draft-saved></span>"

    /// Notice above the form: somebody else has saved a revision meanwhile.
    static func conflict<Field>(_ conflict: WritingConflict<Field>) -> HTML {
        """
        <section class="stack" aria-labelledby="conflict"><h2 class="visually-hidden" id="conflict">同時修改</h2>\
        <div class="banner" data-tone="warn" role="alert">\(Icon.warning)<p><strong>您寫的還沒有存入：第 \(conflict.number) 版（\(conflict.author)）剛才先存了。</strong>\
        \(when: !conflict.reason.isEmpty, "理由：\(conflict.reason)。")</p>\
        <p>兩邊的修改已經合在下面的表單裡，您寫的也另存成草稿。\
        \(conflict.merge.isSettled
            ? "沒有互相衝突的地方，看過之後再按一次儲存。"
            : "同一個地方兩邊都改過的，兩種寫法都列出來；選定之後再按一次儲存。")</p></div>
        <details open><summary>第 \(conflict.number) 版改了什麼</summary>\
        \(WrittenComparisonViews.sides(conflict.comparison, old: "您開始寫時的內容", new: "第 \(conflict.number) 版"))</details></section>
        """
    }

    /// Notice at a field: the value that somebody else has saved in it meanwhile.
    ///
    /// `words`: the value as it is read; nil for what the field says. The script's button puts it into the control `name`.
    static func theirs<Field>(
        _ field: Field, _ conflict: WritingConflict<Field>?, words: String? = nil, name: String? = nil
    ) -> HTML {
        guard let value = conflict?.merge.conflicts[field] else { return .empty }
        let words = words ?? field.shown(value)
        return """
            <p class="theirs">\(Component.badge(.warn, "兩邊都改過"))　已存的是：<b>\(words.isEmpty ? "（空白）" : words)</b>。\
            這裡留著您寫的，請選定要用的。\(when: name != nil, "<button class=\"button button-quiet button-small\" type=\"button\" hidden data-take=\"\(name)\" data-value=\"\(value)\">改用已存的</button>")</p>
            """
    }
}
