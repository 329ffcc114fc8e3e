/// The fields of a form that describe the audience of an exam or an announcement.
enum AudienceViews {
    /// `caller`: the name of the calling unit; `duty`: what excepted people need not do.
    static func fields(
        _ form: AudienceForm, choice: AudienceChoice, caller: String, duty: String, error: (String) -> String?
    ) -> HTML {
        func people(_ text: String) -> String {
            guard !choice.people.isEmpty else { return text }
            return Form.words(typed: text).map { choice.people[$0] ?? $0 }.joined(separator: "\n")
        }
        return """
            <p>單位、職稱與另外指定的同仁，符合其中一項的都要\(duty)。只給某單位的某職稱，請用「另外指定」或「排除」。</p>
            \(units(form, choice, caller: caller, error: error("units")))
            \(positions(form, choice, error: error("positions")))
            \(check("counterOnly", value: "1", words: "單位與職稱只取臨櫃同仁", isChosen: form.counterOnly))
            \(PersonFieldViews.several(
                "employees", label: "另外指定的同仁", value: people(form.employees), error: error("employees")))
            \(PersonFieldViews.several(
                "except", label: "排除的同仁", value: people(form.except), hint: "無論符合哪一項，都不必\(duty)",
                error: error("except")))
            """
    }

    private static func units(
        _ form: AudienceForm, _ choice: AudienceChoice, caller: String, error: String?
    ) -> HTML {
        let whole = check(
            "units", value: Audience.wholeOffice, words: "\(caller)全體同仁", count: choice.reach?.everybody,
            isChosen: form.units.contains(Audience.wholeOffice))
        guard let units = choice.units, form.unitNames.isEmpty else { return typed(form, whole: whole, error: error) }
        let offered = units.filter { $0.unit.id != choice.caller || form.units.contains($0.unit.fullName) }
        let known = Set(units.map(\.unit.fullName)).union([Audience.wholeOffice])
        let others = form.units.filter { !known.contains($0) }
        return FieldViews.group(
            "units", legend: "單位", error: error,
            """
            \(whole)\(each: offered, { branch in
                check(
                    "units", value: branch.unit.fullName,
                    words: branch.indented,
                    count: choice.reach?.units[branch.unit.fullName], isChosen: form.units.contains(branch.unit.fullName))
            })\(each: others, { check("units", value: $0, words: $0, isChosen: true) })
            """)
    }

    /// A field for unit names, one in each line, for when there are too many units to list.
    private static func typed(_ form: AudienceForm, whole: HTML, error: String?) -> HTML {
        let names = form.units.filter { $0 != Audience.wholeOffice } + Form.lines(typed: form.unitNames)
        return """
            \(FieldViews.group("whole", legend: "單位", whole))
            \(FieldViews.area(
                "units", name: "unitNames", label: "其中的單位", value: names.joined(separator: "\n"),
                hint: "單位名稱，一行一個，含其下所有單位；名稱只有一個單位使用時，可以只寫最後一段", error: error))
            """
    }

    private static func positions(_ form: AudienceForm, _ choice: AudienceChoice, error: String?) -> HTML {
        let shown = choice.positions + form.positions.filter { !choice.positions.contains($0) }
        guard !shown.isEmpty else { return .empty }
        return FieldViews.group(
            "positions", legend: "職稱", error: error,
            """
            <div class="checks">\(each: shown, { position in
                check(
                    "positions", value: position, words: position.isEmpty ? "（未填職稱）" : position,
                    count: choice.reach?.positions[position], isChosen: form.positions.contains(position))
            })</div>
            """)
    }

    private static func check(
        _ name: String, value: String, words: String, count: Int? = nil, isChosen: Bool
    ) -> HTML {
        """
        <label class="check"><input type="checkbox" name="\(name)" value="\(value)"\(when: isChosen, " checked")>\
        <span>\(words)\(count.map { "<span class=\"soft\">　\($0) 人</span>" as HTML })</span></label>
        """
    }
}
