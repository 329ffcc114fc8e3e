/// Who may grant and revoke which role at which unit, and whose password an actor may reset.
enum GrantRules {
    /// - Throws: `StaffRefusal.roleNeedsNoGrant`, or `CommonRefusal.forbidden`.
    static func mayChange(_ role: Role, at unit: UnitPath, by actor: Actor) throws {
        try Policy.require(.grantRoles, for: actor, at: unit)
        guard role != .employee else { throw StaffRefusal.roleNeedsNoGrant }
    }

    /// Refuses a role that permits nothing yet; one that was granted earlier can still be revoked.
    ///
    /// - Throws: `StaffRefusal.roleDoesNothing`.
    static func mayGrant(_ role: Role) throws(StaffRefusal) {
        guard Policy.grantableRoles.contains(role) else { throw .roleDoesNothing(role) }
    }

    /// Refuses to revoke the role of the last administrator of the whole office.
    ///
    /// `administrators`: how many people administer the whole office, including the one concerned.
    ///
    /// - Throws: `StaffRefusal.lastAdministrator`.
    static func mayRevoke(_ role: Role, atRoot: Bool, administrators: Int) throws(StaffRefusal) {
        guard role != .admin || !atRoot || administrators > 1 else { throw .lastAdministrator }
    }

    /// The service of an administrator of the whole office, before and after a change.
    ///
    /// Both days are inclusive; a first day is nil when unknown, a last day is nil while there is none.
    struct Service {
        let employee: ID<Employee>
        let before: (startsOn: Day?, endsOn: Day?)
        let after: (startsOn: Day?, endsOn: Day?)
    }

    /// The administrators whose change must be refused because it would leave the office without an administrator.
    ///
    /// That is so when none would be in service today, or none in service today would be without a last day. Empty when
    /// it was so before the change as well.
    static func lastAdministrators(_ administrators: [Service], today: Day) -> Set<ID<Employee>> {
        func serves(_ days: (startsOn: Day?, endsOn: Day?)) -> Bool {
            (days.startsOn ?? today) <= today && (days.endsOn ?? today) >= today
        }
        func stays(_ days: (startsOn: Day?, endsOn: Day?)) -> Bool { serves(days) && days.endsOn == nil }
        var last: Set<ID<Employee>> = []
        for isThere in [serves, stays] where !administrators.contains(where: { isThere($0.after) }) {
            last.formUnion(administrators.filter { isThere($0.before) }.map(\.employee))
        }
        return last
    }

    /// A password may be reset by an administrator of the person's unit, but not by one who would thereby gain
    /// powers elsewhere.
    ///
    /// `grants`: the units of all grants that the person has.
    static func mayReset(_ member: StaffMember, grants: [UnitPath], by actor: Actor) throws {
        try Policy.require(.resetPasswords, for: actor, at: member.unit)
        guard grants.allSatisfy({ Policy.permits(.resetPasswords, for: actor, at: $0) }) else {
            throw StaffRefusal.beyondScope(member.employee.name)
        }
    }
}
