import GRDB

/// Roles are given and taken away.
enum GrantActions {
    /// The function `grant` or `revoke`, so that commands can share `change`.
    typealias Change = @Sendable (Role, ID<Unit>, ID<Employee>, ActionContext, Database) throws -> Void

    /// Gives the employee the role at the unit.
    ///
    /// - Throws: `StaffRefusal`, `CommonRefusal`; `CommonRefusal.missing` for an employee whom the actor may not see,
    ///   so that trying ids does not tell which exist.
    static func grant(
        _ role: Role, at unit: ID<Unit>, to employee: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws {
        let (member, unit) = try found(employee, unit, in: db)
        guard Policy.permits(.readStaff, for: acting.actor, at: member.unit) else { throw CommonRefusal.missing }
        try GrantRules.mayChange(role, at: unit.position, by: acting.actor)
        try GrantRules.mayGrant(role)
        guard try GrantStore.insert(role, at: unit.id, for: employee, now: acting.now, in: db) else {
            throw StaffRefusal.alreadyGranted
        }
        try record(.roleGrant, role, at: unit, of: member, by: acting, in: db)
    }

    /// - Throws: `StaffRefusal`, `CommonRefusal`.
    static func revoke(
        _ role: Role, at unit: ID<Unit>, from employee: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws {
        let (member, unit) = try found(employee, unit, in: db)
        try GrantRules.mayChange(role, at: unit.position, by: acting.actor)
        let today = ROCDate.day(of: acting.now)
        if member.employee.isInService(on: today) {
            try GrantRules.mayRevoke(
                role, atRoot: unit.parentID == nil,
                administrators: try GrantStore.administratorCount(on: today, in: db))
        }
        guard try GrantStore.delete(role, at: unit.id, of: employee, in: db) else { throw StaffRefusal.notGranted }
        try record(.roleRevocation, role, at: unit, of: member, by: acting, in: db)
    }

    /// The person's grant of this role at this unit, if the actor may revoke it.
    static func revocable(
        _ role: Role, at unit: ID<Unit>, of employee: ID<Employee>, by actor: Actor, in db: Database
    ) throws -> GrantEntry {
        try Policy.requireSomewhere(.grantRoles, for: actor)
        let grants = try GrantStore.grants(scope: Policy.scope(of: .grantRoles, for: actor), of: employee, in: db)
        guard let grant = grants.first(where: { $0.unitID == unit && $0.role == role }) else {
            throw CommonRefusal.missing
        }
        return grant
    }

    /// Grants or revokes a role by login and unit name, as typed in a command, and returns the person and the unit.
    ///
    /// `unit`: nil for the whole office.
    static func change(
        _ change: Change, _ role: Role, of login: String, at unit: String?, by acting: ActionContext, in db: Database
    ) throws -> (member: StaffMember, unit: Unit) {
        guard let member = try EmployeeStore.member(login: Login.folded(login), in: db) else {
            throw StaffRefusal.noSuchLogin(login)
        }
        guard let found = try unit.map({ try UnitStore.unit(named: $0, in: db) }) ?? UnitStore.root(in: db)
        else { throw StaffRefusal.noSuchUnit(unit ?? "") }
        try change(role, found.id, member.employee.id, acting, db)
        return (member, found)
    }

    /// All grants that the actor may see.
    static func all(for actor: Actor, in db: Database) throws -> [GrantEntry] {
        try Policy.requireSomewhere(.readStaff, for: actor)
        return try GrantStore.grants(scope: Policy.scope(of: .readStaff, for: actor), in: db)
    }

    private static func record(
        _ action: AuditAction, _ role: Role, at unit: Unit, of member: StaffMember, by acting: ActionContext,
        in db: Database
    ) throws {
        try AuditStore.append(
            action, on: member.login ?? member.employee.staffNumber,
            ["role": .text(role.rawValue), "unit": .text(unit.fullName)], by: acting, in: db)
    }

    private static func found(
        _ employee: ID<Employee>, _ unit: ID<Unit>, in db: Database
    ) throws -> (StaffMember, Unit) {
        guard let member = try EmployeeStore.member(employee, scope: .everywhere, in: db),
            let unit = try UnitStore.unit(unit, in: db)
        else { throw CommonRefusal.missing }
        return (member, unit)
    }
}
