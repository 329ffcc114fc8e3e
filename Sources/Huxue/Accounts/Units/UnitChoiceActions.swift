import GRDB

/// Units are chosen in forms, from a list or by name.
enum UnitChoiceActions {
    /// What a form offers to somebody who may do `action`.
    ///
    /// `typed`: what its field holds: an id, or a name.
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

    /// The unit that a field holds; see `id`.
    ///
    /// - Throws: `UnitRefusal.noSuchName` or `.severalOfName`, `CommonRefusal.missing` for an id of none.
    static func unit(_ typed: String, _ action: Action, for actor: Actor, in db: Database) throws -> Unit {
        guard let unit = try UnitStore.unit(id(typed, action, for: actor, in: db), in: db) else {
            throw CommonRefusal.missing
        }
        return unit
    }

    /// The id of the unit that a field holds; whether the actor may use it is for the action that follows to say.
    ///
    /// A name may be written whole, from below the office down, or in part as long as only one unit fits.
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
