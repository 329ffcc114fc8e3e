import GRDB

/// The tree of units of an exam, opened level by level.
enum StandingActions {
    /// The level below the unit `asked`, within what `scope` shows of the exam's part of the tree.
    ///
    /// `asked`: nil, or a unit outside that part, for its topmost level.
    static func level(
        of exam: Exam, below asked: ID<Unit>?, scope: UnitScope, today: Day, in db: Database
    ) throws -> StandingLevel {
        guard let home = try UnitStore.unit(exam.unitID, in: db) else {
            return StandingLevel(unit: nil, above: [], lines: [], isTop: true)
        }
        let tops = scope.tops(below: home.position)
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

    /// The figures of all examinees in `scope`: the sum of `level` if it is the topmost, otherwise a new count.
    static func total(
        of exam: Exam, _ level: StandingLevel, scope: UnitScope, today: Day, in db: Database
    ) throws -> ExamStanding {
        try level.isTop
            ? .sum(level.lines.map(\.standing))
            : StandingStore.standing(of: exam, scope: scope, today: today, in: db)
    }
}
