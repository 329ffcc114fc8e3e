import GRDB

/// The tree of units of an exam, opened level by level.
enum StandingActions {
    /// The level below the unit asked for, or where the part of the tree begins that `scope` shows of the exam.
    ///
    /// `asked`: nil, or a unit beyond that part, for its beginning.
    static func level(
        of exam: Exam, below asked: ID<Unit>?, scope: UnitScope, today: Day, in db: Database
    ) throws -> StandingLevel {
        guard let home = try UnitStore.unit(exam.unitID, in: db) else {
            return StandingLevel(unit: nil, above: [], lines: [], isTop: true)
        }
        let tops = StandingRules.tops(of: home.position, scope: scope)
        let wanted = try asked.flatMap { try UnitStore.unit($0, in: db) }
            .flatMap { unit in tops.contains { $0.covers(unit.position) } ? unit : nil }
        let only = tops.count == 1 ? tops[0].id : nil
        let unit = try wanted ?? only.flatMap { try UnitStore.unit($0, in: db) }
        let above = unit.map { unit in
            unit.position.above.filter { path in tops.contains { $0.covers(path) } }.compactMap(\.id)
        }
        return StandingLevel(
            unit: unit, above: try (above ?? []).compactMap { try UnitStore.unit($0, in: db) },
            lines: try StandingStore.level(of: exam, below: unit, tops: tops, scope: scope, today: today, in: db),
            isTop: unit.map { tops == [$0.position] } ?? true)
    }

    /// The figures of all that `scope` shows of the exam: those of its highest level, or counted for themselves.
    static func total(
        of exam: Exam, _ level: StandingLevel, scope: UnitScope, today: Day, in db: Database
    ) throws -> ExamStanding {
        try level.isTop
            ? .sum(level.lines.map(\.standing))
            : StandingStore.standing(of: exam, scope: scope, today: today, in: db)
    }
}
