import Synchronization

/// Hashes and checks passwords on threads of their own, so that the pages of others never wait for them.
final class PasswordHasher: Sendable {
    let parameters: PasswordHash.Parameters
    private let pool: WorkPool
    /// What a password is checked against when there is no such account, so that it takes as long.
    private let decoy: String
    private let checks = Atomic(0)

    init(pool: WorkPool, parameters: PasswordHash.Parameters = .current) throws {
        self.pool = pool
        self.parameters = parameters
        var generator = SystemRandomNumberGenerator()
        decoy = try PasswordHash.make(
            IssuedPassword.make(using: &generator), parameters: parameters, using: &generator)
    }

    /// - Throws: `CommonRefusal.busy` when too many wait already.
    func hash(_ password: String) async throws -> String {
        let parameters = parameters
        return try await run {
            var generator = SystemRandomNumberGenerator()
            return try PasswordHash.make(password, parameters: parameters, using: &generator)
        }
    }

    /// Whether `password` is the one of `encoded`; for nil the same work is done in vain.
    /// - Throws: `CommonRefusal.busy` when too many wait already.
    func matches(_ password: String, _ encoded: String?) async throws -> Bool {
        checks.wrappingAdd(1, ordering: .relaxed)
        let against = encoded ?? decoy
        let matches = try await run { PasswordHash.matches(password, against) }
        return matches && encoded != nil
    }

    func needsRehash(_ encoded: String) -> Bool {
        PasswordHash.needsRehash(encoded, current: parameters)
    }

    /// How many passwords have been checked since the start.
    var checkCount: Int { checks.load(ordering: .relaxed) }

    private func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        do {
            return try await pool.run(body)
        } catch is WorkPool.Full {
            throw CommonRefusal.busy
        }
    }
}
