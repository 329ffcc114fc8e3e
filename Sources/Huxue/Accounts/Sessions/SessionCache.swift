import Synchronization

/// A cache in memory of who is signed in.
///
/// Every request checks it against the generation of access rights, so that a password reset or a revoked role takes
/// effect at the next request, whichever process made the change.
final class SessionCache: Sendable {
    private struct Entry {
        let found: SessionStore.Found
        var seen: Moment
        var written: Moment
    }

    private struct State {
        var generation: Int64 = -1
        var entries: [String: Entry] = [:]
    }

    private enum Lookup {
        case unknown
        case ended
        case alive(Visitor, mustTouch: Bool)
    }

    private static let limit = 20_000

    private let database: OfficeDatabase
    private let watch: ChangeWatch
    private let state = Mutex(State())

    init(database: OfficeDatabase, watch: ChangeWatch) {
        self.database = database
        self.watch = watch
    }

    /// The signed-in person with this token; nil when the session is unknown, expired or ended.
    func visitor(token: SessionToken, now: Moment) async throws -> Visitor? {
        switch try lookUp(token, now: now) {
        case .ended:
            return nil
        case .alive(let visitor, let mustTouch):
            if mustTouch { try await touch(visitor.session, now: now) }
            return visitor
        case .unknown:
            let generation = try watch.generations().access
            guard let found = try await database.read({ try SessionStore.find(token: token, now: now, in: $0) }),
                SessionRules.isAlive(start: found.startedAt, seen: found.lastSeenAt, now: now)
            else { return nil }
            remember(found, token: token, generation: generation, now: now)
            // Emptying the cache drops the time of last use, so the database must not lag far behind.
            if now.seconds(since: found.lastSeenAt) >= SessionRules.touchSeconds {
                try await touch(found.visitor.session, now: now)
            }
            return found.visitor
        }
    }

    /// Stores that the session was used.
    ///
    /// A full or broken disk keeps nobody from reading: then it is kept in memory.
    private func touch(_ session: ID<Session>, now: Moment) async throws {
        do {
            try await database.write { try SessionStore.touch(session, now: now, in: $0) }
        } catch  where StorageFault.isOfDisk(error) {}
    }

    private func lookUp(_ token: SessionToken, now: Moment) throws -> Lookup {
        let generation = try watch.generations().access
        return state.withLock { state in
            if state.generation != generation {
                state.entries.removeAll(keepingCapacity: true)
                state.generation = generation
            }
            guard var entry = state.entries[token.text] else { return .unknown }
            guard SessionRules.isAlive(start: entry.found.startedAt, seen: entry.seen, now: now),
                entry.found.visitor.serviceEndsAt.map({ now < $0 }) ?? true
            else {
                state.entries[token.text] = nil
                return .ended
            }
            let mustTouch = now.seconds(since: entry.written) >= SessionRules.touchSeconds
            entry.seen = now
            if mustTouch { entry.written = now }
            state.entries[token.text] = entry
            return .alive(entry.found.visitor, mustTouch: mustTouch)
        }
    }

    private func remember(_ found: SessionStore.Found, token: SessionToken, generation: Int64, now: Moment) {
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.entries.count >= Self.limit { state.entries.removeAll() }
            state.entries[token.text] = Entry(found: found, seen: now, written: now)
        }
    }
}
