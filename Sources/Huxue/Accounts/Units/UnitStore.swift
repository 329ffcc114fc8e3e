import GRDB

enum UnitStore {
    static func unit(_ id: ID<Unit>, in db: Database) throws -> Unit? {
        try Row.fetchOne(db, sql: "SELECT * FROM unit WHERE id = ?", arguments: [id]).map(unit)
    }

    /// `fullName`: names from the root down, joined by `/`.
    static func unit(fullName: String, in db: Database) throws -> Unit? {
        try Row.fetchOne(db, sql: "SELECT * FROM unit WHERE fullName = ?", arguments: [fullName]).map(unit)
    }

    /// The unit above all others; nil before `huxue init`.
    static func root(in db: Database) throws -> Unit? {
        try Row.fetchOne(db, sql: "SELECT * FROM unit WHERE parentID IS NULL ORDER BY id LIMIT 1").map(unit)
    }

    /// The units of `scope` in the order in which they were made; see `UnitTree` for the order of the tree.
    static func all(scope: UnitScope = .everywhere, in db: Database) throws -> [Unit] {
        let query: SQL = "SELECT * FROM unit WHERE \(scope.condition(on: "unit.path")) ORDER BY id"
        return try SQLRequest<Row>(literal: query).fetchAll(db).map(unit)
    }

    /// The unit of that name, written from the root down, with or without the root itself.
    static func unit(named name: String, in db: Database) throws -> Unit? {
        if let unit = try unit(fullName: name, in: db) { return unit }
        guard let root = try root(in: db) else { return nil }
        return try unit(fullName: root.fullName + "/" + name, in: db)
    }

    /// How many people of each unit itself, not of those below it, are in service on `day`.
    static func staffCounts(on day: Day, in db: Database) throws -> [ID<Unit>: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT unitID, count(*) AS count FROM employee
                WHERE (startsOn IS NULL OR startsOn <= ?) AND (endsOn IS NULL OR endsOn >= ?) GROUP BY unitID
                """, arguments: [day, day])
        return Dictionary(rows.map { ($0["unitID"], $0["count"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// `parent`: nil for the root.
    static func insert(name: String, parent: Unit?, in db: Database) throws -> Unit {
        let id = ID<Unit>(rawValue: (try Int64.fetchOne(db, sql: "SELECT max(id) FROM unit") ?? 0) + 1)
        let unit = Unit(
            id: id, parentID: parent?.id, name: name, fullName: parent.map { $0.fullName + "/" + name } ?? name,
            path: (parent?.path ?? "/") + "\(id)/")
        try db.execute(
            sql: "INSERT INTO unit (id, parentID, name, fullName, path) VALUES (?, ?, ?, ?, ?)",
            arguments: [unit.id, unit.parentID, unit.name, unit.fullName, unit.path])
        return unit
    }

    /// Writes all of `unit` but its id.
    static func update(_ unit: Unit, in db: Database) throws {
        try db.execute(
            sql: "UPDATE unit SET parentID = ?, name = ?, fullName = ?, path = ? WHERE id = ?",
            arguments: [unit.parentID, unit.name, unit.fullName, unit.path, unit.id])
    }

    static func delete(_ id: ID<Unit>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM unit WHERE id = ?", arguments: [id])
    }

    private static func unit(_ row: Row) -> Unit {
        Unit(
            id: row["id"], parentID: row["parentID"], name: row["name"], fullName: row["fullName"], path: row["path"])
    }
}

extension UnitScope {
    /// What a query must ask so that it finds nothing outside this scope.
    ///
    /// `column`: the column that holds the unit's path, such as `unit.path`; never typed by people.
    func condition(on column: String) -> SQL {
        switch self {
        case .everywhere:
            return "1"
        case .units(let roots):
            guard !roots.isEmpty else { return "0" }
            let parts = roots.map { SQL("\(sql: column) LIKE \($0.rawValue + "%")") }
            return "(" + parts.joined(separator: " OR ") + ")"
        }
    }
}
