import Synchronization

/// How much waits for each person who looks at pages, counted again after half a minute and after each form they send.
final class WaitingCache: Sendable {
    private struct Entry {
        let counts: [Address: Int]
        let countedAt: Moment
    }

    private static let limit = 20_000
    private static let seconds: Int64 = 30
    /// Begin the addresses whose answers have no menu, or are asked for too often to count for them.
    private static let apart = ["/static/", "/attempts/", "/search/suggestions"]

    private let kept = Mutex<[ID<Employee>: Entry]>([:])

    static func isCounted(at path: String) -> Bool { !apart.contains { path.hasPrefix($0) } }

    /// Nil when they have to be counted.
    func counts(of employee: ID<Employee>, now: Moment) -> [Address: Int]? {
        guard let entry = kept.withLock({ $0[employee] }) else { return nil }
        return (0..<Self.seconds).contains(now.seconds(since: entry.countedAt)) ? entry.counts : nil
    }

    func keep(_ counts: [Address: Int], of employee: ID<Employee>, now: Moment) {
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll() }
            kept[employee] = Entry(counts: counts, countedAt: now)
        }
    }

    func forget(_ employee: ID<Employee>) {
        kept.withLock { $0[employee] = nil }
    }
}
