import GRDB

/// Rubrics and their versions.
enum RubricStore {
    // MARK: Reading

    /// The rubric in its newest version; nil when there is none.
    static func rubric(_ id: ID<Rubric>, in db: Database) throws -> Rubric? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM rubric WHERE id = ?", arguments: [id]),
            let version = try newest(of: id, in: db)
        else { return nil }
        return Rubric(id: id, code: row["code"], unitID: row["unitID"], version: version)
    }

    static func id(of code: String, unit: ID<Unit>, in db: Database) throws -> ID<Rubric>? {
        try ID<Rubric>.fetchOne(
            db, sql: "SELECT id FROM rubric WHERE unitID = ? AND code = ?", arguments: [unit, code])
    }

    /// One that is fixed never changes, so it is read once.
    static func version(_ id: ID<RubricVersion>, in db: Database) throws -> RubricVersion? {
        try FixedRubricCache.shared.version(id, of: db.configuration.label ?? "") {
            try Row.fetchOne(db, sql: "SELECT * FROM rubricVersion WHERE id = ?", arguments: [id])
                .map { (try version($0, in: db), isFixed: $0["isFixed"]) }
        }
    }

    static func version(
        _ number: Int, of id: ID<Rubric>, in db: Database
    ) throws -> RubricVersion? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM rubricVersion WHERE rubricID = ? AND number = ?", arguments: [id, number]
        ).map { try version($0, in: db) }
    }

    private static func newest(of id: ID<Rubric>, in db: Database) throws -> RubricVersion? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM rubricVersion WHERE rubricID = ? ORDER BY number DESC LIMIT 1", arguments: [id]
        ).map { try version($0, in: db) }
    }

    /// All rubrics of the units of `scope`, and of those above them, by title.
    static func lines(around scope: UnitScope, in db: Database) throws -> [RubricLine] {
        var condition: SQL = "1"
        if case .units(let roots) = scope, !scope.isEverywhere {
            condition = "rubric.unitID IN \(UnitPathStore.ids(around: roots))"
        }
        let query: SQL = """
            SELECT rubric.id, rubric.code, version.number, version.title, version.total, version.savedAt,
                unit.fullName, unit.path,
                (SELECT count(*) FROM rubricCriterion WHERE versionID = version.id) AS criteria,
                version.isFixed OR EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = version.id) AS isFrozen
            FROM rubric \(PeopleStore.unit(on: "rubric.unitID"))
            CROSS JOIN rubricVersion AS version ON version.rubricID = rubric.id
                AND version.number = (SELECT max(number) FROM rubricVersion WHERE rubricID = rubric.id)
            WHERE \(condition) ORDER BY version.title COLLATE nameOrder, rubric.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            RubricLine(
                id: row["id"], code: row["code"], title: row["title"], number: row["number"], total: row["total"],
                criteria: row["criteria"], unitName: row["fullName"], unit: UnitPath(rawValue: row["path"]),
                savedAt: row["savedAt"], isFrozen: row["isFrozen"])
        }
    }

    /// How many rubrics belong to the unit.
    static func count(of unit: ID<Unit>, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM rubric WHERE unitID = ?", arguments: [unit]) ?? 0
    }

    // MARK: Writing

    static func insert(_ code: String, unit: ID<Unit>, in db: Database) throws -> ID<Rubric> {
        try db.execute(sql: "INSERT INTO rubric (unitID, code) VALUES (?, ?)", arguments: [unit, code])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Adds the version of that number.
    static func add(
        _ plan: RubricPlan, number: Int, of id: ID<Rubric>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO rubricVersion (rubricID, number, edit, title, total, savedAt) VALUES (?, ?, 1, ?, ?, ?)
                """, arguments: [id, number, plan.title, plan.total, now])
        try insert(plan.criteria, of: ID(rawValue: db.lastInsertedRowID), in: db)
    }

    /// Changes a version by which nobody scores yet.
    static func replace(
        _ plan: RubricPlan, of version: ID<RubricVersion>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE rubricVersion SET edit = edit + 1, title = ?, total = ?, savedAt = ? WHERE id = ?",
            arguments: [plan.title, plan.total, now, version])
        try db.execute(sql: "DELETE FROM rubricLevel WHERE versionID = ?", arguments: [version])
        try db.execute(sql: "DELETE FROM rubricCriterion WHERE versionID = ?", arguments: [version])
        try insert(plan.criteria, of: version, in: db)
    }

    /// Keeps a version by which nobody scores yet from being changed.
    static func fix(_ version: ID<RubricVersion>, in db: Database) throws {
        try db.execute(sql: "UPDATE rubricVersion SET isFixed = 1 WHERE id = ?", arguments: [version])
    }

    private static func insert(
        _ criteria: [RubricCriterion], of version: ID<RubricVersion>, in db: Database
    ) throws {
        for (place, criterion) in criteria.enumerated() {
            var range: (lowest: Int?, highest: Int?, step: Int?) = (nil, nil, nil)
            if case .points(let from, let to, let step) = criterion.scale {
                range = (from.hundredths, to.hundredths, step.hundredths)
            }
            try db.execute(
                sql: """
                    INSERT INTO rubricCriterion (versionID, number, name, guide, weight, needsComment, lowest, highest,
                        step) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    version, place + 1, criterion.name, criterion.guide, criterion.weight.hundredths,
                    criterion.needsComment, range.lowest, range.highest, range.step,
                ])
            guard case .levels(let levels) = criterion.scale else { continue }
            for level in levels {
                try db.execute(
                    sql: "INSERT INTO rubricLevel (versionID, criterion, points, anchor) VALUES (?, ?, ?, ?)",
                    arguments: [version, place + 1, level.points.hundredths, level.anchor])
            }
        }
    }

    // MARK: Rows

    private static func version(_ row: Row, in db: Database) throws -> RubricVersion {
        let id: ID<RubricVersion> = row["id"]
        let levels = Dictionary(
            grouping: try Row.fetchAll(
                db, sql: "SELECT * FROM rubricLevel WHERE versionID = ? ORDER BY criterion, points", arguments: [id])
        ) { $0["criterion"] as Int }
        let criteria = try Row.fetchAll(
            db, sql: "SELECT * FROM rubricCriterion WHERE versionID = ? ORDER BY number", arguments: [id]
        ).map { criterion($0, levels: levels[$0["number"]] ?? []) }
        let isFixed: Bool = row["isFixed"]
        let isScored = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = ?)", arguments: [id])
        return RubricVersion(
            id: id, rubricID: row["rubricID"], number: row["number"], edit: row["edit"],
            plan: RubricPlan(title: row["title"], total: row["total"], criteria: criteria), savedAt: row["savedAt"],
            isFrozen: isFixed || isScored ?? false)
    }

    private static func criterion(_ row: Row, levels: [Row]) -> RubricCriterion {
        let scale: RubricScale
        if let lowest = row["lowest"] as Int?, let highest = row["highest"] as Int?, let step = row["step"] as Int? {
            scale = .points(
                from: Points(hundredths: lowest), to: Points(hundredths: highest), step: Points(hundredths: step))
        } else {
            scale = .levels(levels.map { RubricLevel(points: Points(hundredths: $0["points"]), anchor: $0["anchor"]) })
        }
        return RubricCriterion(
            name: row["name"], guide: row["guide"], weight: Points(hundredths: row["weight"]), scale: scale,
            needsComment: row["needsComment"])
    }
}
