import GRDB

extension OfficeDatabase {
    /// Writes as `doer` is when the transaction comes to its turn: session and roles may have ended while it waited.
    /// - Throws: `CommonRefusal.signedOut`, or what `body` throws.
    func write<Result: Sendable>(
        by doer: PageActions.Doer, _ body: @escaping @Sendable (PageActions.Doer, Database) throws -> Result
    ) async throws -> Result {
        try await write { db in
            let actor = try SessionStore.current(doer.actor, now: doer.now, in: db)
            return try body(PageActions.Doer(actor: actor, origin: doer.origin, now: doer.now), db)
        }
    }
}
