import NIOCore
import Synchronization

/// Shares the server's connections and memory out, so that nobody takes them all.
///
/// An address has at most its share of them. When nearly all are taken, those that have been idle longest are closed
/// first, of the address that has most. Answers that wait to be read may take a certain memory in all; beyond it, the
/// connections that have not read for longest are closed.
final class Connections: Sendable {
    struct Limits: Sendable {
        /// How many may be open.
        var all = 1024
        /// How many one network may have; behind the proxy, how many of its requests may be under way.
        var share = 384
        /// How many are kept free by closing idle ones.
        var spare = 64
        /// Bytes of answers that may wait to be read.
        var waiting = 64 << 20
    }

    private struct State {
        var open: [ObjectIdentifier: OpenConnection] = [:]
        var counts: [String: Int] = [:]
        /// Requests under way that came through the proxy, by the network they came from.
        var requests: [String: Int] = [:]
    }

    let limits: Limits
    private let state = Mutex(State())
    private let waiting = Atomic(0)

    init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Takes a new connection in, and closes another one, or itself, where its network or all have too many.
    func open(_ new: OpenConnection) {
        let leaving = state.withLock { state in
            state.open[new.id] = new
            if let network = new.network { state.counts[network, default: 0] += 1 }
            return Self.leaving(for: new, of: state, limits)
        }
        leaving?.close()
    }

    func close(_ connection: OpenConnection) {
        state.withLock { state in
            guard state.open.removeValue(forKey: connection.id) != nil, let network = connection.network else { return }
            Self.decrease(&state.counts, network)
        }
        waiting.subtract(connection.waiting.exchange(0, ordering: .relaxed), ordering: .relaxed)
    }

    private static func leaving(for new: OpenConnection, of state: State, _ limits: Limits) -> OpenConnection? {
        if let network = new.network, state.counts[network, default: 0] > limits.share {
            return longestIdle(state.open.values.lazy.filter { $0.network == network && $0 !== new }) ?? new
        }
        guard state.open.count > limits.all - limits.spare else { return nil }
        let most = state.counts.max { $0.value < $1.value }?.key
        let others = state.open.values.lazy.filter { $0 !== new && !$0.isGoing }
        let idle = longestIdle(others.filter { $0.network == most }) ?? longestIdle(others)
        guard idle == nil, state.open.count > limits.all else { return idle }
        return new.network == most ? new : others.first { $0.network == most } ?? new
    }

    private static func longestIdle(_ connections: some Sequence<OpenConnection>) -> OpenConnection? {
        connections.filter(\.isIdle).min {
            $0.idleSince.load(ordering: .relaxed) < $1.idleSince.load(ordering: .relaxed)
        }
    }

    // MARK: Requests through the proxy

    /// Notes a request that came through the proxy; false when its network has too many under way.
    func begin(_ network: String) -> Bool {
        state.withLock { state in
            guard state.requests[network, default: 0] < limits.share else { return false }
            state.requests[network, default: 0] += 1
            return true
        }
    }

    func end(_ network: String) {
        state.withLock { Self.decrease(&$0.requests, network) }
    }

    private static func decrease(_ counts: inout [String: Int], _ network: String) {
        let left = counts[network, default: 0] - 1
        counts[network] = left > 0 ? left : nil
    }

    // MARK: Answers that wait to be read

    func wait(_ bytes: Int, on connection: OpenConnection, now: NIODeadline) {
        if connection.waiting.add(bytes, ordering: .relaxed).oldValue == 0 {
            connection.progress.store(now.uptimeNanoseconds, ordering: .relaxed)
        }
        guard waiting.add(bytes, ordering: .relaxed).newValue > limits.waiting else { return }
        let slowest = state.withLock { state in
            state.open.values.lazy.filter { !$0.isGoing && $0.waiting.load(ordering: .relaxed) > 0 }.min {
                $0.progress.load(ordering: .relaxed) < $1.progress.load(ordering: .relaxed)
            }
        }
        // What it held is free at once: until its thread has closed it, nobody else need go.
        guard let slowest, slowest.close() else { return }
        waiting.subtract(slowest.waiting.exchange(0, ordering: .relaxed), ordering: .relaxed)
    }

    func taken(_ bytes: Int, on connection: OpenConnection, now: NIODeadline) {
        // A connection that was closed has given back what waited.
        guard connection.waiting.load(ordering: .relaxed) >= bytes else { return }
        connection.waiting.subtract(bytes, ordering: .relaxed)
        waiting.subtract(bytes, ordering: .relaxed)
        connection.progress.store(now.uptimeNanoseconds, ordering: .relaxed)
    }

    /// Bytes of answers that wait, over all connections.
    var waitingBytes: Int { waiting.load(ordering: .relaxed) }
}
