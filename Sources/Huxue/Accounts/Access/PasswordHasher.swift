import Synchronization

/// Hashes and checks passwords on dedicated threads, so that other people's pages never wait for them.
final class PasswordHasher: Sendable {
    let parameters: PasswordHash.Parameters
    private let pool: WorkPool
    /// The hash to check against when there is no such account, so that the answer takes equally long.
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

    /// Whether `encoded` is a hash of `password`; false for nil, after the same work on a decoy.
    ///
    /// `source`: where the password comes from; sources share the threads in turn.
    /// - Throws: `CommonRefusal.busy` when too many passwords already wait to be hashed.
    func matches(_ password: String, _ encoded: String?, from source: String = "") async throws -> Bool {
        checks.wrappingAdd(1, ordering: .relaxed)
        let against = encoded ?? decoy
        let matches = try await run(of: source) { PasswordHash.matches(password, against) }
        return matches && encoded != nil
    }

    func needsRehash(_ encoded: String) -> Bool {
        PasswordHash.needsRehash(encoded, current: parameters)
    }

    /// How many passwords have been checked since the start.
    var checkCount: Int { checks.load(ordering: .relaxed) }

    private func run<Result: Sendable>(
        of source: String = "", _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.run(of: source, body)
        } catch is WorkPool.Full {
            throw CommonRefusal.busy
        }
    }
}
