import Synchronization

/// Test pages of open attempts, rendered once and kept until an answer is saved or an attempt is handed in.
///
/// Answers are saved by this process alone (a folder has one server), which calls `forget`. Attempts can also be handed
/// in by a command in another process; that changes the generation, which drops all pages.
final class TestPageCache: Sendable {
    /// Whose page it is and how it looks: a page holds the session's form token.
    struct Key: Hashable, Sendable {
        let employee: ID<Employee>
        let formToken: String
        let theme: Theme
        /// The question shown alone, as asked for; nil for none.
        let shown: Int?
    }

    struct Entry: Sendable {
        let template: PageTemplate
        let deadline: Moment
    }

    /// What the cache knew before a page was read; the page is kept only if nothing has changed once it is rendered.
    struct Ticket: Sendable {
        fileprivate let generation: Int64
        fileprivate let version: Int
    }

    private struct State {
        var generation: Int64 = -1
        var pages: [String: [Key: Entry]] = [:]
        /// How often each attempt's page was forgotten.
        var versions: [String: Int] = [:]
    }

    private static let limit = 2000
    private static let perAttempt = 4

    private let state = Mutex(State())

    func page(of address: String, for key: Key, generation: Int64) -> Entry? {
        state.withLock { state in
            state.generation == generation ? state.pages[address]?[key] : nil
        }
    }

    func ticket(for address: String, generation: Int64) -> Ticket {
        state.withLock { state in
            if state.generation != generation { state = State(generation: generation) }
            return Ticket(generation: generation, version: state.versions[address] ?? 0)
        }
    }

    func keep(_ page: Entry, of address: String, for key: Key, ticket: Ticket) {
        state.withLock { state in
            guard state.generation == ticket.generation, (state.versions[address] ?? 0) == ticket.version else {
                return
            }
            if state.pages.count >= Self.limit { state.pages.removeAll(keepingCapacity: true) }
            var pages = state.pages[address] ?? [:]
            if pages.count >= Self.perAttempt { pages.removeAll() }
            pages[key] = page
            state.pages[address] = pages
        }
    }

    /// Must be called after every save, before the save is acknowledged.
    func forget(_ address: String) {
        state.withLock { state in
            state.versions[address, default: 0] += 1
            state.pages[address] = nil
        }
    }
}
