/// The fields of a proposal's form.
enum ProposalFieldViews {
    static func all(_ sheet: ProposalFormViews.Sheet) -> HTML {
        """
        \(title(sheet))\(kinds(sheet))
        \(prose(.problem, "現在怎麼辦、哪裡不方便、多常發生", 4, sheet))\
        \(prose(.idea, "一句話說得出來的想法", 3, sheet))\
        \(prose(.method, "分幾步、誰來做、要改哪些流程或系統", 6, sheet))\
        \(prose(.cost, "沒有就寫無", 2, sheet, isRequired: false))\
        \(prose(.benefit, "對民眾、對同仁有什麼好處", 3, sheet))
        <div class="field-row">\(number(.minutes, "分鐘", sheet))\(number(.cases, "件", sheet))</div>
        \(citations(sheet))\(attachments(sheet))\(authors(sheet))\(reason(sheet))
        """
    }

    private static func title(_ sheet: ProposalFormViews.Sheet) -> HTML {
        FieldViews.text(
            "title", label: ProposalField.title.name, value: sheet.form[.title], error: sheet.error(.title),
            isRequired: true, attributes: "maxlength=\"\(ProposalForm.titleLimit)\"")
            + WritingViews.theirs(.title, sheet.conflict)
    }

    private static func kinds(_ sheet: ProposalFormViews.Sheet) -> HTML {
        let kinds = sheet.call.plan.kinds.map {
            FieldViews.Option(value: $0.rawValue, words: ProposalCallTerms.name(of: $0))
        }
        return """
            <div class="field-row">\(FieldViews.radios(
                "kind", legend: ProposalField.kind.name, options: kinds, chosen: sheet.form[.kind], error: sheet.error(.kind)))\
            \(WritingViews.theirs(.kind, sheet.conflict))\(FieldViews.radios(
                "novelty", legend: ProposalField.novelty.name,
                options: FieldViews.options(ProposalNovelty.self, words: ProposalCallTerms.name(of:)),
                chosen: sheet.form[.novelty], error: sheet.error(.novelty)))\
            \(WritingViews.theirs(.novelty, sheet.conflict))</div>
            """
    }

    private static func prose(
        _ field: ProposalField, _ hint: HTML, _ rows: Int, _ sheet: ProposalFormViews.Sheet, isRequired: Bool = true
    ) -> HTML {
        FieldViews.area(
            field.rawValue, label: field.name, value: sheet.form[field], hint: hint, error: sheet.error(field),
            isRequired: isRequired, rows: rows, classes: "input editor-text")
            + WritingViews.theirs(field, sheet.conflict)
    }

    private static func number(_ field: ProposalField, _ unit: String, _ sheet: ProposalFormViews.Sheet) -> HTML {
        FieldViews.number(
            field.rawValue, label: field.name, value: sheet.form[field], unit: unit, hint: "估計得出來才填",
            error: sheet.error(field)) + WritingViews.theirs(field, sheet.conflict)
    }

    private static func citations(_ sheet: ProposalFormViews.Sheet) -> HTML {
        """
        \(FieldViews.area(
            "citations", label: ProposalField.citations.name,
            value: ProposalForm.items(sheet.form[.citations]).joined(separator: "\n"),
            hint: "一行一條，例如：戶籍法第48條第1項；沒有就空白。修法時會提醒。", error: sheet.error(.citations), rows: 2,
            attributes: "data-completions=\"/citations/suggestions\" data-label=\"尋找法條\" data-placeholder=\"輸入法規與條號，或條文裡的字，由建議中選\""))\
        \(WritingViews.theirs(.citations, sheet.conflict))
        \(FieldViews.text(
            "lawAsOf", label: ProposalField.lawAsOf.name, value: sheet.form[.lawAsOf],
            hint: "依哪一天的法規核對過，例如 115/1/1；沒有法令依據就不必管。", error: sheet.error(.lawAsOf), classes: "input input-short"))\
        \(WritingViews.theirs(.lawAsOf, sheet.conflict))
        """
    }

    private static func attachments(_ sheet: ProposalFormViews.Sheet) -> HTML {
        FieldViews.area(
            "attachments", label: ProposalField.attachments.name, value: sheet.form[.attachments],
            hint: "在這一頁最下面上傳，名稱會加在這裡，一行一個；匿名評審時，名稱與內容都不要寫出提案人。", error: sheet.error(.attachments), rows: 2,
            attributes: "data-attachments", classes: "input editor-text")
            + WritingViews.theirs(.attachments, sheet.conflict)
    }

    private static func authors(_ sheet: ProposalFormViews.Sheet) -> HTML {
        let mayChange = sheet.shown?.isCreator ?? true
        guard mayChange else {
            return """
                <input type="hidden" name="authors" value="\(sheet.form[.authors])">\
                <p id="authors"><span class="label">\(ProposalField.authors.name)</span>　\
                \(Form.lines(typed: sheet.form[.authors]).joined(separator: "、"))　\
                <span class="soft">由提出的人修改</span></p>\(FieldViews.error("authors", sheet.error(.authors)))
                """
        }
        return FieldViews.area(
            "authors", label: ProposalField.authors.name, value: sheet.form[.authors],
            hint: "一行一位，後面寫貢獻比例，加起來正好 100%，例如：林雅筑（A01） 60%。共同提案人要登入同意；改了比例，要再同意一次。",
            error: sheet.error(.authors), isRequired: true, rows: 3,
            attributes: """
                data-completions="/proposals/calls/\(sheet.call.id)/colleagues" data-label="尋找共同提案人" data-placeholder="輸入姓名、員工編號或單位，由建議中選"
                """) + WritingViews.theirs(.authors, sheet.conflict)
    }

    private static func reason(_ sheet: ProposalFormViews.Sheet) -> HTML {
        guard let proposal = sheet.shown?.proposal else { return .empty }
        return FieldViews.text(
            "reason", label: ProposalField.reason.name, value: sheet.form[.reason], hint: "共同提案人在版本紀錄會看到。",
            error: sheet.error(.reason), isRequired: proposal.state == .returned, attributes: "maxlength=\"200\"")
    }
}
