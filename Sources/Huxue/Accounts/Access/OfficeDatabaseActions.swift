import GRDB

extension OfficeDatabase {
    /// Writes with the rights that the actor has when the transaction starts, because their session or roles may have
    /// ended while it waited.
    ///
    /// - Throws: `CommonRefusal.signedOut` when the session is over, or what `body` throws.
    func write<Result: Sendable>(
        as acting: ActionContext, _ body: @escaping @Sendable (ActionContext, Database) throws -> Result
    ) async throws -> Result {
        try await write { db in
            let actor = try SessionStore.current(acting.actor, now: acting.now, in: db)
            return try body(ActionContext(actor: actor, origin: acting.origin, now: acting.now), db)
        }
    }
}
