/// The whole decision whether somebody may sign in.
struct SignIn: Sendable {
    let database: OfficeDatabase
    let clock: OfficeClock
    let hasher: PasswordHasher
    let throttle: LoginThrottle
    /// `login`: as typed.
    ///
    /// `password`: exactly as typed.
    /// `address`: from where.
    /// `device`: the browser's mark if this login has signed in there before; see `DeviceKey`.
    ///
    /// Gives the account whose password this is, of a person in service; `AccessStore.startSession` asks again.
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

    /// What the throttle's closure found, for after it.
    private final class JudgedAccount {
        var account: Account?
    }
}
