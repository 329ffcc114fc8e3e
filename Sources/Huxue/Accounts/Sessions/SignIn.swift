/// The whole decision whether somebody may sign in.
struct SignIn: Sendable {
    let database: OfficeDatabase
    let clock: OfficeClock
    let hasher: PasswordHasher
    let throttle: LoginThrottle
    /// Kept apart, so that guessing at logins that do not exist hides no guessing at those that do; nor at one account
    /// that at another.
    private let allowances = (
        accounts: AuditAllowance(limit: 2000, each: 3), others: AuditAllowance(limit: 20, each: 20)
    )

    /// `login`: as typed.
    ///
    /// `password`: exactly as typed.
    /// `address`: from where.
    /// `device`: the browser's mark if this login has signed in there before; see `DeviceKey`.
    ///
    /// Gives the account whose password this is, of a person in service; `SessionActions.start` asks again.
    ///
    /// - Throws: `SignInRefusal`, or `CommonRefusal.busy`.
    func account(login: String, password: String, address: String, device: String? = nil) async throws -> ProvenAccount
    {
        let login = Login.folded(login)
        let judged = JudgedAccount()
        let verdict = try await throttle.judge(login: login, address: address, device: device) {
            // What no account can be called is never looked up: NUL would cut it short on its way into SQL.
            let mayExist = Login.isAllowed(login)
            let found = try await database.read { mayExist ? try AccountStore.account(login: login, in: $0) : nil }
            judged.account = found
            return try await hasher.matches(password, found?.passwordHash)
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

    /// Leaves a line in the audit log when guessing begins to be slowed down.
    ///
    /// `login`: nil for one that is no account: what strangers type, perhaps a password, is not kept.
    ///
    /// Does not wait for the disk: that would tell whether there is such an account.
    func record(_ verdict: LoginThrottle.Verdict, login: String?, actorName: String, address: String) {
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

    /// What the throttle's closure found, for after it.
    private final class JudgedAccount {
        var account: Account?
    }
}
