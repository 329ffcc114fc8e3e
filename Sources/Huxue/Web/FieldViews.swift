/// The labelled fields of which every form is made; hint and error are tied to their field.
enum FieldViews {
    struct Option: Sendable {
        let value: String
        let words: String
    }

    static func options<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type, words: (Value) -> String
    ) -> [Option] {
        Value.allCases.map { Option(value: $0.rawValue, words: words($0)) }
    }

    /// One line of text; `after` follows the field.
    ///
    /// `isRequired`: whether it is marked as a field that must not be empty.
    static func text(
        _ name: String, label: String, value: String = "", hint: HTML = .empty, error: String? = nil,
        isRequired: Bool = false, attributes: HTML = .empty, type: String = "text", classes: String = "input",
        after: HTML = .empty
    ) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\(Self.hint(name, hint))\
        <input class="\(classes)" id="\(name)" name="\(name)" type="\(type)" value="\(value)"\
        \(described(name, hint, error))\(required(isRequired)) \(attributes)>\(self.error(name, error))\(after)</div>
        """
    }

    /// A short number with its unit behind it.
    static func number(
        _ name: String, label: String, value: String, unit: String, hint: HTML = .empty, error: String? = nil
    ) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\(Self.hint(name, hint))<span class="with-unit">\
        <input class="input input-short" id="\(name)" name="\(name)" inputmode="numeric" value="\(value)"\
        \(described(name, hint, error))>\(unit)</span>\(self.error(name, error))</div>
        """
    }

    /// `name`: nil for the id.
    static func area(
        _ id: String, name: String? = nil, label: String, value: String, hint: HTML = .empty, error: String? = nil,
        isRequired: Bool = false, rows: Int = 3, attributes: HTML = .empty, classes: String = "input"
    ) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\(Self.hint(id, hint))\
        <textarea class="\(classes)" id="\(id)" name="\(name ?? id)" rows="\(rows)"\
        \(described(id, hint, error))\(required(isRequired)) \(attributes)>
        \(value)</textarea>\(self.error(id, error))</div>
        """
    }

    /// `id`: nil for the name; another where a page has two fields of one name.
    static func select(
        _ name: String, label: String, options: [Option], chosen: String, hint: HTML = .empty, error: String? = nil,
        isRequired: Bool = false, id: String? = nil, classes: String = "input", after: HTML = .empty
    ) -> HTML {
        let id = id ?? name
        return """
            <div class="field"><label for="\(id)">\(label)</label>\(Self.hint(id, hint))\
            <select class="\(classes)" id="\(id)" name="\(name)"\(described(id, hint, error))\
            \(required(isRequired))>\(choices(options, chosen: chosen))</select>\(self.error(id, error))\(after)</div>
            """
    }

    static func choices(_ options: [Option], chosen: String) -> HTML {
        "\(each: options, { "<option value=\"\($0.value)\"\(when: $0.value == chosen, " selected")>\($0.words)</option>" })"
    }

    static func radios(
        _ name: String, legend: String, options: [Option], chosen: String, hint: HTML = .empty, error: String? = nil
    ) -> HTML {
        group(
            name, legend: legend, hint: hint, error: error,
            "\(each: options, { radio(name, $0, isChosen: $0.value == chosen) })")
    }

    private static func radio(_ name: String, _ option: Option, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="radio" name="\(name)" value="\(option.value)"\(when: isChosen, " checked")>\
        \(option.words)</label>
        """
    }

    static func check(_ name: String, value: String = "1", words: String, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="checkbox" name="\(name)" value="\(value)"\(when: isChosen, " checked")>\
        \(words)</label>
        """
    }

    /// Several fields below one legend.
    static func group(
        _ id: String, legend: String, hint: HTML = .empty, error: String? = nil, _ content: HTML
    ) -> HTML {
        """
        <fieldset class="field" id="\(id)"\(described(id, hint, error))><legend>\(legend)</legend>\
        \(Self.hint(id, hint))\(content)\(self.error(id, error))</fieldset>
        """
    }

    /// What is wrong with the field `name`; nothing for nil.
    static func error(_ name: String, _ sentence: String?) -> HTML {
        guard let sentence else { return .empty }
        return "<span class=\"error\" id=\"\(name)-error\">\(Icon.cross)\(sentence)</span>"
    }

    static func hint(_ name: String, _ hint: HTML) -> HTML {
        hint.isEmpty ? .empty : "<span class=\"hint\" id=\"\(name)-hint\">\(hint)</span>"
    }

    /// Says that a field must not be empty; the style sheet puts the word behind its label.
    static func required(_ isRequired: Bool) -> HTML { isRequired ? " aria-required=\"true\"" : .empty }

    /// The attributes that tie hint and error to the field `name`.
    static func described(_ name: String, _ hint: HTML, _ error: String?) -> HTML {
        let ids = [hint.isEmpty ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        guard !ids.isEmpty else { return .empty }
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(when: error != nil, " aria-invalid=\"true\"")"
    }
}
