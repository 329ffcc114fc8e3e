import Foundation
import GRDB

/// The people of an audience.
enum AudienceStore {
    /// Whether an audience includes a person, as a condition on `employee` and their `unit` in a query.
    ///
    /// Those in service on `today` count. Who is excepted is out, whatever else holds; who is listed is in; units and
    /// positions count within `unit`, the one that calls, and `counterOnly` narrows them to those at a counter. What the
    /// audience does not say is left out of the condition, so that a call to everybody looks at units alone.
    static func condition(_ audience: Audience, unit: Unit, today: Day) -> SQL {
        var chosen: [SQL] = audience.units.contains(Audience.wholeOffice) ? ["1"] : audience.units.map(covered(by:))
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

    /// Whether the person's unit is the one of that name or below it.
    private static func covered(by name: String) -> SQL {
        "unit.fullName = \(name) OR substr(unit.fullName, 1, length(\(name)) + 1) = \(name + "/")"
    }

    /// The same by its place in the tree.
    private static func below(_ path: UnitPath) -> SQL {
        "unit.path >= \(path.rawValue) AND unit.path < \(path.end)"
    }

    /// However many values, the query stays the same and prepared.
    private static func list(_ values: [String]) -> SQL {
        let json = String(decoding: (try? JSONEncoder().encode(values)) ?? Data("[]".utf8), as: UTF8.self)
        return "(SELECT value FROM json_each(\(json)))"
    }

    /// The ids of those whom the audience includes, at units of `scope` alone, as a query among whom others count.
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

    /// Those whom the audience includes, by unit; `unit` is the one that calls.
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

    /// Which of these calls, by their places, include the person; one query for up to a hundred of them.
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
            guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else { return [] }
            found.formUnion(places.filter { (row[$0 - start] as Bool?) == true })
        }
        return found
    }

    /// See `AudienceRules.normalised`.
    static func normalised(_ audience: Audience, unit: Unit, in db: Database) throws -> Audience {
        AudienceRules.normalised(
            audience, units: try UnitStore.all(scope: .units([unit.position]), in: db), unit: unit)
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
        return AudienceRules.strangers(
            in: audience, units: try UnitStore.all(scope: .units([unit.position]), in: db),
            positions: try known("employee.position", among: audience.positions),
            staffNumbers: try known("employee.staffNumber", among: audience.employees + audience.except))
    }

    /// The positions of those in service within `scope`, to be chosen from.
    static func positions(within scope: UnitScope, today: Day, in db: Database) throws -> [String] {
        let query: SQL = """
            SELECT DISTINCT employee.position FROM \(PeopleStore.byUnit)
            WHERE \(scope.condition(on: "unit.path")) AND \(EmployeeStore.inService(on: today))
            """
        return try SQLRequest<String>(literal: query).fetchAll(db).sorted()
    }
}
