/// How the names in an audience are completed and checked against the calling unit.
enum AudienceRules {
    /// The fields with more than `limit` entries, by the names that forms use: `units`, `positions`, `employees`, `except`.
    static func overfull(_ audience: Audience, limit: Int) -> [String] {
        [
            ("units", audience.units), ("positions", audience.positions), ("employees", audience.employees),
            ("except", audience.except),
        ].filter { $0.1.count > limit }.map(\.0)
    }

    /// The audience with the full name of every unit.
    ///
    /// A unit may also be written with its path below the calling unit, or with its own name alone when only one of
    /// `units` has that name. Names of no unit stay as they are; `strangers` finds them.
    ///
    /// People may be written by name too, or as suggestions write them; who is meant gets their staff number.
    ///
    /// `units`: the calling unit `unit` and all below it. `people`: those whom the entries may mean.
    static func normalised(
        _ audience: Audience, units: [Unit], people: [PersonChoice] = [], unit: Unit
    ) -> Audience {
        func number(_ text: String) -> String {
            PersonChoiceRules.person(meant: text, among: people)?.staffNumber ?? text
        }
        var audience = audience
        audience.units = unique(audience.units.map { fullName(of: $0, units: units, below: unit) })
        audience.positions = unique(audience.positions)
        audience.employees = unique(audience.employees.map(number))
        audience.except = unique(audience.except.map(number))
        return audience
    }

    private static func fullName(of name: String, units: [Unit], below unit: Unit) -> String {
        if name == Audience.wholeOffice || units.contains(where: { $0.fullName == name }) { return name }
        let below = unit.fullName + "/" + name
        if units.contains(where: { $0.fullName == below }) { return below }
        let namesakes = units.filter { $0.name == name }
        return namesakes.count == 1 ? namesakes[0].fullName : name
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The names in the audience that belong to nothing within the calling unit and those below it.
    ///
    /// This keeps managers from assigning something to people of units that they do not manage.
    ///
    /// `units`: the calling unit and all below it. `people`: those whom entries that are no staff number may mean.
    static func strangers(
        in audience: Audience, units: [Unit], positions: Set<String>, staffNumbers: Set<String>,
        people: [PersonChoice] = []
    ) -> [AudienceStranger] {
        func stranger(_ text: String, _ field: String, _ unknown: AudienceStranger) -> AudienceStranger {
            if let (person, name) = PersonChoiceRules.misnamed(in: text, among: people) {
                return .misnamed(person, name: name, field: field)
            }
            let found = PersonChoiceRules.candidates(for: text, among: people)
            return found.count > 1 ? .namesakes(text, people: found, field: field) : unknown
        }
        let known = Set(units.map(\.fullName))
        return audience.units.filter { $0 != Audience.wholeOffice && !known.contains($0) }.map(AudienceStranger.unit)
            + audience.positions.filter { !positions.contains($0) }.map(AudienceStranger.position)
            + audience.employees.filter { !staffNumbers.contains($0) }
            .map { stranger($0, "employees", .employee($0)) }
            + audience.except.filter { !staffNumbers.contains($0) }.map { stranger($0, "except", .excepted($0)) }
    }
}
