/// The fields of the editor: those of every form, with what somebody else wrote meanwhile below.
enum PageFieldViews {
    static func text(
        _ field: PageField, _ sheet: PageFormViews.Sheet, hint: HTML = .empty, attributes: HTML = .empty,
        classes: String = "input"
    ) -> HTML {
        FieldViews.text(
            field.rawValue, label: PageTerms.name(of: field), value: sheet.form[field], hint: hint,
            error: sheet.error(field), isRequired: isRequired(field, sheet), attributes: attributes, classes: classes,
            after: theirs(field, sheet))
    }

    /// Text, with the values in use as suggestions.
    static func list(_ field: PageField, _ sheet: PageFormViews.Sheet, hint: HTML = .empty) -> HTML {
        let values = (sheet.facts.suggestions[field] ?? []).filter { !$0.isEmpty }
        guard !values.isEmpty else { return text(field, sheet, hint: hint) }
        return """
            \(text(field, sheet, hint: hint, attributes: "list=\"\(field.rawValue)-values\" autocomplete=\"off\""))\
            <datalist id="\(field.rawValue)-values">\(each: values.prefix(UnitChoice.limit), { "<option value=\"\($0)\"></option>" })</datalist>
            """
    }

    static func select(
        _ field: PageField, _ sheet: PageFormViews.Sheet, options: [FieldViews.Option], hint: HTML = .empty
    ) -> HTML {
        let chosen = sheet.form[field]
        let isKnown = options.contains { $0.value == chosen }
        let unknown = FieldViews.Option(value: chosen, words: PageTerms.shown(field, chosen))
        return FieldViews.select(
            field.rawValue, label: PageTerms.name(of: field), options: isKnown ? options : [unknown] + options,
            chosen: chosen, hint: hint, error: sheet.error(field), isRequired: isRequired(field, sheet),
            after: theirs(field, sheet))
    }

    static func check(
        _ field: PageField, value: String, words: String, _ sheet: PageFormViews.Sheet, hint: HTML
    ) -> HTML {
        """
        <div class="field"><label class="check"><input type="checkbox" id="\(field.rawValue)" name="\(field.rawValue)" \
        value="\(value)"\(FieldViews.described(field.rawValue, hint, nil))\(when: sheet.form[field] == value, " checked")>\(words)</label>\
        \(FieldViews.hint(field.rawValue, hint))\(theirs(field, sheet))</div>
        """
    }

    static func area(_ field: PageField, _ sheet: PageFormViews.Sheet, rows: Int, hint: HTML) -> HTML {
        FieldViews.area(
            field.rawValue, label: PageTerms.name(of: field), value: sheet.form[field], hint: hint,
            error: sheet.error(field), isRequired: isRequired(field, sheet), rows: rows,
            attributes: "spellcheck=\"false\"", classes: "input editor-text editor-whole")
    }

    private static func isRequired(_ field: PageField, _ sheet: PageFormViews.Sheet) -> Bool {
        PageForm.required(of: sheet.form.kind).contains(field)
    }

    private static func theirs(_ field: PageField, _ sheet: PageFormViews.Sheet) -> HTML {
        WritingViews.theirs(field, sheet.conflict)
    }
}
