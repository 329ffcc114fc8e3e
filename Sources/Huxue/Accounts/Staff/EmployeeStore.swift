import Foundation
import GRDB

enum EmployeeStore {
    private static let selection = """
        SELECT employee.*, unit.fullName AS unitName, unit.path AS unitPath, account.id AS accountID, account.login,
            account.passwordHash IS NOT NULL AS hasPassword, coalesce(account.passwordIsIssued, 0) AS passwordIsIssued
        FROM employee JOIN unit ON unit.id = employee.unitID LEFT JOIN account ON account.employeeID = employee.id
        """

    /// The employee with unit and account; nil when there is none within `scope`.
    static func member(_ id: ID<Employee>, scope: UnitScope, in db: Database) throws -> StaffMember? {
        let query: SQL = """
            \(sql: selection) WHERE employee.id = \(id) AND \(scope.condition(on: "unit.path"))
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map(member)
    }

    static func member(login: String, in db: Database) throws -> StaffMember? {
        let query: SQL = "\(sql: selection) WHERE account.login = \(login)"
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map(member)
    }

    static func member(staffNumber: String, in db: Database) throws -> StaffMember? {
        let query: SQL = "\(sql: selection) WHERE employee.staffNumber = \(staffNumber)"
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map(member)
    }

    /// The people with these staff numbers, in the order of the numbers; makes one query.
    static func members(staffNumbers: Set<String>, in db: Database) throws -> [StaffMember] {
        guard !staffNumbers.isEmpty else { return [] }
        let list = String(decoding: try JSONEncoder().encode(staffNumbers), as: UTF8.self)
        let query: SQL = """
            \(sql: selection) WHERE employee.staffNumber IN (SELECT value FROM json_each(\(list)))
            ORDER BY employee.staffNumber
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(member)
    }

    /// The people whose ids the query `ids` gives, ordered by unit and staff number.
    static func members(among ids: SQL, in db: Database) throws -> [StaffMember] {
        let query: SQL = """
            \(sql: selection) WHERE employee.id IN (\(ids)) ORDER BY unit.path, employee.staffNumber
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(member)
    }

    /// Whether somebody is in service on `day`, as a condition on `employee`.
    static func inService(on day: Day) -> SQL {
        """
        (employee.startsOn IS NULL OR employee.startsOn <= \(day)) AND (employee.endsOn IS NULL OR employee.endsOn >= \(day))
        """
    }

    /// The people in `scope` that the filter lets through.
    ///
    /// `today`: the day for which the filter decides who is in service. `limit`: nil for all.
    static func members(
        _ filter: StaffFilter = StaffFilter(), scope: UnitScope, today: Day, limit: Int? = nil, offset: Int = 0,
        in db: Database
    ) throws -> [StaffMember] {
        let query: SQL = """
            \(sql: selection) WHERE \(condition(filter, scope: scope, today: today))
            ORDER BY \(sql: order(filter)) LIMIT \(limit ?? -1) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(member)
    }

    static func count(_ filter: StaffFilter, scope: UnitScope, today: Day, in db: Database) throws -> Int {
        let query: SQL = """
            SELECT count(*) FROM employee JOIN unit ON unit.id = employee.unitID
            LEFT JOIN account ON account.employeeID = employee.id
            WHERE \(condition(filter, scope: scope, today: today))
            """
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    /// Without what stands between the parts of a name: 瓦歷斯·諾幹.
    private static let plainName = "·‧・．• 　".reduce("lower(employee.name)") { "replace(\($0), '\($1)', '')" }

    /// The people in `scope` whose name, staff number or login fits every one of the patterns of GLOB, those in service
    /// on `today` first; at most `limit`.
    static func found(
        _ patterns: [String], scope: UnitScope, today: Day, limit: Int, in db: Database
    ) throws -> [ID<Employee>] {
        let conditions: [SQL] = patterns.map { pattern in
            """
            (\(sql: plainName) GLOB \(pattern)
                OR lower(employee.staffNumber) GLOB \(pattern) OR account.login GLOB \(pattern))
            """
        }
        let query: SQL = """
            SELECT employee.id FROM employee JOIN unit ON unit.id = employee.unitID
            LEFT JOIN account ON account.employeeID = employee.id
            WHERE \(scope.condition(on: "unit.path")) AND \(conditions.joined(separator: " AND "))
            ORDER BY NOT (\(inService(on: today))), employee.name COLLATE nameOrder, employee.staffNumber LIMIT \(limit)
            """
        return try SQLRequest<ID<Employee>>(literal: query).fetchAll(db)
    }

    static func insert(
        staffNumber: String, name: String, unit: ID<Unit>, position: String, servesCounter: Bool, startsOn: Day?,
        endsOn: Day?, in db: Database
    ) throws -> ID<Employee> {
        try db.cachedStatement(
            sql: """
                INSERT INTO employee (staffNumber, name, unitID, position, servesCounter, startsOn, endsOn)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [staffNumber, name, unit, position, servesCounter, startsOn, endsOn])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Writes all of `employee` but its id.
    static func update(_ employee: Employee, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE employee SET staffNumber = ?, name = ?, unitID = ?, position = ?, servesCounter = ?,
                    startsOn = ?, endsOn = ? WHERE id = ?
                """
        ).execute(arguments: [
            employee.staffNumber, employee.name, employee.unitID, employee.position, employee.servesCounter,
            employee.startsOn, employee.endsOn, employee.id,
        ])
    }

    /// The names of the people in the unit itself who have not left, also if not yet in service, by staff number.
    static func names(notLeftBefore day: Day, unit: ID<Unit>, in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM employee WHERE unitID = ? AND (endsOn IS NULL OR endsOn >= ?) ORDER BY staffNumber
                """, arguments: [unit, day])
    }

    /// Moves everybody of one unit to another and returns how many people that were.
    static func move(from unit: ID<Unit>, to other: ID<Unit>, in db: Database) throws -> Int {
        try db.execute(sql: "UPDATE employee SET unitID = ? WHERE unitID = ?", arguments: [other, unit])
        return db.changesCount
    }

    private static func condition(_ filter: StaffFilter, scope: UnitScope, today: Day) -> SQL {
        var conditions: [SQL] = [scope.condition(on: "unit.path")]
        if let unit = filter.unit { conditions.append("unit.path LIKE \(unit.rawValue + "%")") }
        switch filter.presence {
        case .inService: conditions.append(inService(on: today))
        case .left: conditions.append("NOT (\(inService(on: today)))")
        case .all: break
        }
        if !filter.search.isEmpty {
            conditions.append(
                """
                (instr(employee.staffNumber, \(filter.search)) > 0 OR instr(employee.name, \(filter.search)) > 0
                    OR instr(employee.position, \(filter.search)) > 0
                    OR instr(account.login, \(filter.search.lowercased())) > 0)
                """)
        }
        if filter.withoutPassword { conditions.append("account.id IS NOT NULL AND account.passwordHash IS NULL") }
        return conditions.joined(separator: " AND ")
    }

    private static func order(_ filter: StaffFilter) -> String {
        let direction = filter.descending ? " DESC" : ""
        let column =
            switch filter.order {
            case .unit: "unit.path"
            case .staffNumber: "employee.staffNumber"
            case .name: "employee.name COLLATE nameOrder"
            case .position: "employee.position COLLATE nameOrder"
            case .login: "account.login"
            case .startsOn: "employee.startsOn"
            }
        return "\(column)\(direction), employee.staffNumber"
    }

    private static func member(_ row: Row) -> StaffMember {
        StaffMember(
            employee: Employee(
                id: row["id"], staffNumber: row["staffNumber"], name: row["name"], unitID: row["unitID"],
                position: row["position"], servesCounter: row["servesCounter"], startsOn: row["startsOn"],
                endsOn: row["endsOn"]),
            unitName: row["unitName"], unit: UnitPath(rawValue: row["unitPath"]), account: row["accountID"],
            login: row["login"], hasPassword: row["hasPassword"], passwordIsIssued: row["passwordIsIssued"])
    }
}
