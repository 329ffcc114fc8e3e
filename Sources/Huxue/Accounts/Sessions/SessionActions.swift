import GRDB

/// Starting and ending sessions.
enum SessionActions {
    /// Starts the session of somebody who has entered the right password; an issued password expires soon afterwards.
    ///
    /// - Throws: `SignInRefusal.wrong` when the password was changed or expired meanwhile, or the person has left.
    static func start(
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
            .sessionStart, on: account.login, ["device": .text(device)], byName: account.login, origin: origin,
            now: now, in: db)
    }

    /// Records a run of failed sign-ins; see `SignIn.record`.
    ///
    /// `leftOut`: how many lines of this kind were left out since the last recorded one; see `AuditAllowance`.
    static func recordRefusal(
        _ run: SignInThrottle.Run, of login: String, leftOut: Int, byName name: String, origin: String, now: Moment,
        in db: Database
    ) throws {
        try AuditStore.append(
            .sessionRefusal, on: login,
            [
                "failures": .number(run.failures), "from": .text(run.isOfOne ? "one" : "several"),
                "leftOut": leftOut > 0 ? .number(leftOut) : nil,
            ], byName: name, origin: origin, now: now, in: db)
    }

    /// Notes that the person has entered their password again just now.
    static func confirm(by acting: ActionContext, in db: Database) throws {
        try SessionStore.confirm(try acting.visitor.session, now: acting.now, in: db)
    }

    /// Ends one of the actor's own sessions.
    ///
    /// - Throws: `CommonRefusal.missing` for a session that is not theirs.
    static func end(_ session: ID<Session>, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        guard try SessionStore.end(session, of: visitor.account, in: db) else { throw CommonRefusal.missing }
        try AuditStore.append(.sessionEnd, on: visitor.login, by: acting, in: db)
    }

    /// Ends all of the actor's own sessions, including the present one.
    static func endAll(by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        try SessionStore.endAll(of: visitor.account, in: db)
        try AuditStore.append(.sessionEnd, on: visitor.login, ["sessions": .text("all")], by: acting, in: db)
    }
}
