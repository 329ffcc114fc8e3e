import GRDB

/// The people of an audience.
enum AudienceStore {
    /// Those in service today whom the audience includes, by unit; `unit` is the one that calls.
    static func members(of audience: Audience, unit: Unit, today: Day, in db: Database) throws -> [StaffMember] {
        let (listed, excepted) = (Set(audience.employees), Set(audience.except))
        var others = audience
        (others.employees, others.except) = ([], [])
        var members = try EmployeeStore.members(
            StaffFilter(unit: unit.position), scope: .everywhere, today: today, in: db
        ).filter { member in
            let number = member.employee.staffNumber
            guard !excepted.contains(number) else { return false }
            return listed.contains(number) || includes(member, audience: others, unit: unit)
        }
        var known = Set(members.map(\.employee.id))
        members += try EmployeeStore.members(staffNumbers: listed.subtracting(excepted), in: db)
            .filter { $0.employee.isInService(on: today) && known.insert($0.employee.id).inserted }
        return members
    }

    /// The ids of the same people, at units of `scope` alone, as a query among whom others count.
    static func ids(of audience: Audience, unit: Unit, scope: UnitScope, today: Day) -> SQL {
        let named: [SQL] = audience.units.map { name in
            let name = name == Audience.wholeOffice ? unit.fullName : name
            return "unit.fullName = \(name) OR substr(unit.fullName, 1, length(\(name)) + 1) = \(name + "/")"
        }
        return """
            SELECT employee.id FROM employee JOIN unit ON unit.id = employee.unitID
            WHERE \(scope.condition(on: "unit.path"))
                AND (startsOn IS NULL OR startsOn <= \(today)) AND (endsOn IS NULL OR endsOn >= \(today))
                AND staffNumber NOT IN \(audience.except) AND (staffNumber IN \(audience.employees)
                    OR unit.path LIKE \(unit.path + "%") AND (servesCounter OR NOT \(audience.counterOnly))
                        AND (position IN \(audience.positions) OR \((named + ["0"]).joined(separator: " OR "))))
            """
    }

    /// See `AudienceRules.includes`.
    static func includes(_ member: StaffMember, audience: Audience, unit: Unit) -> Bool {
        let candidate = AudienceCandidate(
            staffNumber: member.employee.staffNumber, unitName: member.unitName, position: member.employee.position,
            servesCounter: member.employee.servesCounter)
        return AudienceRules.includes(candidate, audience: audience, unit: unit)
    }

    /// See `AudienceRules.normalised`.
    static func normalised(_ audience: Audience, unit: Unit, in db: Database) throws -> Audience {
        AudienceRules.normalised(
            audience, units: try UnitStore.all(scope: .units([unit.position]), in: db), unit: unit)
    }

    /// See `AudienceRules.strangers`.
    static func strangers(in audience: Audience, unit: Unit, in db: Database) throws -> [AudienceStranger] {
        let scope = UnitScope.units([unit.position])
        let staff = try EmployeeStore.members(
            StaffFilter(presence: .all), scope: scope, today: Day(daysSinceEpoch: 0), in: db)
        return AudienceRules.strangers(
            in: audience, units: try UnitStore.all(scope: scope, in: db),
            positions: Set(staff.map(\.employee.position)), staffNumbers: Set(staff.map(\.employee.staffNumber)))
    }

    /// The positions of those in service below the unit, to be chosen from.
    static func positions(below unit: Unit, today: Day, in db: Database) throws -> [String] {
        let staff = try EmployeeStore.members(scope: .units([unit.position]), today: today, in: db)
        return Set(staff.map(\.employee.position)).sorted()
    }
}
