import GRDB

enum ProgrammeStore {
    static func items(of unit: ID<Unit>, year: Int, in db: Database) throws -> [ProgrammeItem] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM programmeItem WHERE unitID = ? AND year = ? ORDER BY id", arguments: [unit, year]
        ).compactMap(item)
    }

    /// How the lines of the units of `scope` stand in a year; drafts of units beyond it are not spoken of.
    static func status(scope: UnitScope, year: Int, in db: Database) throws -> [ProgrammeStatus] {
        let units = try UnitStore.all(in: db)
        let visible = Set(try UnitStore.all(scope: scope, in: db).map(\.id))
        let unitOf = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) })
        let exams = try ExamStore.all(within: .everywhere, in: db).compactMap { exam in
            unitOf[exam.unitID].map { (exam: exam, unit: $0.position) }
        }.filter { $0.exam.state != .draft || visible.contains($0.exam.unitID) }
        return try Row.fetchAll(
            db, sql: "SELECT * FROM programmeItem WHERE year = ? ORDER BY unitID, id", arguments: [year]
        ).compactMap(item).compactMap { item in
            guard visible.contains(item.unitID), let unit = unitOf[item.unitID] else { return nil }
            return ProgrammeStatus(
                item: item, unitName: unit.fullName,
                parts: ProgrammeRules.parts(of: item, unit: unit.position, exams: exams))
        }
    }

    /// Puts these lines in place of those of the unit's year.
    /// - Throws: `ProgrammeRefusal`.
    static func replace(_ items: [ProgrammeItem], unit: ID<Unit>, year: Int, in db: Database) throws {
        try ProgrammeRules.check(items)
        guard ProgrammeRules.yearRange.contains(year) else { throw ProgrammeRefusal.noSuchYear }
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
