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
    /// `units`: the calling unit `unit` and all below it.
    static func normalised(_ audience: Audience, units: [Unit], unit: Unit) -> Audience {
        var audience = audience
        audience.units = unique(audience.units.map { fullName(of: $0, units: units, below: unit) })
        audience.positions = unique(audience.positions)
        audience.employees = unique(audience.employees)
        audience.except = unique(audience.except)
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
    /// `units`: the calling unit and all below it.
    static func strangers(
        in audience: Audience, units: [Unit], positions: Set<String>, staffNumbers: Set<String>
    ) -> [AudienceStranger] {
        let known = Set(units.map(\.fullName))
        return audience.units.filter { $0 != Audience.wholeOffice && !known.contains($0) }.map(AudienceStranger.unit)
            + audience.positions.filter { !positions.contains($0) }.map(AudienceStranger.position)
            + audience.employees.filter { !staffNumbers.contains($0) }.map(AudienceStranger.employee)
            + audience.except.filter { !staffNumbers.contains($0) }.map(AudienceStranger.excepted)
    }
}
