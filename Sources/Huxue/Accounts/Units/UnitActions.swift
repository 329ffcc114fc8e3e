import GRDB

/// Changes of units by administrators; checks permissions and rules, and records each change in the audit log.
enum UnitActions {
    /// Renames the unit or moves it in the tree, or both; its id stays the same.
    ///
    /// - Throws: `UnitRefusal`, `CommonRefusal`.
    static func change(
        _ id: ID<Unit>, name: String, below parent: ID<Unit>, followers: [any UnitFollower.Type],
        by acting: ActionContext, in db: Database
    ) throws {
        let unit = try changeable(id, by: acting.actor, in: db)
        guard let above = try UnitStore.unit(parent, in: db) else { throw CommonRefusal.missing }
        let moves = parent != unit.parentID
        if moves { try Policy.require(.manageStaff, for: acting.actor, at: above.position) }
        let before = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0) })
        let branch = try UnitRules.moved(
            unit, name: try UnitRules.name(name), below: above, all: Array(before.values))
        guard let changed = branch.first(where: { $0.id == id }), changed != unit else { return }
        let after = Dictionary(uniqueKeysWithValues: branch.map { (before[$0.id]?.fullName ?? "", $0) })
        let losses = moves ? try followers.flatMap { try $0.losses(moving: after, in: db) } : []
        guard losses.isEmpty else { throw UnitRefusal.losesPeople(losses) }
        for unit in branch { try UnitStore.update(unit, in: db) }
        for follower in followers {
            try follower.follow(
                after.mapValues(\.fullName), by: acting, in: db)
        }
        try AuditStore.append(
            .unitChange, on: changed.fullName, .change(from: .text(unit.fullName), to: .text(changed.fullName)),
            by: acting, in: db)
    }

    /// The unit and the units below which it may be placed, for its form.
    ///
    /// `parent`: the parent as typed or chosen; nil for the present one.
    static func form(
        for id: ID<Unit>, parent: String?, by actor: Actor, in db: Database
    ) throws -> (unit: Unit, parents: UnitChoice) {
        let unit = try changeable(id, by: actor, in: db)
        let choice = try UnitChoiceActions.choice(
            .manageStaff, typed: parent ?? unit.parentID?.description ?? "", for: actor, in: db)
        return (
            unit,
            UnitChoice(
                units: choice.units.filter { !unit.position.covers($0.position) }, isWhole: choice.isWhole,
                chosen: choice.chosen, typed: choice.typed)
        )
    }

    /// The unit that the actor asks to remove, and the reasons why it cannot be removed; none when it can.
    static func removal(
        of id: ID<Unit>, followers: [any UnitFollower.Type], by actor: Actor, today: Day, in db: Database
    ) throws -> (unit: Unit, obstacles: [String]) {
        let unit = try managed(id, by: actor, in: db)
        guard unit.parentID != nil else { throw UnitRefusal.root }
        return (unit, try obstacles(to: unit, followers: followers, today: today, in: db))
    }

    /// Removes a unit that is no longer needed; people who have left are moved to the unit above it.
    ///
    /// - Throws: `UnitRefusal`, `CommonRefusal`.
    static func remove(
        _ id: ID<Unit>, followers: [any UnitFollower.Type], by acting: ActionContext, in db: Database
    ) throws {
        let unit = try managed(id, by: acting.actor, in: db)
        guard let parent = unit.parentID else { throw UnitRefusal.root }
        let reasons = try obstacles(to: unit, followers: followers, today: ROCDate.day(of: acting.now), in: db)
        guard reasons.isEmpty else { throw UnitRefusal.inUse(reasons) }
        let moved = try EmployeeStore.move(from: id, to: parent, in: db)
        try UnitStore.delete(id, in: db)
        try AuditStore.append(
            .unitRemoval, on: unit.fullName, moved > 0 ? .count(moved) : [:], by: acting, in: db)
    }

    /// The reasons why `unit` cannot be removed, in words; empty when it can.
    static func obstacles(
        to unit: Unit, followers: [any UnitFollower.Type], today: Day, in db: Database
    ) throws -> [String] {
        let staff = try EmployeeStore.names(notLeftBefore: today, unit: unit.id, in: db)
        let roles = try GrantStore.grants(scope: .units([unit.position]), in: db).filter { $0.unitID == unit.id }
        let below = try UnitStore.all(scope: .units([unit.position]), in: db).filter { $0.id != unit.id }
        return [
            AccountTerms.obstacle(below: below.map(\.name)), AccountTerms.obstacle(staff: staff),
            AccountTerms.obstacle(roles: roles),
        ].compactMap { $0 } + (try followers.flatMap { try $0.uses(of: unit, in: db) })
    }

    /// The unit, if the actor may rename, move or remove it.
    ///
    /// For that they must also manage the unit above it, so that nobody changes the unit that bounds their own powers.
    ///
    /// - Throws: `UnitRefusal.root` or `.ownBound`, `CommonRefusal.missing`.
    static func changeable(_ id: ID<Unit>, by actor: Actor, in db: Database) throws -> Unit {
        let unit = try managed(id, by: actor, in: db)
        guard let parent = unit.parentID else { throw UnitRefusal.root }
        guard let above = try UnitStore.unit(parent, in: db) else { throw CommonRefusal.missing }
        guard Policy.permits(.manageStaff, for: actor, at: above.position) else { throw UnitRefusal.ownBound }
        return unit
    }

    /// The unit if the actor manages it; otherwise it is reported as missing.
    static func managed(_ id: ID<Unit>, by actor: Actor, in db: Database) throws -> Unit {
        guard let unit = try UnitStore.unit(id, in: db),
            Policy.permits(.manageStaff, for: actor, at: unit.position)
        else { throw CommonRefusal.missing }
        return unit
    }
}
