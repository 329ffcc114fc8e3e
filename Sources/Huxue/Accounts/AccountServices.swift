/// What the routes of this feature share; created once, because the throttle keeps its counts in memory.
struct AccountServices: Sendable {
    let office: Office
    let signIn: SignIn
    let commonPasswords: CommonPasswords
    let devices: DeviceKey

    init(office: Office, parameters: PasswordHash.Parameters = .current) throws {
        self.office = office
        signIn = SignIn(
            database: office.database, clock: office.clock,
            hasher: try PasswordHasher(pool: office.hashing, parameters: parameters),
            throttle: SignInThrottle(clock: office.clock))
        commonPasswords = try CommonPasswords(resources: office.resources)
        devices = try DeviceKey(folder: office.database.folder)
    }

    /// Makes sure that a sensitive action is requested by the signed-in person and nobody else at their browser.
    ///
    /// They must have entered their password recently, or enter it now.
    ///
    /// `password`: empty when the page did not ask for it.
    ///
    /// - Throws: `PasswordRefusal.unconfirmed` or `.wrongCurrent`, or `SignInRefusal.tooMany`.
    func stepUp(_ visitor: Visitor, password: String, address: String) async throws {
        let acting = ActionContext(actor: visitor.actor, origin: address, now: office.clock.now())
        guard !password.isEmpty else {
            guard SessionRules.isConfirmed(visitor, now: acting.now) else { throw PasswordRefusal.unconfirmed }
            return
        }
        try await check(password, of: visitor, address: address)
        try await office.database.write(as: acting) { try SessionActions.confirm(by: $0, in: $1) }
    }

    private func check(_ password: String, of visitor: Visitor, address: String) async throws {
        let hash = try await office.database.read { try PasswordActions.present(of: visitor, in: $0).hash }
        // Failures are counted for the session alone, so that guessing elsewhere does not slow its owner down.
        let verdict = try await signIn.throttle.judge(
            login: visitor.login, address: address, device: "session \(visitor.session)"
        ) {
            try await signIn.hasher.matches(password, hash)
        }
        signIn.record(verdict, login: visitor.login, actorName: visitor.login, address: address)
        guard verdict.isRight else { throw PasswordRefusal.wrongCurrent }
    }

    /// Checks and hashes a new password and stores it.
    /// - Throws: `PasswordRefusal`, or `SignInRefusal.tooMany`.
    func changePassword(
        of visitor: Visitor, from current: String, to new: String, again: String, address: String
    ) async throws {
        let present = try await office.database.read { try PasswordActions.present(of: visitor, in: $0) }
        guard let old = present.hash else { throw PasswordRefusal.wrongCurrent }
        try await check(current, of: visitor, address: address)
        // Checked first, because even comparing strings composes them, which could take seconds.
        guard max(new.utf8.count, again.utf8.count) <= PasswordRules.typedLimit else { throw PasswordRefusal.tooLong }
        guard new == again else { throw PasswordRefusal.unequal }
        guard new != current else { throw PasswordRefusal.unchanged }
        let owner = PasswordRules.Owner(login: visitor.login, name: visitor.name, officeName: office.name)
        try PasswordRules.check(
            new, minimum: present.minimumLength, owner: owner, common: commonPasswords)
        let hash = try await signIn.hasher.hash(new)
        let acting = ActionContext(actor: visitor.actor, origin: address, now: office.clock.now())
        try await office.database.write(as: acting) {
            try PasswordActions.changeOwn(from: old, to: hash, by: $0, in: $1)
        }
    }
}
