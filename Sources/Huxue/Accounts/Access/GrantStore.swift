import GRDB

enum GrantStore {
    /// The grants at units of `scope`, ordered by unit and person; `employee`: nil for everybody's grants.
    static func grants(scope: UnitScope, of employee: ID<Employee>? = nil, in db: Database) throws -> [GrantEntry] {
        var query: SQL = """
            SELECT roleGrant.*, coalesce(account.login, '') AS login, employee.name, unit.fullName, unit.path
            FROM roleGrant JOIN employee ON employee.id = roleGrant.employeeID
            JOIN unit ON unit.id = roleGrant.unitID LEFT JOIN account ON account.employeeID = employee.id
            WHERE \(scope.condition(on: "unit.path"))
            """
        if let employee { query += " AND roleGrant.employeeID = \(employee)" }
        query += " ORDER BY unit.path, roleGrant.role, employee.staffNumber"
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap { row in
            Role(rawValue: row["role"]).map { role in
                GrantEntry(
                    employee: row["employeeID"], login: row["login"], name: row["name"], role: role,
                    unitID: row["unitID"], unitName: row["fullName"], unit: UnitPath(rawValue: row["path"]),
                    grantedAt: row["grantedAt"])
            }
        }
    }

    /// False when the person has this role there already.
    static func insert(
        _ role: Role, at unit: ID<Unit>, for employee: ID<Employee>, now: Moment, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO roleGrant (employeeID, role, unitID, grantedAt) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, arguments: [employee, role.rawValue, unit, now])
        return db.changesCount > 0
    }

    /// False when the person does not have this role there.
    static func delete(_ role: Role, at unit: ID<Unit>, of employee: ID<Employee>, in db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM roleGrant WHERE employeeID = ? AND role = ? AND unitID = ?",
            arguments: [employee, role.rawValue, unit])
        return db.changesCount > 0
    }

    /// Everybody who holds a grant to administer the whole office, whether in service or not.
    static func administrators(in db: Database) throws -> Set<ID<Employee>> {
        try ID<Employee>.fetchSet(
            db,
            sql: """
                SELECT employeeID FROM roleGrant JOIN unit ON unit.id = roleGrant.unitID
                WHERE roleGrant.role = 'admin' AND unit.parentID IS NULL
                """)
    }

    /// Whether anybody holds a role other than `role`.
    static func hasAny(besides role: Role, in db: Database) throws -> Bool {
        let query: SQL = "SELECT EXISTS (SELECT 1 FROM roleGrant WHERE role <> \(role.rawValue))"
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// The people in service on `day` who hold a role at a unit or above it.
    ///
    /// `unit`: nil for the whole office.
    static func holders(
        of role: Role, at unit: UnitPath?, on day: Day, in db: Database
    ) throws -> Set<ID<Employee>> {
        let place: SQL =
            unit.map { "substr(\($0.rawValue), 1, length(unit.path)) = unit.path" } ?? "unit.parentID IS NULL"
        let query: SQL = """
            SELECT employee.id FROM roleGrant
            JOIN unit ON unit.id = roleGrant.unitID JOIN employee ON employee.id = roleGrant.employeeID
            WHERE roleGrant.role = \(role.rawValue) AND \(place) AND \(EmployeeStore.inService(on: day))
            """
        return try SQLRequest<ID<Employee>>(literal: query, cached: true).fetchSet(db)
    }

    /// How many people in service on `day` are administrators of the whole office.
    static func administratorCount(on day: Day, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT employee.id) FROM roleGrant JOIN unit ON unit.id = roleGrant.unitID
                JOIN employee ON employee.id = roleGrant.employeeID
                WHERE roleGrant.role = 'admin' AND unit.parentID IS NULL
                    AND (startsOn IS NULL OR startsOn <= ?) AND (endsOn IS NULL OR endsOn >= ?)
                """, arguments: [day, day]) ?? 0
    }
}
