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

    /// The units of `scope` in the order in which they were created; see `UnitTree` for the order of the tree.
    static func all(scope: UnitScope = .everywhere, in db: Database) throws -> [Unit] {
        let query: SQL = "SELECT * FROM unit WHERE \(scope.condition(on: "unit.path")) ORDER BY id"
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(unit)
    }

    /// The unit with this path of names, with or without the root's name at its beginning; nil when there is none.
    static func unit(named name: String, in db: Database) throws -> Unit? {
        if let unit = try unit(fullName: name, in: db) { return unit }
        guard let root = try root(in: db) else { return nil }
        return try unit(fullName: root.fullName + "/" + name, in: db)
    }

    /// The first `limit` units of `scope`, those highest in the tree first.
    static func uppermost(scope: UnitScope, limit: Int, in db: Database) throws -> [Unit] {
        let query: SQL = """
            SELECT * FROM unit WHERE \(scope.condition(on: "unit.path"))
            ORDER BY length(path) - length(replace(path, '/', '')), id LIMIT \(limit)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(unit)
    }

    /// The units of `scope` whose own name contains `text` or whose full name ends with it; the highest first.
    static func all(named text: String, scope: UnitScope, limit: Int, in db: Database) throws -> [Unit] {
        let query: SQL = """
            SELECT * FROM unit WHERE \(scope.condition(on: "unit.path")) 
                AND (instr(name, \(text)) > 0 OR substr(fullName, -length(\(text)) - 1) = \("/" + text))
            ORDER BY length(path) - length(replace(path, '/', '')), id LIMIT \(limit)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(unit)
    }

    /// The units above `unit` and the unit itself, from the root down.
    static func trail(to unit: Unit, in db: Database) throws -> [Unit] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM unit WHERE substr(?, 1, length(path)) = path ORDER BY length(path)",
            arguments: [unit.path]
        ).map { Self.unit($0) }
    }

    /// How many units are directly below this one.
    static func count(below id: ID<Unit>, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM unit WHERE parentID = ?", arguments: [id]) ?? 0
    }

    /// The units directly below this one with their figures on `day`, in the order in which they were created.
    static func figures(
        below id: ID<Unit>, on day: Day, limit: Int, offset: Int, in db: Database
    ) throws -> [UnitFigures] {
        try figures("shown.parentID = \(id)", on: day, limit: limit, offset: offset, in: db)
    }

    /// The figures of these units.
    static func figures(of paths: [UnitPath], on day: Day, in db: Database) throws -> [UnitFigures] {
        try figures("shown.path IN \(paths.map(\.rawValue))", on: day, limit: -1, offset: 0, in: db)
    }

    private static func figures(
        _ condition: SQL, on day: Day, limit: Int, offset: Int, in db: Database
    ) throws -> [UnitFigures] {
        // Paths end with a slash, and 0 is the character after it: paths between the two begin with this path.
        let query: SQL = """
            WITH level AS (SELECT * FROM unit AS shown WHERE \(condition) ORDER BY id LIMIT \(limit) OFFSET \(offset)),
            figure AS (
                SELECT level.id AS levelID, count(*) AS total, sum(employee.unitID = level.id) AS own
                FROM level JOIN unit AS below
                    ON below.path >= level.path AND below.path < rtrim(level.path, '/') || '0'
                JOIN employee ON employee.unitID = below.id
                WHERE (startsOn IS NULL OR startsOn <= \(day)) AND (endsOn IS NULL OR endsOn >= \(day))
                GROUP BY level.id)
            SELECT level.*, ifnull(figure.own, 0) AS own, ifnull(figure.total, 0) AS total,
                (SELECT count(*) FROM unit AS child WHERE child.parentID = level.id) AS below
            FROM level LEFT JOIN figure ON figure.levelID = level.id ORDER BY level.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            UnitFigures(unit: unit(row), own: row["own"], total: row["total"], below: row["below"])
        }
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

    /// Updates all columns of the unit except its id.
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
    /// The SQL condition that restricts a query to this scope.
    ///
    /// `column`: the column that holds the unit's path, such as `unit.path`; must never come from user input.
    func condition(on column: String) -> SQL {
        switch self {
        case .everywhere:
            return "1"
        case .units(let roots):
            guard !roots.isEmpty else { return "0" }
            guard !isEverywhere else { return "1" }
            let parts = roots.map {
                SQL("\(sql: column) >= \($0.rawValue) AND \(sql: column) < \($0.end)")
            }
            return "(" + parts.joined(separator: " OR ") + ")"
        }
    }
}
