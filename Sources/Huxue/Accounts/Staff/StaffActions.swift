import GRDB

/// The staff list and the pages of its people.
enum StaffActions {
    /// One page of the staff list.
    ///
    /// `query`: the query of the page's address; see `StaffQuery`.
    static func list(
        _ query: Form, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> StaffListViews.Contents {
        let actor = visitor.actor
        try Policy.requireSomewhere(.readStaff, for: actor)
        let (scope, today) = (Policy.scope(of: .readStaff, for: actor), ROCDate.day(of: now))
        var problem: UnitRefusal?
        let typed = try query.text("unit")
        var unit: Unit?
        do {
            unit = try Self.unit(typed, for: actor, in: db)
        } catch let refusal as UnitRefusal {
            problem = refusal
        }
        let filter = try StaffQuery.filter(query, unit: unit)
        let total = try EmployeeStore.count(filter, scope: scope, today: today, in: db)
        let paging = Paging(try query.number("page"), size: StaffListViews.pageSize, total: total)
        return StaffListViews.Contents(
            members: try EmployeeStore.members(
                filter, scope: scope, today: today, limit: paging.size, offset: paging.offset, in: db),
            paging: paging, filter: filter,
            units: try UnitChoiceActions.choice(.readStaff, typed: unit?.id.description ?? typed, for: actor, in: db),
            problem: problem, today: today,
            waitingForPassword: try PasswordActions.waitingCount(for: actor, now: now, in: db))
    }

    /// The unit to which the list is narrowed; nil for all units, and for a unit that the actor may not see.
    private static func unit(_ typed: String, for actor: Actor, in db: Database) throws -> Unit? {
        guard !typed.isEmpty else { return nil }
        let unit = try UnitStore.unit(try UnitChoiceActions.id(typed, .readStaff, for: actor, in: db), in: db)
        return unit.flatMap { Policy.permits(.readStaff, for: actor, at: $0.position) ? $0 : nil }
    }

    /// Everybody who matches the filter in the address, for an exported file.
    static func exported(
        _ query: Form, for actor: Actor, now: Moment, in db: Database
    ) throws -> [StaffMember] {
        try Policy.requireSomewhere(.readStaff, for: actor)
        let unit = try? unit(try query.text("unit"), for: actor, in: db)
        return try EmployeeStore.members(
            StaffQuery.filter(query, unit: unit), scope: Policy.scope(of: .readStaff, for: actor),
            today: ROCDate.day(of: now), in: db)
    }

    /// Records an export; must be committed before the file is sent, so that no export goes unrecorded.
    static func recordExport(of count: Int, by acting: ActionContext, in db: Database) throws {
        try Policy.requireSomewhere(.readStaff, for: acting.actor)
        try AuditStore.append(.staffExport, on: "", .count(count), by: acting, in: db)
    }

    /// The people of the unit with this name and of those below it, or everybody for nil; for commands.
    static func all(
        below unit: String?, presence: StaffFilter.Presence, for acting: ActionContext, in db: Database
    ) throws -> [StaffMember] {
        try Policy.requireSomewhere(.readStaff, for: acting.actor)
        let filter = StaffFilter(unit: try unit.map { try named($0, in: db).position }, presence: presence)
        return try EmployeeStore.members(
            filter, scope: Policy.scope(of: .readStaff, for: acting.actor), today: ROCDate.day(of: acting.now), in: db)
    }

    /// The unit with this name.
    ///
    /// - Throws: `StaffRefusal.noSuchUnit`.
    static func named(_ name: String, in db: Database) throws -> Unit {
        guard let unit = try UnitStore.unit(named: name, in: db) else { throw StaffRefusal.noSuchUnit(name) }
        return unit
    }

    /// What one person's page shows.
    ///
    /// `unit`: what was typed or chosen as unit in the form for granting a role.
    /// `asksPassword`: see `StaffViews.Contents`.
    static func member(
        _ id: ID<Employee>, unit: String, asksPassword: Bool, by acting: ActionContext, in db: Database
    ) throws -> StaffViews.Contents {
        let actor = acting.actor
        try Policy.requireSomewhere(.readStaff, for: actor)
        guard
            let member = try EmployeeStore.member(id, scope: Policy.scope(of: .readStaff, for: actor), in: db)
        else { throw CommonRefusal.missing }
        let grants = try GrantStore.grants(scope: .everywhere, of: id, in: db)
        let account = try AccountStore.account(employee: id, in: db)
        return StaffViews.Contents(
            member: member, grants: grants,
            revocable: Set(grants.filter { Policy.permits(.grantRoles, for: actor, at: $0.unit) }.map(\.unitID)),
            grantableUnits: try UnitChoiceActions.choice(.grantRoles, typed: unit, for: actor, in: db),
            mayReset: account != nil
                && (try? GrantRules.mayReset(member, grants: grants.map(\.unit), by: actor)) != nil,
            mayChange: Policy.permits(.manageStaff, for: actor, at: member.unit), today: ROCDate.day(of: acting.now),
            asksPassword: asksPassword)
    }
}
