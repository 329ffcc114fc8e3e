import GRDB

enum OfficeFoundationStore {
    /// Writes it all, or refuses when there is an office already.
    ///
    /// `hash`: of the administrator's one-time password.
    ///
    /// - Throws: `StaffRefusal.officeExists`.
    static func write(
        _ foundation: OfficeFoundation, hash: String, isDemo: Bool = false, actor: Actor, now: Moment,
        in db: Database
    ) throws {
        guard try OfficeStore.facts(in: db) == nil else { throw StaffRefusal.officeExists }
        try OfficeStore.insert(name: foundation.officeName, isDemo: isDemo, now: now, in: db)
        let root = try UnitStore.insert(name: foundation.officeName, parent: nil, in: db)
        let employee = try EmployeeStore.insert(
            staffNumber: foundation.adminLogin, name: foundation.adminName, unit: root.id, position: "",
            servesCounter: false,
            startsOn: nil, endsOn: nil, in: db)
        let account = try AccountStore.insert(employee: employee, login: foundation.adminLogin, in: db)
        try AccountStore.setIssuedPassword(
            hash: hash, until: IssuedPassword.end(issuedAt: now), of: account, in: db)
        _ = try GrantStore.insert(.admin, at: root.id, for: employee, now: now, in: db)
        try AuditStore.append(
            actor: actor, action: .officeFoundation, subject: foundation.officeName,
            detail: "admin: \(foundation.adminLogin)", origin: CommandSession.origin, now: now, in: db)
    }
}
