/// How an audience is written: by full names, of units and people of the unit that calls.
enum AudienceRules {
    /// The audience with every unit by its full name.
    ///
    /// A name that is no full name may be written from the calling unit down, or be the last part alone when only one
    /// of `units`, the calling one and all below it, has it. Names that fit nothing stay as they are; `strangers` finds them.
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

    /// What in the audience is not within the calling unit and those below it, which are `units`.
    ///
    /// So nobody calls in people of a unit that is not theirs to manage.
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
