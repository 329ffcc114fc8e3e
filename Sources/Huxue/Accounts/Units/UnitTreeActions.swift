import GRDB

/// The tree of units, level by level.
enum UnitTreeActions {
    /// One level: the unit that is opened, and those right below it.
    ///
    /// `opened`: nil for the reader's own unit; with several of them, for the list of these.
    ///
    /// `page`: as asked for.
    static func level(
        of opened: ID<Unit>?, page: Int?, for actor: Actor, today: Day, in db: Database
    ) throws -> UnitViews.Level {
        try Policy.requireSomewhere(.readStaff, for: actor)
        let tops = try tops(Policy.scope(of: .readStaff, for: actor), in: db)
        guard let path = try opened.map({ try readable($0, by: actor, in: db).position }) ?? only(tops) else {
            let figures = try UnitStore.figures(of: tops, on: today, in: db)
            return UnitViews.Level(
                trail: [], opened: nil, rows: figures.map { row($0, for: actor) },
                paging: Paging(nil, size: max(1, figures.count), total: figures.count))
        }
        guard let figures = try UnitStore.figures(of: [path], on: today, in: db).first else {
            throw CommonRefusal.missing
        }
        let paging = Paging(page, size: UnitViews.pageSize, total: figures.below)
        let below = try UnitStore.figures(
            below: figures.unit.id, on: today, limit: paging.size, offset: paging.offset, in: db)
        let trail = try UnitStore.trail(to: figures.unit, in: db).filter {
            $0.id != figures.unit.id && Policy.permits(.readStaff, for: actor, at: $0.position)
        }
        return UnitViews.Level(
            trail: trail, opened: row(figures, for: actor), rows: below.map { row($0, for: actor) }, paging: paging)
    }

    private static func readable(_ id: ID<Unit>, by actor: Actor, in db: Database) throws -> Unit {
        guard let unit = try UnitStore.unit(id, in: db), Policy.permits(.readStaff, for: actor, at: unit.position)
        else { throw CommonRefusal.missing }
        return unit
    }

    /// The uppermost units of a scope: none of them below another.
    private static func tops(_ scope: UnitScope, in db: Database) throws -> [UnitPath] {
        switch scope {
        case .everywhere: try UnitStore.root(in: db).map { [$0.position] } ?? []
        case .units(let paths):
            Array(Set(paths)).filter { path in !paths.contains { $0 != path && $0.covers(path) } }
        }
    }

    private static func only(_ paths: [UnitPath]) -> UnitPath? { paths.count == 1 ? paths[0] : nil }

    private static func row(_ figures: UnitFigures, for actor: Actor) -> UnitViews.Row {
        UnitViews.Row(
            figures: figures,
            mayChange: figures.unit.position.above.last.map { Policy.permits(.manageStaff, for: actor, at: $0) }
                ?? false)
    }
}
