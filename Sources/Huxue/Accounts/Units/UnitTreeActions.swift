import GRDB

/// The tree of units, level by level.
enum UnitTreeActions {
    /// One level of the tree: the opened unit and those directly below it.
    ///
    /// `opened`: nil for the reader's own unit, or for the list of their units when they have several.
    ///
    /// `page`: the page number asked for, unchecked.
    static func level(
        of opened: ID<Unit>?, page: Int?, for actor: Actor, today: Day, in db: Database
    ) throws -> UnitViews.Level {
        try Policy.requireSomewhere(.readStaff, for: actor)
        let scope = Policy.scope(of: .readStaff, for: actor)
        let tops = try UnitStore.root(in: db).map { scope.tops(below: $0.position) } ?? []
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

    private static func only(_ paths: [UnitPath]) -> UnitPath? { paths.count == 1 ? paths[0] : nil }

    private static func row(_ figures: UnitFigures, for actor: Actor) -> UnitViews.Row {
        UnitViews.Row(
            figures: figures,
            mayChange: figures.unit.position.above.last.map { Policy.permits(.manageStaff, for: actor, at: $0) }
                ?? false)
    }
}
