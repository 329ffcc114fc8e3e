/// The fields of a case study's form.
enum CaseFieldViews {
    static func all(_ sheet: CaseFormViews.Sheet) -> HTML {
        """
        \(title(sheet))\(kind(sheet))
        \(facet(.subject, "例如：戶籍登記。可以有好幾個，用頓號分開", sheet.subjects, sheet))\
        \(facet(.service, "例如：結婚登記。可以有好幾個，用頓號分開", sheet.services, sheet))
        \(prose(.events, "什麼時候、在哪個窗口、發生了什麼；不要寫民眾的姓名、證號、電話與住址", 6, sheet))\
        \(prose(.handling, "當時怎麼處理、結果如何", 4, sheet))\
        \(prose(.improvement, "下次怎麼做、要改哪個流程", 3, sheet))\
        \(prose(.doubt, "疑義案例才要填：法令哪裡不明確、有哪些看法", 3, sheet))\
        \(prose(.conclusion, "討論之後才有的，先空白", 2, sheet))
        \(citations(sheet))\(attachments(sheet))\(authors(sheet))\(reason(sheet))
        """
    }

    private static func title(_ sheet: CaseFormViews.Sheet) -> HTML {
        FieldViews.text(
            "title", label: CaseField.title.name, value: sheet.form[.title], error: sheet.error(.title),
            isRequired: true, attributes: "maxlength=\"\(CaseForm.titleLimit)\"")
            + WritingViews.theirs(.title, sheet.conflict)
    }

    private static func kind(_ sheet: CaseFormViews.Sheet) -> HTML {
        FieldViews.radios(
            "kind", legend: CaseField.kind.name,
            options: FieldViews.options(CaseKind.self, words: CaseTerms.name(of:)), chosen: sheet.form[.kind],
            error: sheet.error(.kind)) + WritingViews.theirs(.kind, sheet.conflict)
    }

    private static func facet(
        _ field: CaseField, _ hint: HTML, _ known: [String], _ sheet: CaseFormViews.Sheet
    ) -> HTML {
        FieldViews.text(
            field.rawValue, label: field.name, value: sheet.form[field], hint: hint, error: sheet.error(field),
            isRequired: field == .subject, attributes: "list=\"\(field.rawValue)-list\" autocomplete=\"off\"",
            after: """
                <datalist id="\(field.rawValue)-list">\(each: known, { "<option value=\"\($0)\">" })</datalist>
                """) + WritingViews.theirs(field, sheet.conflict)
    }

    private static func prose(
        _ field: CaseField, _ hint: HTML, _ rows: Int, _ sheet: CaseFormViews.Sheet
    ) -> HTML {
        FieldViews.area(
            field.rawValue, label: field.name, value: sheet.form[field], hint: hint, error: sheet.error(field),
            isRequired: field == .events, rows: rows, classes: "input editor-text")
            + WritingViews.theirs(field, sheet.conflict)
    }

    private static func citations(_ sheet: CaseFormViews.Sheet) -> HTML {
        """
        \(FieldViews.area(
            "citations", label: CaseField.citations.name,
            value: CaseForm.items(sheet.form[.citations]).joined(separator: "\n"),
            hint: "一行一條，例如：戶籍法第48條第1項；沒有就空白。修法時會提醒。", error: sheet.error(.citations), rows: 2,
            attributes: "data-completions=\"/citations/suggestions\" data-label=\"尋找法條\" data-placeholder=\"輸入法規與條號，或條文裡的字，由建議中選\""))\
        \(WritingViews.theirs(.citations, sheet.conflict))
        \(FieldViews.text(
            "lawAsOf", label: CaseField.lawAsOf.name, value: sheet.form[.lawAsOf],
            hint: "依哪一天的法規核對過，例如 115/1/1；沒有法令依據就不必管。", error: sheet.error(.lawAsOf), classes: "input input-short"))\
        \(WritingViews.theirs(.lawAsOf, sheet.conflict))
        """
    }

    private static func attachments(_ sheet: CaseFormViews.Sheet) -> HTML {
        FieldViews.area(
            "attachments", label: CaseField.attachments.name, value: sheet.form[.attachments],
            hint: "在這一頁最下面上傳，名稱會加在這裡，一行一個；名稱與內容都不要有民眾的個人資料。", error: sheet.error(.attachments), rows: 2,
            attributes: "data-attachments", classes: "input editor-text")
            + WritingViews.theirs(.attachments, sheet.conflict)
    }

    private static func authors(_ sheet: CaseFormViews.Sheet) -> HTML {
        guard sheet.shown?.isCreator ?? true else {
            return """
                <input type="hidden" name="authors" value="\(sheet.form[.authors])">\
                <p id="authors"><span class="label">\(CaseField.authors.name)</span>　\
                \(Form.lines(typed: sheet.form[.authors]).joined(separator: "、"))　\
                <span class="soft">由開始寫的人修改</span></p>\(FieldViews.error("authors", sheet.error(.authors)))
                """
        }
        return FieldViews.area(
            "authors", label: CaseField.authors.name, value: sheet.form[.authors],
            hint: "一行一位，後面寫貢獻比例，加起來正好 100%，例如：林雅筑（A01） 60%。作者都能修改，但不能檢查或發布。",
            error: sheet.error(.authors), isRequired: true, rows: 2,
            attributes:
                "data-completions=\"/cases/colleagues\" data-label=\"尋找共同作者\" data-placeholder=\"輸入姓名、員工編號或單位，由建議中選\""
        ) + WritingViews.theirs(.authors, sheet.conflict)
    }

    private static func reason(_ sheet: CaseFormViews.Sheet) -> HTML {
        guard let study = sheet.shown?.study else { return .empty }
        return FieldViews.text(
            "reason", label: CaseField.reason.name, value: sheet.form[.reason], hint: "在版本紀錄會看到。",
            error: sheet.error(.reason), isRequired: study.state == .returned, attributes: "maxlength=\"200\"")
    }
}
