import GRDB

/// Passwords are issued, reset and chosen.
enum PasswordActions {
    /// Replaces the person's password, if any, by an issued one and ends all their sessions.
    ///
    /// `hash`: the hash of the issued password, made before the transaction.
    ///
    /// `seen`: the account's `timesIssued` when the form was shown; nil to skip this check.
    ///
    /// - Throws: `StaffRefusal.issuedMeanwhile` when `timesIssued` is no longer `seen`; other `StaffRefusal`,
    ///   `CommonRefusal`.
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

    /// The person whose password the actor asks to reset; looked up first, as hashing happens outside a transaction.
    static func resettable(_ employee: ID<Employee>, by actor: Actor, in db: Database) throws -> StaffMember {
        try Policy.requireSomewhere(.resetPasswords, for: actor)
        let scope = Policy.scope(of: .resetPasswords, for: actor)
        guard let member = try EmployeeStore.member(employee, scope: scope, in: db) else {
            throw CommonRefusal.missing
        }
        return member
    }

    /// The person whose password the actor may reset, and how many times one was issued for them.
    ///
    /// - Throws: `CommonRefusal.missing` for a person outside the actor's units; `StaffRefusal.beyondScope`, `.noAccount`.
    static func confirmable(
        _ employee: ID<Employee>, by actor: Actor, in db: Database
    ) throws -> (member: StaffMember, issued: Int) {
        let member = try resettable(employee, by: actor, in: db)
        let grants = try GrantStore.grants(scope: .everywhere, of: employee, in: db).map(\.unit)
        try GrantRules.mayReset(member, grants: grants, by: actor)
        guard let account = try AccountStore.account(employee: employee, in: db) else {
            throw StaffRefusal.noAccount(member.employee.name)
        }
        return (member, account.timesIssued)
    }

    /// The person with this login, for a command that resets their password.
    static func resettable(login: String, by actor: Actor, in db: Database) throws -> StaffMember {
        try Policy.requireSomewhere(.resetPasswords, for: actor)
        guard let member = try EmployeeStore.member(login: Login.folded(login), in: db) else {
            throw StaffRefusal.noSuchLogin(login)
        }
        return member
    }

    /// The people of the unit and of those below it who are in service and have no password yet.
    ///
    /// `unit`: nil for everybody whose password the actor may reset.
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

    /// How many people in the actor's scope are in service and have no password yet.
    static func waitingCount(for actor: Actor, now: Moment, in db: Database) throws -> Int {
        try EmployeeStore.count(
            StaffFilter(withoutPassword: true), scope: Policy.scope(of: .resetPasswords, for: actor),
            today: ROCDate.day(of: now), in: db)
    }

    /// Stores issued passwords for several people who have none yet.
    ///
    /// `hashes`: the hashes of the passwords, made before the transaction.
    ///
    /// Skips people who got a password meanwhile, and people whose password the actor may not reset.
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

    /// What is needed to check a password that the person chooses: the hash of the present one and the minimum length.
    static func present(of visitor: Visitor, in db: Database) throws -> (hash: String?, minimumLength: Int) {
        (
            try AccountStore.account(visitor.account, in: db)?.passwordHash,
            try OfficeStore.facts(in: db)?.minimumPasswordLength ?? 15
        )
    }

    /// Sets the password that the person chose and ends their other sessions.
    ///
    /// `old`: the hash against which the present password was checked; nothing is done when another is stored by now.
    static func changeOwn(from old: String, to new: String, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        guard try AccountStore.account(visitor.account, in: db)?.passwordHash == old else {
            throw PasswordRefusal.wrongCurrent
        }
        try AccountStore.setChosenPassword(hash: new, of: visitor.account, in: db)
        try SessionStore.endAll(of: visitor.account, keeping: visitor.session, in: db)
        try AuditStore.append(.passwordChange, on: visitor.login, by: acting, in: db)
    }

    /// Sets how many characters a newly chosen password must have; passwords already in use stay valid.
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
