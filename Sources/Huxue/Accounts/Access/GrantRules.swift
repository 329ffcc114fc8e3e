/// Who may be given which role where, and who may be handed a new password.
enum GrantRules {
    /// - Throws: `StaffRefusal.roleNeedsNoGrant`, or `CommonRefusal.forbidden`.
    static func mayChange(_ role: Role, at unit: UnitPath, by actor: Actor) throws {
        try Policy.require(.grantRoles, for: actor, at: unit)
        guard role != .employee else { throw StaffRefusal.roleNeedsNoGrant }
    }

    /// `administrators`: how many administer the whole office, this one included.
    ///
    /// - Throws: `StaffRefusal.lastAdministrator`.
    static func mayRevoke(_ role: Role, atRoot: Bool, administrators: Int) throws(StaffRefusal) {
        guard role != .admin || !atRoot || administrators > 1 else { throw .lastAdministrator }
    }

    /// From when until when, both inclusive, an administrator of the whole office serves; nil where unknown or open.
    struct Service {
        let employee: ID<Employee>
        let before: (startsOn: Day?, endsOn: Day?)
        let after: (startsOn: Day?, endsOn: Day?)
    }

    /// Those whose service must not change so, because nobody would administer the whole office: today, or once
    /// everybody whose last day is known has gone.
    ///
    /// Empty where nobody did before.
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
    /// `grants`: all that the person has.
    static func mayReset(_ member: StaffMember, grants: [UnitPath], by actor: Actor) throws {
        try Policy.require(.resetPasswords, for: actor, at: member.unit)
        guard grants.allSatisfy({ Policy.permits(.resetPasswords, for: actor, at: $0) }) else {
            throw StaffRefusal.beyondScope(member.employee.name)
        }
    }
}
