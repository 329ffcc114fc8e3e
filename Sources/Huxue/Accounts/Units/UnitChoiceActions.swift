import GRDB

/// Finds units that are chosen in forms, from a list or by name.
enum UnitChoiceActions {
    /// The units that a form offers, those at which the actor may do `action`.
    ///
    /// `typed`: the content of the field, an id or a name.
    static func choice(
        _ action: Action, typed: String = "", for actor: Actor, in db: Database
    ) throws -> UnitChoice {
        let scope = Policy.scope(of: action, for: actor)
        let units = try UnitStore.uppermost(scope: scope, limit: UnitChoice.limit + 1, in: db)
        let chosen = try ID<Unit>(typed).flatMap { try UnitStore.unit($0, in: db) }
        return UnitChoice(
            units: Array(units.prefix(UnitChoice.limit)), isWhole: units.count <= UnitChoice.limit,
            chosen: chosen.flatMap { Policy.permits(action, for: actor, at: $0.position) ? $0 : nil }, typed: typed)
    }

    /// The unit that was typed or chosen in a field; see `id`.
    ///
    /// - Throws: `UnitRefusal.noSuchName` or `.severalOfName`, `CommonRefusal.missing` when the id is no unit's.
    static func unit(_ typed: String, _ action: Action, for actor: Actor, in db: Database) throws -> Unit {
        guard let unit = try UnitStore.unit(id(typed, action, for: actor, in: db), in: db) else {
            throw CommonRefusal.missing
        }
        return unit
    }

    /// The id of the unit that was typed or chosen in a field; the caller must check that the actor may use the unit.
    ///
    /// A name may be the full name, the path below the office, or a part that fits only one unit.
    ///
    /// - Throws: `UnitRefusal.noSuchName` or `.severalOfName`.
    static func id(
        _ typed: String, _ action: Action, for actor: Actor, in db: Database
    ) throws -> ID<Unit> {
        if let id = ID<Unit>(typed) { return id }
        let scope = Policy.scope(of: action, for: actor)
        if let unit = try UnitStore.unit(named: typed, in: db), Policy.permits(action, for: actor, at: unit.position) {
            return unit.id
        }
        let found = try UnitStore.all(named: typed, scope: scope, limit: UnitRefusal.listed + 1, in: db)
        let same = found.filter { $0.name == typed }
        guard let unit = found.first, !typed.isEmpty else { throw UnitRefusal.noSuchName(typed) }
        guard found.count == 1 || same.count == 1 else {
            throw UnitRefusal.severalOfName(typed, found.map(\.shortName))
        }
        return same.first?.id ?? unit.id
    }
}
