import Synchronization

/// Spaces out the answers that a password is wrong, so that a network's guesses leave the threads that hash to others.
///
/// Each network hears it five times a second at most, whatever logins it tries. Who mistypes notices nothing of it, and
/// who is right hears that at once.
final class RefusalPace: Sendable {
    /// Milliseconds between two answers to one network.
    static let pause: Int64 = 200
    /// How many answers may be held back for one network; beyond, its next attempts wait before they are judged.
    ///
    /// An answer keeps its place also when nobody waits for it any more, so that going away early gains nothing.
    static let limit = 200

    private struct Line {
        var length = 0
        /// When the last answer in it goes out.
        var end: Moment
    }

    private let clock: OfficeClock
    private let capacity: Int
    private let sleep: @Sendable (Duration) async throws -> Void
    private let lines = Mutex<[String: Line]>([:])

    /// `capacity`: how many networks are remembered at most while none of their answers waits.
    init(clock: OfficeClock, capacity: Int, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.clock = clock
        self.capacity = capacity
        self.sleep = sleep
    }

    /// Waits until the network has room for one more wrong answer.
    func waitForPlace(of network: String) async throws {
        while !admits(network) { try await sleep(.milliseconds(Self.pause)) }
    }

    func admits(_ network: String) -> Bool {
        lines.withLock { $0[network]?.length ?? 0 < Self.limit }
    }

    func waitForTurn(of network: String) async throws {
        let now = clock.now()
        let wait = lines.withLock { lines in
            if lines.count >= capacity { lines = lines.filter { $0.value.length > 0 } }
            var line = lines[network] ?? Line(end: now)
            let begins = max(now, line.end)
            line.end = Moment(milliseconds: begins.milliseconds + Self.pause)
            line.length += 1
            lines[network] = line
            return begins.milliseconds - now.milliseconds
        }
        let sleep = sleep
        try await Task {
            defer { lines.withLock { $0[network]?.length -= 1 } }
            if wait > 0 { try await sleep(.milliseconds(wait)) }
        }.value
    }
}
