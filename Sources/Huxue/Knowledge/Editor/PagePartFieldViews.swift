/// The text of a procedure as fields of their own, a field for each part.
enum PagePartFieldViews {
    /// Parts with text stand open; those without are folded between them, unless nothing is written yet.
    static func fields(_ parts: PageParts, _ sheet: PageFormViews.Sheet) -> HTML {
        var fields = HTML.empty
        var folded: [PagePart] = []
        let wrong = sheet.problems.map { id(of: $0, in: parts) }
        for place in PageParts.places {
            if let part = place, !parts.isEmpty, parts[part].isEmpty, !wrong.contains(PageParts.name(of: part)) {
                folded.append(part)
            } else if place != nil || !parts[place].isEmpty {
                fields.append(fold(folded, parts, sheet) + field(place, parts, sheet))
                folded = []
            }
        }
        return """
            <div class="stack" role="group" aria-labelledby="parts"><h2 id="parts">內文</h2>\
            <p class="soft">至少寫一段，用不到的留空白。\(signs)</p>\(fields)\(fold(folded, parts, sheet))</div>
            """
    }

    private static func fold(_ folded: [PagePart], _ parts: PageParts, _ sheet: PageFormViews.Sheet) -> HTML {
        guard !folded.isEmpty else { return .empty }
        return """
            <details><summary>加入：\(folded.map(\.title).joined(separator: "、"))</summary>\
            <div class="stack">\(each: folded, { field($0, parts, sheet) })</div></details>
            """
    }

    private static func field(_ place: PagePart?, _ parts: PageParts, _ sheet: PageFormViews.Sheet) -> HTML {
        let id = PageParts.name(of: place)
        return FieldViews.area(
            id, label: title(of: place), value: parts[place], hint: hint(for: place),
            error: sheet.problems.first { Self.id(of: $0, in: parts) == id }?.sentence, rows: 4,
            attributes: "spellcheck=\"false\"\(when: place == .forms, " data-attachments")",
            classes: "input editor-text")
    }

    /// The field to which a problem belongs: of the text, the part where it stands.
    static func id(of problem: PageFormProblem, in parts: PageParts?) -> String {
        guard problem.field == .body, let parts else { return problem.field.rawValue }
        return PageParts.name(of: parts.place(ofLine: problem.line ?? 1).place)
    }

    /// Where a line of the text stands, as its writer finds it.
    ///
    /// `parts`: nil where the text is one field. `editor`: the page on which the parts are written; nil for this one.
    static func place(ofLine line: Int, _ parts: PageParts?, _ editor: Address? = nil) -> HTML {
        guard let found = parts?.place(ofLine: line) else { return "內文第 \(line) 行" }
        let address = editor.map { "\($0)" as HTML } ?? .empty
        return """
            <a href="\(address)#\(PageParts.name(of: found.place))">「\(title(of: found.place))」第 \(found.line) 行</a>
            """
    }

    static func title(of place: PagePart?) -> String { place?.title ?? "開頭" }

    /// Why a procedure is written in one field, and how to have its parts apart.
    static func notice(_ obstacle: PageParts.Obstacle) -> HTML {
        switch obstacle {
        case .undecided: .empty
        case .heading(let kind): notice(kind.sentence)
        case .spacing: notice("有的段落只有標題，或標題、空行的寫法和各段的欄位不同。")
        }
    }

    private static func notice(_ reason: String) -> HTML {
        Component.banner(
            .info, "這個條目還沒有分成各段，先整篇一起寫。", "\(reason)按下方的「分成各段」會照順序排好，文字不會少，看過再儲存。")
    }

    /// The signs of Markdown that every text may have.
    static let signs: HTML = """
        「- 」列點、「- [ ] 」勾選、**粗體**。寫「戶籍法第48條」會自動連到條文；連到別的條目寫 [文字](../faq/代號.md)。
        """

    private static func hint(for place: PagePart?) -> HTML {
        switch place {
        case nil: "第一段之前的文字"
        case .applicants: "誰可以申請，依據哪一條"
        case .place: "向哪裡的戶政事務所申請"
        case .deadline: "從哪一天起幾日內；逾期怎麼辦"
        case .time: "隨到隨辦，或幾個工作天辦好"
        case .papers: "每一件一個勾選項目；冒號後寫什麼時候要"
        case .fee: "收多少，或不收費"
        case .steps: "承辦人依序要做的事，一步一行：「1. 」「2. 」"
        case .flow: "各步驟由誰、在哪裡、多久完成；可以用表格"
        case .basis: "條號與一句要點"
        case .cautions: "容易出錯的地方與例外"
        case .forms: "申請書、委託書等表單的連結或附件"
        }
    }
}
