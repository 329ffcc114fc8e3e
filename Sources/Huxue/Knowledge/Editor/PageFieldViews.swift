/// The input fields of the editor.
enum PageFieldViews {
    struct Option: Sendable {
        let value: String
        let words: String
    }

    static func label(_ field: PageField) -> String { PageTerms.name(of: field) }

    static func text(
        _ field: PageField, _ sheet: PageFormViews.Sheet, hint: String = "", attributes: HTML = .empty,
        classes: String = "input"
    ) -> HTML {
        """
        \(Component.field(
            field.rawValue, label: label(field), value: sheet.form[field], hint: hint, error: sheet.error(field),
            attributes: attributes, classes: classes))\(theirs(field, sheet))
        """
    }

    /// Values apart by commas, with those in use as suggestions.
    static func list(_ field: PageField, _ sheet: PageFormViews.Sheet, hint: String = "") -> HTML {
        let values = sheet.facts.suggestions[field] ?? []
        guard !values.isEmpty else { return text(field, sheet, hint: hint) }
        return """
            \(text(field, sheet, hint: hint, attributes: "list=\"\(field.rawValue)-values\" autocomplete=\"off\""))\
            <datalist id="\(field.rawValue)-values">\(each: values.prefix(100), { "<option value=\"\($0)\"></option>" })</datalist>
            """
    }

    static func select(
        _ field: PageField, _ sheet: PageFormViews.Sheet, options: [Option], hint: String = ""
    ) -> HTML {
        let (name, chosen, error) = (field.rawValue, sheet.form[field], sheet.error(field))
        let isKnown = options.contains { $0.value == chosen }
        let all = isKnown ? options : [Option(value: chosen, words: PageTerms.shown(field, chosen))] + options
        return """
            <div class="field"><label for="\(name)">\(label(field))</label>\(Self.hint(name, hint))\
            <select class="input" id="\(name)" name="\(name)"\(described(name, hint: hint, error: error))>\
            \(each: all, { "<option value=\"\($0.value)\"\(when: $0.value == chosen, " selected")>\($0.words)</option>" })\
            </select>\(error.map { Component.fieldError(name, $0) })\(theirs(field, sheet))</div>
            """
    }

    static func check(_ field: PageField, value: String, words: String, _ sheet: PageFormViews.Sheet, hint: String)
        -> HTML
    {
        """
        <div class="field"><label class="check"><input type="checkbox" id="\(field.rawValue)" name="\(field.rawValue)" \
        value="\(value)" aria-describedby="\(field.rawValue)-hint"\(when: sheet.form[field] == value, " checked")>\(words)</label>\
        \(Self.hint(field.rawValue, hint))\(theirs(field, sheet))</div>
        """
    }

    static func area(_ field: PageField, _ sheet: PageFormViews.Sheet, rows: Int, hint: HTML) -> HTML {
        let (name, error) = (field.rawValue, sheet.error(field))
        return """
            <div class="field"><label for="\(name)">\(label(field))</label>\
            <span class="hint" id="\(name)-hint">\(hint)</span>\
            <textarea class="input editor-text" id="\(name)" name="\(name)" rows="\(rows)" spellcheck="false"\
            \(described(name, hint: "-", error: error))>
            \(sheet.form[field])</textarea>\(error.map { Component.fieldError(name, $0) })</div>
            """
    }

    private static func theirs(_ field: PageField, _ sheet: PageFormViews.Sheet) -> HTML {
        WritingViews.theirs(field, sheet.conflict)
    }

    private static func hint(_ name: String, _ hint: String) -> HTML {
        hint.isEmpty ? .empty : "<span class=\"hint\" id=\"\(name)-hint\">\(hint)</span>"
    }

    private static func described(_ name: String, hint: String, error: String?) -> HTML {
        let ids = [hint.isEmpty ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        guard !ids.isEmpty else { return .empty }
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(when: error != nil, " aria-invalid=\"true\"")"
    }
}
