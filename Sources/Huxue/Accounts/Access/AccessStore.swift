import GRDB

/// Changes of access, each with its rule and its audit row in one transaction; pages and commands both come here.
enum AccessStore {
    /// Makes the session of somebody who has shown their password, and lets an issued one work a little longer only.
    ///
    /// - Throws: `SignInRefusal.wrong` when the password, its time or the person's service ended meanwhile.
    static func startSession(
        _ token: SessionToken, of proven: ProvenAccount, device: String, origin: String, now: Moment, in db: Database
    ) throws {
        guard let account = try AccountStore.account(proven.id, in: db),
            let member = try EmployeeStore.member(account.employeeID, scope: .everywhere, in: db)
        else { throw SignInRefusal.wrong }
        try SessionRules.mayStart(proven, account: account, employee: member.employee, now: now)
        if account.passwordIsIssued {
            try AccountStore.shortenIssuedPassword(
                until: now.adding(minutes: IssuedPassword.minutesAfterUse), of: account.id, in: db)
        }
        try SessionStore.removeExpired(now: now, in: db)
        try SessionStore.insert(token: token, account: account.id, device: device, now: now, in: db)
        try AuditStore.append(
            actorName: account.login, action: .sessionStart, subject: account.login, detail: device, origin: origin,
            now: now, in: db)
    }

    /// `grant` or `revoke`, as a command hands it on.
    typealias GrantChange = @Sendable (Role, ID<Unit>, ID<Employee>, Actor, String, Moment, Database) throws -> Void

    /// Somebody whom the actor may not see is missing, as on their page, so that numbers tell nothing.
    ///
    /// - Throws: `StaffRefusal`, `CommonRefusal`.
    static func grant(
        _ role: Role, at unit: ID<Unit>, to employee: ID<Employee>, actor: Actor, origin: String, now: Moment,
        in db: Database
    ) throws {
        let (member, unit) = try found(employee, unit, in: db)
        guard Policy.permits(.readStaff, for: actor, at: member.unit) else { throw CommonRefusal.missing }
        try GrantRules.mayChange(role, at: unit.position, by: actor)
        guard try GrantStore.insert(role, at: unit.id, for: employee, now: now, in: db) else {
            throw StaffRefusal.alreadyGranted
        }
        try AuditStore.append(
            actor: actor, action: .roleGrant, subject: member.login ?? member.employee.staffNumber,
            detail: "\(role.rawValue) @ \(unit.fullName)", origin: origin, now: now, in: db)
    }

    /// - Throws: `StaffRefusal`, `CommonRefusal`.
    static func revoke(
        _ role: Role, at unit: ID<Unit>, from employee: ID<Employee>, actor: Actor, origin: String, now: Moment,
        in db: Database
    ) throws {
        let (member, unit) = try found(employee, unit, in: db)
        try GrantRules.mayChange(role, at: unit.position, by: actor)
        let today = ROCDate.day(of: now)
        if member.employee.isInService(on: today) {
            try GrantRules.mayRevoke(
                role, atRoot: unit.parentID == nil,
                administrators: try GrantStore.administratorCount(on: today, in: db))
        }
        guard try GrantStore.delete(role, at: unit.id, of: employee, in: db) else { throw StaffRefusal.notGranted }
        try AuditStore.append(
            actor: actor, action: .roleRevocation, subject: member.login ?? member.employee.staffNumber,
            detail: "\(role.rawValue) @ \(unit.fullName)", origin: origin, now: now, in: db)
    }

    /// Puts an issued password in the place of whatever there was, and ends every session.
    ///
    /// `hash`: of the password, made before the transaction.
    static func reset(
        _ employee: ID<Employee>, hash: String, actor: Actor, origin: String, now: Moment, in db: Database
    ) throws {
        guard let member = try EmployeeStore.member(employee, scope: .everywhere, in: db) else {
            throw CommonRefusal.missing
        }
        let grants = try GrantStore.grants(scope: .everywhere, of: employee, in: db).map(\.unit)
        try GrantRules.mayReset(member, grants: grants, by: actor)
        guard let account = member.account else { throw StaffRefusal.noAccount(member.employee.name) }
        try AccountStore.setIssuedPassword(
            hash: hash, until: IssuedPassword.end(issuedAt: now), of: account, in: db)
        try SessionStore.endAll(of: account, in: db)
        try AuditStore.append(
            actor: actor, action: member.hasPassword ? .passwordReset : .passwordIssue, subject: member.login ?? "",
            origin: origin, now: now, in: db)
    }

    /// How often a password was issued for this person.
    static func issueCount(of member: StaffMember, in db: Database) throws -> Int {
        let subjects = [member.login ?? ""]
        return try AuditStore.entries(.passwordReset, on: subjects, in: db).count
            + AuditStore.entries(.passwordIssue, on: subjects, in: db).count
    }

    /// The same for many who have no password yet.
    ///
    /// `hashes`: by employee, made before the transaction.
    ///
    /// People who got a password meanwhile are left alone; whom the actor may not reset does not stop the others.
    static func issue(
        _ hashes: [ID<Employee>: String], actor: Actor, origin: String, now: Moment, in db: Database
    ) throws -> PasswordIssue {
        var issue = PasswordIssue()
        for (employee, hash) in hashes.sorted(by: { $0.key < $1.key }) {
            guard let member = try EmployeeStore.member(employee, scope: .everywhere, in: db), !member.hasPassword
            else { continue }
            do {
                try reset(employee, hash: hash, actor: actor, origin: origin, now: now, in: db)
                issue.done.insert(employee)
            } catch let refusal as any Refusal where refusal.kind == .forbidden {
                issue.beyondScope.insert(employee)
            }
        }
        return issue
    }

    /// Sets the password that the person chose and ends their other sessions.
    ///
    /// `old`: the hash that was checked; when it is not the stored one any more, nothing is done.
    static func changeOwnPassword(
        of visitor: Visitor, from old: String, to new: String, origin: String, now: Moment, in db: Database
    ) throws {
        guard try AccountStore.account(visitor.account, in: db)?.passwordHash == old else {
            throw PasswordRefusal.wrongCurrent
        }
        try AccountStore.setChosenPassword(hash: new, of: visitor.account, in: db)
        try SessionStore.endAll(of: visitor.account, keeping: visitor.session, in: db)
        try AuditStore.append(
            actor: visitor.actor, action: .passwordChange, subject: visitor.login, origin: origin, now: now, in: db)
    }

    /// How many characters a chosen password must have from now on; those in use stay.
    ///
    /// `length`: 12 or 15.
    ///
    /// - Throws: `CommonRefusal`.
    static func setMinimumPasswordLength(
        _ length: Int, actor: Actor, origin: String, now: Moment, in db: Database
    ) throws {
        guard let root = try UnitStore.root(in: db), let facts = try OfficeStore.facts(in: db) else {
            throw CommonRefusal.missing
        }
        try Policy.require(.resetPasswords, for: actor, at: root.position)
        guard facts.minimumPasswordLength != length else { return }
        try OfficeStore.setMinimumPasswordLength(length, in: db)
        try AuditStore.append(
            actor: actor, action: .officeSetting, subject: "minimumPasswordLength",
            detail: "\(facts.minimumPasswordLength) → \(length)", origin: origin, now: now, in: db)
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
