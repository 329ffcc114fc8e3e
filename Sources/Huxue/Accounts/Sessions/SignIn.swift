/// Decides whether somebody may sign in.
struct SignIn: Sendable {
    let database: OfficeDatabase
    let clock: OfficeClock
    let hasher: PasswordHasher
    let throttle: SignInThrottle
    /// Separate allowances for existing accounts and for other logins, and a limit for each account.
    ///
    /// So guessing at logins that do not exist, or at one account, cannot keep guesses at another out of the audit log.
    private let allowances = (
        accounts: AuditAllowance(limit: 2000, each: 3), others: AuditAllowance(limit: 20, each: 20)
    )

    /// The account with this login and password, whose person is in service; `SessionActions.start` checks again.
    ///
    /// `login` and `password`: as typed.
    /// `address`: the network address of the browser.
    /// `device`: the browser's mark if this login has signed in there before; see `DeviceKey`.
    ///
    /// - Throws: `SignInRefusal`, or `CommonRefusal.busy`.
    func account(login: String, password: String, address: String, device: String? = nil) async throws -> ProvenAccount
    {
        let login = Login.folded(login)
        let source = device == nil ? VisitorNetwork.name(of: address) : "known browsers of \(login)"
        let judged = JudgedAccount()
        let verdict = try await throttle.judge(login: login, address: address, device: device) {
            // Invalid logins are never looked up: a NUL in one would truncate it in SQL.
            let mayExist = Login.isAllowed(login)
            let found = try await database.read { mayExist ? try AccountStore.account(login: login, in: $0) : nil }
            judged.account = found
            return try await hasher.matches(password, found?.passwordHash, from: source)
        }
        record(
            verdict, login: judged.account == nil ? nil : login, actorName: AuditTerms.nobody, address: address)
        guard verdict.isRight, let account = judged.account, var hash = account.passwordHash else {
            throw verdict.nextDelay > 0 ? SignInRefusal.slowed(seconds: verdict.nextDelay) : SignInRefusal.wrong
        }
        let now = clock.now()
        if let end = account.passwordExpiresAt, now >= end { throw SignInRefusal.issuedPasswordExpired }
        let member = try await database.read { try EmployeeStore.member(login: login, in: $0) }
        guard let member, member.employee.isInService(on: ROCDate.day(of: now)) else {
            throw SignInRefusal.notInService
        }
        if hasher.needsRehash(hash) {
            let (old, stronger) = (hash, try await hasher.hash(password))
            let isReplaced = try await database.write {
                try AccountStore.replaceHash(old, with: stronger, of: account.id, in: $0)
            }
            if isReplaced { hash = stronger }
        }
        return ProvenAccount(id: account.id, hash: hash)
    }

    /// Records in the audit log that failed attempts are being slowed down, if the verdict says so.
    ///
    /// Does not wait for the disk, because the delay would reveal whether the account exists.
    ///
    /// `login`: nil when there is no such account; what was typed is not stored then, as it may be a password.
    func record(_ verdict: SignInThrottle.Verdict, login: String?, actorName: String, address: String) {
        guard let run = verdict.run else { return }
        let (database, now) = (database, clock.now())
        let allowance = login == nil ? allowances.others : allowances.accounts
        Task {
            guard let leftOut = await allowance.take(login ?? "", at: now) else { return }
            try await database.write {
                try SessionActions.recordRefusal(
                    run, of: login ?? AuditTerms.nobody, leftOut: leftOut, byName: actorName, origin: address, now: now,
                    in: $0)
            }
        }
    }

    /// Carries the account that was found out of the closure given to the throttle.
    private final class JudgedAccount {
        var account: Account?
    }
}
