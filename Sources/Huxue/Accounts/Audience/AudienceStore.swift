import Foundation
import GRDB

/// The people of an audience.
enum AudienceStore {
    /// Whether an audience includes a person, as a condition on `employee` and their `unit` in a query.
    ///
    /// Only people in service on `today` are included. Excepted people are excluded whatever else holds, and people
    /// listed by staff number are included. Units and positions are matched within the calling unit `unit`, and
    /// `counterOnly` narrows these matches to people at a counter. Empty fields add nothing to the condition, so that
    /// the query for everybody only compares units.
    static func condition(_ audience: Audience, unit: Unit, today: Day) -> SQL {
        var chosen: [SQL] = audience.units.contains(Audience.wholeOffice) ? ["1"] : []
        if chosen.isEmpty, !audience.units.isEmpty { chosen = ["unit.id IN \(covered(by: audience.units))"] }
        if !audience.positions.isEmpty { chosen.append("employee.position IN \(list(audience.positions))") }
        if chosen.isEmpty { chosen = ["0"] }
        var called: SQL = "\(below(unit.position)) AND (\(chosen.joined(separator: " OR ")))"
        if audience.counterOnly { called = "\(called) AND employee.servesCounter" }
        if !audience.employees.isEmpty {
            called = "(\(called) OR employee.staffNumber IN \(list(audience.employees)))"
        }
        if !audience.except.isEmpty { called = "\(called) AND employee.staffNumber NOT IN \(list(audience.except))" }
        return "\(called) AND \(EmployeeStore.inService(on: today))"
    }

    /// The ids of the units with these full names and of all below them, however many names there are.
    ///
    /// Full names below a unit begin with its own and a slash, and so lie before the same with `0`, which follows it.
    private static func covered(by names: [String]) -> SQL {
        """
        (SELECT covered.id FROM \(list(names)) AS named JOIN unit AS covered ON covered.fullName = named.value
        UNION ALL SELECT covered.id FROM \(list(names)) AS named
            JOIN unit AS covered ON covered.fullName > named.value || '/' AND covered.fullName < named.value || '0')
        """
    }

    /// Whether the person's unit is the unit at that path or one below it.
    private static func below(_ path: UnitPath) -> SQL {
        "unit.path >= \(path.rawValue) AND unit.path < \(path.end)"
    }

    /// One JSON parameter, so that one prepared statement serves any number of values.
    private static func list(_ values: [String]) -> SQL {
        let json = String(decoding: (try? JSONEncoder().encode(values)) ?? Data("[]".utf8), as: UTF8.self)
        return "(SELECT value FROM json_each(\(json)))"
    }

    /// A subquery for the ids of the people in the audience who belong to units of `scope`.
    static func ids(of audience: Audience, unit: Unit, scope: UnitScope = .everywhere, today: Day) -> SQL {
        """
        SELECT employee.id FROM \(PeopleStore.byUnit)
        WHERE \(scope.condition(on: "unit.path")) AND \(condition(audience, unit: unit, today: today))
        """
    }

    static func count(of audience: Audience, unit: Unit, today: Day, in db: Database) throws -> Int {
        let query: SQL = "SELECT count(*) FROM (\(ids(of: audience, unit: unit, today: today)))"
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    /// The people in the audience, ordered by unit; `unit` is the calling unit.
    static func members(of audience: Audience, unit: Unit, today: Day, in db: Database) throws -> [StaffMember] {
        try EmployeeStore.members(among: ids(of: audience, unit: unit, today: today), in: db)
    }

    static func includes(
        _ employee: ID<Employee>, audience: Audience, unit: Unit, today: Day, in db: Database
    ) throws -> Bool {
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM \(PeopleStore.one(employee))
                WHERE \(condition(audience, unit: unit, today: today)))
            """
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// The indices of those `calls` whose audience includes the person; makes one query for each hundred calls.
    static func including(
        _ employee: ID<Employee>, calls: [(audience: Audience, unit: Unit)], today: Day, in db: Database
    ) throws -> Set<Int> {
        var found: Set<Int> = []
        for start in stride(from: 0, to: calls.count, by: 100) {
            let places = start..<min(start + 100, calls.count)
            let columns = places.map { place -> SQL in
                "(\(condition(calls[place].audience, unit: calls[place].unit, today: today)))"
            }
            let query: SQL = "SELECT \(columns.joined(separator: ", ")) FROM \(PeopleStore.one(employee))"
            guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else { return [] }
            found.formUnion(places.filter { (row[$0 - start] as Bool?) == true })
        }
        return found
    }

    /// See `AudienceRules.normalised`.
    static func normalised(_ audience: Audience, unit: Unit, in db: Database) throws -> Audience {
        let scope = UnitScope.units([unit.position])
        return AudienceRules.normalised(
            audience, units: try UnitStore.all(scope: scope, in: db),
            people: try PersonChoiceStore.people(
                mentioned: audience.employees + audience.except, scope: scope, in: db), unit: unit)
    }

    /// See `AudienceRules.strangers`.
    static func strangers(in audience: Audience, unit: Unit, in db: Database) throws -> [AudienceStranger] {
        func known(_ column: String, among values: [String]) throws -> Set<String> {
            let query: SQL = """
                SELECT DISTINCT \(sql: column) FROM \(PeopleStore.byUnit)
                WHERE \(sql: column) IN \(list(values)) AND \(below(unit.position))
                """
            return values.isEmpty ? [] : try Set(SQLRequest<String>(literal: query, cached: true).fetchAll(db))
        }
        let (scope, named) = (UnitScope.units([unit.position]), audience.employees + audience.except)
        return AudienceRules.strangers(
            in: audience, units: try UnitStore.all(scope: scope, in: db),
            positions: try known("employee.position", among: audience.positions),
            staffNumbers: try known("employee.staffNumber", among: named),
            people: try PersonChoiceStore.people(mentioned: named, scope: scope, in: db))
    }

    /// The choices of a form within `scope`: its units, and the positions of the people in service there.
    ///
    /// `audience`: the stored one, whose people the form shows by name; nil for none.
    static func choice(
        within scope: UnitScope, caller: Unit?, naming audience: Audience? = nil, today: Day, in db: Database
    ) throws -> AudienceChoice {
        let units = try UnitStore.uppermost(scope: scope, limit: UnitChoice.limit + 1, in: db)
        return AudienceChoice(
            units: units.count > UnitChoice.limit ? nil : UnitTree.ordered(units), caller: caller?.id,
            positions: try positions(within: scope, today: today, in: db).keys.sorted(),
            people: try audience.map { try texts(of: $0, in: db) } ?? [:])
    }

    /// The people whom the audience names, as forms write them, by staff number.
    private static func texts(of audience: Audience, in db: Database) throws -> [String: String] {
        let numbers = audience.employees + audience.except
        guard !numbers.isEmpty else { return [:] }
        let people = try PersonChoiceStore.people(numbers: numbers, names: [], scope: .everywhere, in: db)
        return Dictionary(people.map { ($0.staffNumber, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many people each choice reaches; units are not counted one by one when the form asks for their names.
    static func reach(
        of choice: AudienceChoice, within scope: UnitScope, today: Day, in db: Database
    ) throws -> AudienceReach {
        let positions = try positions(within: scope, today: today, in: db)
        let paths = (choice.units ?? []).map(\.unit.position)
        let figures = try UnitStore.figures(of: paths, on: today, in: db)
        return AudienceReach(
            units: Dictionary(
                figures.map { ($0.unit.fullName, $0.total) }, uniquingKeysWith: { first, _ in first }),
            positions: positions, everybody: positions.values.reduce(0, +))
    }

    /// The positions of the people in service within `scope`, and how many people hold each.
    private static func positions(within scope: UnitScope, today: Day, in db: Database) throws -> [String: Int] {
        let query: SQL = """
            SELECT employee.position, count(*) AS count FROM \(PeopleStore.byUnit)
            WHERE \(scope.condition(on: "unit.path")) AND \(EmployeeStore.inService(on: today))
            GROUP BY employee.position
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(rows.map { ($0["position"], $0["count"]) }, uniquingKeysWith: +)
    }
}
