/// The field in which a unit is chosen.
enum UnitFieldViews {
    /// `all`: the label of the empty choice; nil when a unit must be chosen.
    static func field(
        _ name: String, label: String, hint: HTML = .empty, choice: UnitChoice, all: String? = nil,
        error: String? = nil, isRequired: Bool = false
    ) -> HTML {
        guard choice.isWhole else {
            return FieldViews.text(
                name, label: label, value: choice.chosen?.shortName ?? choice.typed, hint: hint, error: error,
                isRequired: isRequired,
                attributes: "list=\"\(name)-list\" autocomplete=\"off\" placeholder=\"\(all ?? "單位名稱，或其中一部分")\"",
                after: """
                    <datalist id="\(name)-list">\(each: choice.units, { "<option value=\"\($0.shortName)\">" })</datalist>
                    """)
        }
        let none = all.map { [FieldViews.Option(value: "", words: $0)] } ?? []
        return FieldViews.select(
            name, label: label, options: none + options(choice.units) { "\($0.id)" },
            chosen: choice.chosen?.id.description ?? "", hint: hint, error: error,
            isRequired: isRequired)
    }

    /// The units as options, indented as a tree; `value`: what the form sends for a unit.
    static func options(_ units: [Unit], value: (Unit) -> String) -> [FieldViews.Option] {
        UnitTree.ordered(units).map { FieldViews.Option(value: value($0.unit), words: $0.indented) }
    }
}
