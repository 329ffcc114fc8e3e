import GRDB

enum ProgrammeStore {
    static func items(of unit: ID<Unit>, year: Int, in db: Database) throws -> [ProgrammeItem] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM programmeItem WHERE unitID = ? AND year = ? ORDER BY id", arguments: [unit, year]
        ).compactMap(item)
    }

    /// The lines of the units of `scope` in a year, with their units.
    static func items(
        within scope: UnitScope, year: Int, in db: Database
    ) throws -> [(item: ProgrammeItem, unitName: String, unit: UnitPath)] {
        let query: SQL = """
            SELECT programmeItem.*, unit.fullName, unit.path FROM programmeItem
            \(PeopleStore.unit(on: "programmeItem.unitID"))
            WHERE programmeItem.year = \(year) AND \(scope.condition(on: "unit.path"))
            ORDER BY programmeItem.unitID, programmeItem.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap { row in
            item(row).map { ($0, row["fullName"], UnitPath(rawValue: row["path"])) }
        }
    }

    /// Replaces the lines of the unit's year.
    static func replace(_ items: [ProgrammeItem], unit: ID<Unit>, year: Int, in db: Database) throws {
        try db.execute(sql: "DELETE FROM programmeItem WHERE unitID = ? AND year = ?", arguments: [unit, year])
        for item in items {
            try db.execute(
                sql: """
                    INSERT INTO programmeItem (unitID, year, kind, period, count, counterOnly)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [unit, year, item.kind.rawValue, item.period.rawValue, item.count, item.counterOnly])
        }
    }

    private static func item(_ row: Row) -> ProgrammeItem? {
        guard let kind = ExamKind(rawValue: row["kind"]), let period = ProgrammePeriod(rawValue: row["period"]) else {
            return nil
        }
        return ProgrammeItem(
            unitID: row["unitID"], year: row["year"], kind: kind, period: period, count: row["count"],
            counterOnly: row["counterOnly"])
    }
}
