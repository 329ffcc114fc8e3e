import Synchronization

/// Which articles and statutes an office has, as it was last asked: most pages cite the same few.
final class CitationLinkCache: Sendable {
    static let shared = CitationLinkCache()

    private static let limit = 20_000

    private struct State {
        /// The newest version of the office that was asked; articles only come with versions.
        var newest: StatuteDirectory.Place?
        var known: [Citation: Bool] = [:]
    }

    private let state = Mutex(State())

    func known(_ citations: Set<Citation>, at newest: StatuteDirectory.Place) -> [Citation: Bool] {
        state.withLock { state in
            guard state.newest == newest else { return [:] }
            return Dictionary(uniqueKeysWithValues: citations.compactMap { one in state.known[one].map { (one, $0) } })
        }
    }

    /// Keeps that of those who were asked for `own` are there, and the others not.
    func keep(_ asked: Set<Citation>, _ own: Set<Citation>, at newest: StatuteDirectory.Place) {
        guard !asked.isEmpty else { return }
        state.withLock { state in
            if state.newest != newest || state.known.count >= Self.limit { state = State(newest: newest) }
            for one in asked { state.known[one] = own.contains(one) }
        }
    }
}
