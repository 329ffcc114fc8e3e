import GRDB

/// Passwords are issued, reset and chosen.
enum PasswordActions {
    /// Puts an issued password in the place of whatever there was, and ends every session.
    ///
    /// `hash`: of the password, made before the transaction.
    ///
    /// `seen`: how often one had been issued when the form was shown; nil when nobody looked.
    ///
    /// - Throws: `StaffRefusal.issuedMeanwhile` when `seen` is no longer so; other `StaffRefusal`, `CommonRefusal`.
    static func reset(
        _ employee: ID<Employee>, hash: String, seen: Int? = nil, by acting: ActionContext, in db: Database
    ) throws {
        guard let member = try EmployeeStore.member(employee, scope: .everywhere, in: db) else {
            throw CommonRefusal.missing
        }
        let grants = try GrantStore.grants(scope: .everywhere, of: employee, in: db).map(\.unit)
        try GrantRules.mayReset(member, grants: grants, by: acting.actor)
        guard let account = try AccountStore.account(employee: employee, in: db) else {
            throw StaffRefusal.noAccount(member.employee.name)
        }
        guard seen.map({ $0 == account.timesIssued }) ?? true else { throw StaffRefusal.issuedMeanwhile }
        try AccountStore.setIssuedPassword(
            hash: hash, until: IssuedPassword.end(issuedAt: acting.now), of: account.id, in: db)
        try SessionStore.endAll(of: account.id, in: db)
        try AuditStore.append(
            member.hasPassword ? .passwordReset : .passwordIssue, on: account.login, by: acting, in: db)
    }

    /// The person whose password the actor may reset, for whom one is then made outside the transaction.
    static func resettable(_ employee: ID<Employee>, by actor: Actor, in db: Database) throws -> StaffMember {
        try Policy.requireSomewhere(.resetPasswords, for: actor)
        let scope = Policy.scope(of: .resetPasswords, for: actor)
        guard let member = try EmployeeStore.member(employee, scope: scope, in: db) else {
            throw CommonRefusal.missing
        }
        return member
    }

    /// The same by login, for commands.
    static func resettable(login: String, by actor: Actor, in db: Database) throws -> StaffMember {
        try Policy.requireSomewhere(.resetPasswords, for: actor)
        guard let member = try EmployeeStore.member(login: Login.folded(login), in: db) else {
            throw StaffRefusal.noSuchLogin(login)
        }
        return member
    }

    /// Those of the unit and below it who are in service and have no password yet.
    ///
    /// `unit`: nil for all whom the actor may reset.
    static func waiting(
        below unit: Unit?, limit: Int? = nil, by actor: Actor, now: Moment, in db: Database
    ) throws -> [StaffMember] {
        if let unit {
            try Policy.require(.resetPasswords, for: actor, at: unit.position)
        } else {
            try Policy.requireSomewhere(.resetPasswords, for: actor)
        }
        return try EmployeeStore.members(
            StaffFilter(unit: unit?.position, withoutPassword: true),
            scope: Policy.scope(of: .resetPasswords, for: actor), today: ROCDate.day(of: now), limit: limit, in: db)
    }

    /// How many wait for one.
    static func waitingCount(for actor: Actor, now: Moment, in db: Database) throws -> Int {
        try EmployeeStore.count(
            StaffFilter(withoutPassword: true), scope: Policy.scope(of: .resetPasswords, for: actor),
            today: ROCDate.day(of: now), in: db)
    }

    /// Passwords for many who have none yet.
    ///
    /// `hashes`: by employee, made before the transaction.
    ///
    /// People who got a password meanwhile are left alone; whom the actor may not reset does not stop the others.
    static func issue(
        _ hashes: [ID<Employee>: String], by acting: ActionContext, in db: Database
    ) throws -> PasswordIssue {
        var issue = PasswordIssue()
        for (employee, hash) in hashes.sorted(by: { $0.key < $1.key }) {
            guard let member = try EmployeeStore.member(employee, scope: .everywhere, in: db), !member.hasPassword
            else { continue }
            do {
                try reset(employee, hash: hash, by: acting, in: db)
                issue.done.insert(employee)
            } catch let refusal as any Refusal where refusal.kind == .forbidden {
                issue.beyondScope.insert(employee)
            }
        }
        return issue
    }

    /// What a new password of this person's own is judged by, beside the hash of the present one.
    static func present(of visitor: Visitor, in db: Database) throws -> (hash: String?, minimumLength: Int) {
        (
            try AccountStore.account(visitor.account, in: db)?.passwordHash,
            try OfficeStore.facts(in: db)?.minimumPasswordLength ?? 15
        )
    }

    /// Sets the password that the person chose and ends their other sessions.
    ///
    /// `old`: the hash that was checked; when it is not the stored one any more, nothing is done.
    static func changeOwn(from old: String, to new: String, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        guard try AccountStore.account(visitor.account, in: db)?.passwordHash == old else {
            throw PasswordRefusal.wrongCurrent
        }
        try AccountStore.setChosenPassword(hash: new, of: visitor.account, in: db)
        try SessionStore.endAll(of: visitor.account, keeping: visitor.session, in: db)
        try AuditStore.append(.passwordChange, on: visitor.login, by: acting, in: db)
    }

    /// How many characters a chosen password must have from now on; those in use stay.
    ///
    /// `length`: 12 or 15.
    ///
    /// - Throws: `CommonRefusal`.
    static func setMinimumLength(_ length: Int, by acting: ActionContext, in db: Database) throws {
        guard let root = try UnitStore.root(in: db), let facts = try OfficeStore.facts(in: db) else {
            throw CommonRefusal.missing
        }
        try Policy.require(.resetPasswords, for: acting.actor, at: root.position)
        guard facts.minimumPasswordLength != length else { return }
        try OfficeStore.setMinimumPasswordLength(length, in: db)
        try AuditStore.append(
            .officeSetting, on: "minimumPasswordLength",
            .change(from: .number(facts.minimumPasswordLength), to: .number(length)), by: acting, in: db)
    }
}
