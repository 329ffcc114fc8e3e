/// The field in which a unit is chosen.
enum UnitChoiceViews {
    /// `all`: how no choice is called, where that is allowed.
    static func field(
        _ name: String, label: String, hint: String = "", choice: UnitChoice, all: String? = nil, error: String? = nil
    ) -> HTML {
        let described = [hint.isEmpty ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        return """
            <div class="field"><label for="\(name)">\(label)</label>\
            \(when: !hint.isEmpty, "<span class=\"hint\" id=\"\(name)-hint\">\(hint)</span>")\
            \(choice.isWhole
                ? list(name, choice, all: all, described: described)
                : typed(name, choice, all: all, described: described))\
            \(error.map { Component.fieldError(name, $0) })</div>
            """
    }

    private static func list(_ name: String, _ choice: UnitChoice, all: String?, described: [String]) -> HTML {
        """
        <select class="input" id="\(name)" name="\(name)"\(description(described))>\
        \(all.map { "<option value=\"\">\($0)</option>" as HTML })\
        \(UnitViews.options(choice.units, chosen: choice.chosen?.id))</select>
        """
    }

    private static func typed(_ name: String, _ choice: UnitChoice, all: String?, described: [String]) -> HTML {
        """
        <input class="input" id="\(name)" name="\(name)" value="\(choice.chosen?.shortName ?? choice.typed)" \
        list="\(name)-list" autocomplete="off" placeholder="\(all ?? "單位名稱，或其中一部分")"\(description(described))>\
        <datalist id="\(name)-list">\(each: choice.units, { "<option value=\"\($0.shortName)\">" })</datalist>
        """
    }

    private static func description(_ ids: [String]) -> HTML {
        ids.isEmpty ? .empty : " aria-describedby=\"\(ids.joined(separator: " "))\""
    }
}
