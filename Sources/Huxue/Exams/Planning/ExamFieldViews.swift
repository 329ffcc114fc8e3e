/// The fields of which the forms of exams are made.
enum ExamFieldViews {
    struct Option: Sendable {
        let value: String
        let words: String
    }

    static func options<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type, words: (Value) -> String
    ) -> [Option] {
        Value.allCases.map { Option(value: $0.rawValue, words: words($0)) }
    }

    static func select(
        _ name: String, label: String, options: [Option], chosen: String, hint: String = "", error: String? = nil
    ) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\(Self.hint(name, hint))\
        <select class="input" id="\(name)" name="\(name)"\(described(name, hint: hint, error: error))>\
        \(choices(options, chosen: chosen))</select>\(error.map { Component.fieldError(name, $0) })</div>
        """
    }

    static func choices(_ options: [Option], chosen: String) -> HTML {
        "\(each: options, { "<option value=\"\($0.value)\"\(when: $0.value == chosen, " selected")>\($0.words)</option>" })"
    }

    static func radios(
        _ name: String, legend: String, options: [Option], chosen: String, hint: String = "", error: String? = nil
    ) -> HTML {
        """
        <fieldset class="field" id="\(name)"\(described(name, hint: hint, error: error))><legend>\(legend)</legend>\
        \(Self.hint(name, hint))\(each: options, { radio(name, $0, isChosen: $0.value == chosen) })\
        \(error.map { Component.fieldError(name, $0) })</fieldset>
        """
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

    /// A short number with its unit behind it.
    static func number(
        _ name: String, label: String, value: String, unit: String, hint: String = "", error: String? = nil
    ) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\(Self.hint(name, hint))<span class="with-unit">\
        <input class="input input-short" id="\(name)" name="\(name)" inputmode="numeric" value="\(value)"\
        \(described(name, hint: hint, error: error))>\(unit)</span>\(error.map { Component.fieldError(name, $0) })</div>
        """
    }

    static func area(
        _ name: String, label: String, value: String, hint: String = "", error: String? = nil
    ) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>\(Self.hint(name, hint))\
        <textarea class="input" id="\(name)" name="\(name)" rows="3"\(described(name, hint: hint, error: error))>
        \(value)</textarea>\(error.map { Component.fieldError(name, $0) })</div>
        """
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
