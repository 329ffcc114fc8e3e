import Crypto
import Synchronization

/// Slows down guessing without ever locking anybody out.
///
/// Failures in a row are counted for an account and an address together, and for an account over all addresses.
/// From the fifth on every further attempt waits before it is judged: 1, 2, 4 … seconds, at most 30 for the pair and
/// 10 for the account. Attempts still being judged count as failures until they succeed, so sending many at once
/// gains nothing. Colleagues behind one address do not slow each other down. All is forgotten after 15 minutes.
final class LoginThrottle: Sendable {
    static let freeFailures = 5
    static let pairDelayLimit: Int64 = 30
    static let accountDelayLimit: Int64 = 10
    /// How many attempts of one pair may wait at a time.
    static let waitingLimit = 3
    /// How many attempts may wait in all, each of which holds a connection; pairs without a failure of their own are
    /// let in beyond it, so that an attacker's waiting keeps nobody else out.
    static let totalWaitingLimit = 200
    /// How many attempts of one network may be judged at a time, so that one that tries a thousand names does not fill
    /// the hashing queue for all; a whole office that signs in at eight in the morning stays below it.
    static let networkLimit = 100
    static let memorySeconds: Int64 = 15 * 60

    private struct Pair: Hashable {
        let login: String
        let address: String
    }

    private struct Tally {
        var failures = 0
        /// Attempts let in and not yet judged.
        var open = 0
        var waiting = 0
        var last: Moment

        var delayStep: Int { failures + open - LoginThrottle.freeFailures }
        func isForgotten(at now: Moment) -> Bool {
            open == 0 && now.seconds(since: last) >= LoginThrottle.memorySeconds
        }
    }

    private struct State {
        var pairs: [Pair: Tally] = [:]
        var accounts: [String: Tally] = [:]
        var waiting = 0
        /// Attempts let in without a wait and not yet judged, by network.
        var open: [String: Int] = [:]
    }

    private let clock: OfficeClock
    private let sleep: @Sendable (Int64) async throws -> Void
    private let capacity: Int
    private let state = Mutex(State())

    /// `capacity`: how many pairs, and how many accounts, are remembered at most.
    ///
    /// `sleep`: waits for so many seconds.
    init(
        clock: OfficeClock, capacity: Int = 10_000,
        sleep: @escaping @Sendable (Int64) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.clock = clock
        self.capacity = max(capacity, 1)
        self.sleep = sleep
    }

    /// Lets `body` judge one attempt, after the wait that is due.
    ///
    /// `body`: true when the password was right; what it throws counts neither way.
    ///
    /// - Throws: `SignInRefusal.tooMany` when as many already wait, or what `body` throws.
    func judge(
        login: String, address: String, _ body: () async throws -> Bool
    ) async throws -> Bool {
        let pair = Pair(login: Self.key(of: login), address: Self.network(of: address))
        let delay = try begin(pair)
        do {
            if delay > 0 {
                defer { stopWaiting(pair) }
                try await sleep(delay)
            }
            let succeeded = try await body()
            end(pair, hasWaited: delay > 0, succeeded: succeeded)
            return succeeded
        } catch {
            end(pair, hasWaited: delay > 0, succeeded: nil)
            throw error
        }
    }

    /// Under which name a login is remembered: its own when it may be an account's, else 65 bytes made of it, because
    /// strangers type what they like.
    static func key(of login: String) -> String {
        if Login.isAllowed(login) { return login }
        return SHA256.hash(data: Array(login.utf8)).reduce(into: "#") { key, byte in
            key += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
    }

    private func begin(_ pair: Pair) throws -> Int64 {
        let now = clock.now()
        return try state.withLock { state in
            Self.forget(&state.pairs, at: now, keeping: capacity)
            Self.forget(&state.accounts, at: now, keeping: capacity)
            var ofPair = Self.tally(state.pairs[pair], now: now)
            var ofAccount = Self.tally(state.accounts[pair.login], now: now)
            let delay = max(
                Self.delay(step: ofPair.delayStep, limit: Self.pairDelayLimit),
                Self.delay(step: ofAccount.delayStep, limit: Self.accountDelayLimit))
            if delay > 0 {
                guard ofPair.waiting < Self.waitingLimit,
                    ofPair.failures == 0 || state.waiting < Self.totalWaitingLimit
                else { throw SignInRefusal.tooMany(seconds: delay) }
                ofPair.waiting += 1
                state.waiting += 1
            } else {
                guard state.open[pair.address, default: 0] < Self.networkLimit else {
                    throw SignInRefusal.tooMany(seconds: 5)
                }
                state.open[pair.address, default: 0] += 1
            }
            ofPair.open += 1
            ofAccount.open += 1
            state.pairs[pair] = ofPair
            state.accounts[pair.login] = ofAccount
            return delay
        }
    }

    private func stopWaiting(_ pair: Pair) {
        state.withLock { state in
            state.pairs[pair]?.waiting -= 1
            state.waiting -= 1
        }
    }

    /// `succeeded`: nil when it was not judged.
    private func end(_ pair: Pair, hasWaited: Bool, succeeded: Bool?) {
        let now = clock.now()
        state.withLock { state in
            if !hasWaited {
                let open = state.open[pair.address, default: 0] - 1
                state.open[pair.address] = open > 0 ? open : nil
            }
            guard var ofPair = state.pairs[pair], var ofAccount = state.accounts[pair.login] else { return }
            ofPair.open -= 1
            ofAccount.open -= 1
            switch succeeded {
            case true?:
                ofAccount.failures = max(0, ofAccount.failures - ofPair.failures)
                ofPair.failures = 0
            case false?:
                ofPair.failures += 1
                ofAccount.failures += 1
                ofPair.last = now
                ofAccount.last = now
            case nil:
                break
            }
            state.pairs[pair] = ofPair.failures + ofPair.open == 0 ? nil : ofPair
            state.accounts[pair.login] = ofAccount.failures + ofAccount.open == 0 ? nil : ofAccount
        }
    }

    private static func tally(_ known: Tally?, now: Moment) -> Tally {
        guard let known, !known.isForgotten(at: now) else { return Tally(last: now) }
        return known
    }

    private static func delay(step: Int, limit: Int64) -> Int64 {
        step < 0 ? 0 : min(limit, 1 << Int64(min(step, 10)))
    }

    /// Makes room when full: the forgotten go first, then the tenth that has been quiet longest.
    private static func forget<Key>(_ tallies: inout [Key: Tally], at now: Moment, keeping capacity: Int) {
        guard tallies.count >= capacity else { return }
        tallies = tallies.filter { !$0.value.isForgotten(at: now) }
        guard tallies.count >= capacity else { return }
        let quiet = tallies.filter { $0.value.open == 0 }.sorted { $0.value.last < $1.value.last }
        for (key, _) in quiet.prefix(max(1, capacity / 10)) { tallies[key] = nil }
    }

    /// An IPv6 address's /64, which one household or machine has for itself; any other address as it is.
    private static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        var head: [Substring] = []
        var tail: [Substring]?
        for group in address.split(separator: ":", omittingEmptySubsequences: false) {
            if group.isEmpty {
                tail = tail ?? []
            } else if tail != nil {
                tail?.append(group)
            } else {
                head.append(group)
            }
        }
        let groups = head + Array(repeating: "0", count: max(0, 8 - head.count - (tail?.count ?? 0))) + (tail ?? [])
        return groups.prefix(4).joined(separator: ":")
    }
}
