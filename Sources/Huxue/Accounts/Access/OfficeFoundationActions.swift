import GRDB

enum OfficeFoundationActions {
    /// Writes the office, its root unit and its administrator, or refuses when there is an office already.
    ///
    /// `hash`: the hash of the administrator's issued password.
    ///
    /// - Throws: `StaffRefusal.officeExists`.
    static func found(
        _ foundation: OfficeFoundation, hash: String, minimumPasswordLength: Int = 15, isDemo: Bool = false,
        by acting: ActionContext, in db: Database
    ) throws {
        guard try OfficeStore.facts(in: db) == nil else { throw StaffRefusal.officeExists }
        try OfficeStore.insert(name: foundation.officeName, isDemo: isDemo, now: acting.now, in: db)
        try OfficeStore.setMinimumPasswordLength(minimumPasswordLength, in: db)
        let root = try UnitStore.insert(name: foundation.officeName, parent: nil, in: db)
        let employee = try EmployeeStore.insert(
            staffNumber: foundation.adminLogin, name: foundation.adminName, unit: root.id, position: "",
            servesCounter: false, startsOn: nil, endsOn: nil, in: db)
        let account = try AccountStore.insert(employee: employee, login: foundation.adminLogin, in: db)
        try AccountStore.setIssuedPassword(
            hash: hash, until: IssuedPassword.end(issuedAt: acting.now), of: account, in: db)
        _ = try GrantStore.insert(.admin, at: root.id, for: employee, now: acting.now, in: db)
        try AuditStore.append(
            .officeFoundation, on: foundation.officeName, ["admin": .text(foundation.adminLogin)], by: acting, in: db)
    }
}
