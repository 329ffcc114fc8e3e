/// The fields of a question's form.
enum QuestionFieldViews {
    /// How many empty choices stand below those that are written.
    private static let spare = 1
    private static let least = 4

    /// What kind of question it is, and where it belongs.
    static func heads(_ sheet: QuestionFormViews.Sheet) -> HTML {
        let form = sheet.form
        return """
            <div class="field-row">\(select(.topic, sheet, topics(sheet)))\
            \(when: sheet.facts.banks.count > 1, select(.unit, sheet, banks(sheet), hint: "題庫屬於哪個單位，那個單位和下級的測驗就會抽到。"))\
            \(when: sheet.facts.banks.count <= 1, "<input type=\"hidden\" name=\"unit\" value=\"\(form[.unit])\">")</div>
            <div class="field-row">\(FieldViews.radios(
                "type", legend: QuestionField.type.name,
                options: FieldViews.options(QuestionType.self, words: QuestionTerms.name(of:)), chosen: form[.type],
                error: sheet.error(.type)))\
            \(FieldViews.radios(
                "level", legend: QuestionField.level.name,
                options: FieldViews.options(QuestionLevel.self, words: QuestionTerms.name(of:)), chosen: form[.level],
                error: sheet.error(.level)))</div>
            """
    }

    private static func topics(_ sheet: QuestionFormViews.Sheet) -> [FieldViews.Option] {
        [FieldViews.Option(value: "", words: "請選主題")]
            + sheet.facts.topics.map { FieldViews.Option(value: $0, words: $0) }
    }

    private static func banks(_ sheet: QuestionFormViews.Sheet) -> [FieldViews.Option] {
        sheet.facts.banks.map { FieldViews.Option(value: $0.unit, words: $0.name) }
    }

    static func text(_ sheet: QuestionFormViews.Sheet) -> HTML {
        FieldViews.area(
            QuestionField.stem.rawValue, label: QuestionField.stem.name, value: sheet.form[.stem],
            hint: "要強調的字用 *星號* 夾住，例如 *不得*。", error: sheet.error(.stem), isRequired: true, rows: 3,
            classes: "input editor-text") + theirs(.stem, sheet)
    }

    // MARK: Choices and key

    static func answers(_ sheet: QuestionFormViews.Sheet) -> HTML {
        let form = sheet.form
        let isStatement = form[.type] == QuestionType.trueFalse.rawValue
        let written = QuestionField.choices.lastIndex { !form[$0].isEmpty }.map { $0 + 1 } ?? 0
        let shown = min(QuestionField.choices.count, max(least, written + spare))
        let right = Set(QuestionForm.items(form[.answer]))
        return """
            <fieldset class="stack-tight" id="choice1" data-choices\(when: isStatement, " data-set-aside")>\
            <legend>選項，正確的打勾</legend>
            <p class="hint">空白的選項不算。可以用「上移」「下移」，或在選項裡按 Alt 加上下鍵調整順序。</p>\
            \(FieldViews.error("choice1", sheet.error(.choice1)))\(FieldViews.error("answer", isStatement ? nil : sheet.error(.answer)))
            <ol class="choice-list"\(when: !isStatement, " id=\"answer\"")>\(each: Array(QuestionField.choices.prefix(shown).enumerated()), { place, field in
                choice(field, place, isRight: right.contains("\(place + 1)"), sheet)
            })</ol>
            <p><button class="button button-quiet" name="intent" value="more" data-choice-more>加一個選項</button></p></fieldset>
            <div data-statement\(when: !isStatement, " data-set-aside")\(when: isStatement, " id=\"answer\"")>\(FieldViews.radios(
                "truth", legend: "這個敘述", options: [
                    FieldViews.Option(value: "1", words: "正確"), FieldViews.Option(value: "2", words: "錯誤"),
                ], chosen: isStatement ? form[.answer] : "", hint: "是非題才選。",
                error: isStatement ? sheet.error(.answer) : nil))</div>
            \(WritingViews.theirs(.answer, sheet.conflict, words: key(sheet)))
            """
    }

    private static func choice(
        _ field: QuestionField, _ place: Int, isRight: Bool, _ sheet: QuestionFormViews.Sheet
    ) -> HTML {
        let (number, name) = (place + 1, field.rawValue)
        return """
            <li class="choice-field">\
            <input class="input" id="\(name)-text" name="\(name)" value="\(sheet.form[field])" aria-label="選項 \(number)" \
            autocomplete="off"\(FieldViews.described(name, .empty, sheet.error(field)))>\
            <label class="check"><input type="checkbox" name="right" value="\(number)"\
            \(when: isRight, " checked")><span class="visually-hidden">選項 \(number) </span>正確</label>\
            <button class="button button-quiet button-small" name="intent" value="up-\(number)" data-choice-move="-1"\
            \(when: place == 0, " disabled") aria-label="選項 \(number) 上移">↑</button>\
            <button class="button button-quiet button-small" name="intent" value="down-\(number)" data-choice-move="1" \
            aria-label="選項 \(number) 下移">↓</button>\
            <button class="button button-quiet button-small" name="intent" value="remove-\(number)" data-choice-remove \
            aria-label="刪除選項 \(number)">\(Icon.cross)</button>\(theirs(field, sheet))</li>
            """
    }

    // MARK: Why

    static func reasons(_ sheet: QuestionFormViews.Sheet) -> HTML {
        """
        \(FieldViews.area(
            QuestionField.explanation.rawValue, label: QuestionField.explanation.name,
            value: sheet.form[.explanation], hint: "引用法條的文字放在「」裡。不要寫「答案是 A」：選項的順序會打亂。",
            error: sheet.error(.explanation), isRequired: true, rows: 5, classes: "input editor-text"))\
        \(theirs(.explanation, sheet))
        \(FieldViews.area(
            QuestionField.citations.rawValue, label: QuestionField.citations.name, value: citations(sheet),
            hint: "一行一條，例如：戶籍法第48條第1項。", error: sheet.error(.citations), isRequired: true, rows: 2,
            attributes: "data-completions=\"/citations/suggestions\" data-label=\"尋找法條\" data-placeholder=\"輸入法規與條號，或條文裡的字，由建議中選\""))\
        \(theirs(.citations, sheet))
        \(FieldViews.text(
            QuestionField.lawAsOf.rawValue, label: QuestionField.lawAsOf.name, value: sheet.form[.lawAsOf],
            hint: "依哪一天的法規核對過，例如 115/1/1。", error: sheet.error(.lawAsOf), isRequired: true,
            classes: "input input-short"))
        \(when: sheet.question != nil, FieldViews.text(
            QuestionField.reason.rawValue, label: QuestionField.reason.name, value: sheet.form[.reason],
            hint: "例如：條文修正後改寫、錯字。版本紀錄會列出。", error: sheet.error(.reason), isRequired: true,
            attributes: "maxlength=\"200\""))
        """
    }

    private static func theirs(_ field: QuestionField, _ sheet: QuestionFormViews.Sheet) -> HTML {
        WritingViews.theirs(field, sheet.conflict, name: field.rawValue)
    }

    /// The choices that are right by what is stored, as they stand in the form; nil without a conflict about them.
    private static func key(_ sheet: QuestionFormViews.Sheet) -> String? {
        guard let value = sheet.conflict?.merge.conflicts[.answer] else { return nil }
        guard sheet.form[.type] != QuestionType.trueFalse.rawValue else { return value == "1" ? "正確" : "錯誤" }
        return QuestionForm.items(value).map { number in
            let text = Int(number).flatMap {
                QuestionField.choices.indices.contains($0 - 1) ? sheet.form[QuestionField.choices[$0 - 1]] : nil
            }
            return "選項 \(number)\(text.map(Terms.quoted) ?? "")"
        }.joined(separator: "、")
    }

    /// One a line, as they are chosen.
    private static func citations(_ sheet: QuestionFormViews.Sheet) -> String {
        QuestionForm.items(sheet.form[.citations]).joined(separator: "\n")
    }

    private static func select(
        _ field: QuestionField, _ sheet: QuestionFormViews.Sheet, _ options: [FieldViews.Option], hint: HTML = .empty
    ) -> HTML {
        FieldViews.select(
            field.rawValue, label: field.name, options: options, chosen: sheet.form[field], hint: hint,
            error: sheet.error(field), isRequired: true) + theirs(field, sheet)
    }
}
