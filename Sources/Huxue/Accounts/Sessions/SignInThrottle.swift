import Crypto
import Synchronization

/// Slows down guessing without ever locking anybody out.
///
/// Failures in a row are counted for each pair of account and address, and for each account over all addresses.
/// After the fifth, every further attempt waits before it is judged: 1, 2, 4 … seconds, at most 30 for the pair and
/// 10 for the account. Attempts still being judged count as failures until they succeed, so sending many at once
/// gains nothing. Colleagues behind one address do not slow each other down. Counts are dropped after 15 minutes.
///
/// A browser that has signed in to the account before is counted separately, so that guessing from the same address,
/// or from many, does not keep the account's owner waiting.
final class SignInThrottle: Sendable {
    static let freeFailures = 5
    static let pairDelayLimit: Int64 = 30
    static let accountDelayLimit: Int64 = 10
    /// How many attempts of one pair of account and address or browser may wait at a time.
    static let waitingLimit = 3
    /// How many attempts may wait in all, each of which holds a connection; pairs without a failure of their own are
    /// exempt, so that an attacker's waiting attempts do not keep other people out.
    static let totalWaitingLimit = 200
    /// How many attempts of one network may be judged at a time, so that a network that tries a thousand names does not
    /// fill the hashing queue; a whole office that signs in at eight in the morning stays below this limit.
    static let networkLimit = 100
    /// How many attempts of all known browsers of one account may be judged at a time.
    static let deviceLimit = 10
    static let memorySeconds: Int64 = 15 * 60

    /// The result of one attempt.
    struct Verdict: Hashable, Sendable {
        let isRight: Bool
        /// How many seconds the next attempt would wait before it is judged.
        let nextDelay: Int64
        /// Set when this failure is to be recorded in the audit log.
        let run: Run?
    }

    /// A run of failures worth recording: `freeFailures`, after which attempts wait, or 10, 100 … times as many.
    struct Run: Hashable, Sendable {
        let failures: Int
        /// Whether the failures came from one address or browser; false when they came from several.
        let isOfOne: Bool
    }

    private enum Source: Hashable {
        case network(String)
        /// A browser that has signed in to the account before.
        case device(String)
    }

    private struct Pair: Hashable {
        let login: String
        let source: Source

        var isKnown: Bool { if case .device = source { true } else { false } }
        /// The group of attempts that share a limit on how many are judged at a time, and that limit.
        var lane: (name: Source, limit: Int) {
            isKnown ? (.device(login), SignInThrottle.deviceLimit) : (source, SignInThrottle.networkLimit)
        }
    }

    private struct Tally {
        var failures = 0
        /// Attempts that are waiting or being judged.
        var open = 0
        var waiting = 0
        var last: Moment

        var delayStep: Int { failures + open - SignInThrottle.freeFailures }
        var isEmpty: Bool { failures + open == 0 }
        func isForgotten(at now: Moment) -> Bool {
            open == 0 && now.seconds(since: last) >= SignInThrottle.memorySeconds
        }

        /// Counts the end of one attempt; a success subtracts the pair's `own` failures.
        mutating func close(_ succeeded: Bool?, forgiving own: Int, at now: Moment) {
            open -= 1
            switch succeeded {
            case true?: failures = max(0, failures - own)
            case false?:
                failures += 1
                last = now
            case nil: break
            }
        }
    }

    private struct State {
        var pairs: [Pair: Tally] = [:]
        var accounts: [String: Tally] = [:]
        var waiting = 0
        /// Attempts being judged that did not have to wait, by lane.
        var open: [Source: Int] = [:]
    }

    private let clock: OfficeClock
    private let sleep: @Sendable (Int64) async throws -> Void
    private let capacity: Int
    private let state = Mutex(State())

    /// `capacity`: how many pairs, and how many accounts, are remembered at most.
    ///
    /// `sleep`: waits for the given number of seconds.
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
    /// `device`: an identifier of the browser, if it has signed in to the account before; nil otherwise.
    /// `body`: returns whether the password was right; if it throws, the attempt counts as neither success nor failure.
    ///
    /// - Throws: `SignInRefusal.tooMany` when too many attempts wait or are being judged, or what `body` throws.
    func judge(
        login: String, address: String, device: String? = nil, _ body: () async throws -> Bool
    ) async throws -> Verdict {
        let source = device.map(Source.device) ?? .network(VisitorNetwork.name(of: address))
        let pair = Pair(login: Self.key(of: login), source: source)
        let delay = try begin(pair)
        do {
            if delay > 0 {
                defer { stopWaiting(pair) }
                try await sleep(delay)
            }
            let succeeded = try await body()
            let (next, run) = end(pair, hasWaited: delay > 0, succeeded: succeeded)
            return Verdict(isRight: succeeded, nextDelay: next, run: run)
        } catch {
            _ = end(pair, hasWaited: delay > 0, succeeded: nil)
            throw error
        }
    }

    /// The key under which a login is remembered: a valid login itself, and a 65-byte hash of anything else.
    ///
    /// The hash bounds the memory that arbitrary input can take.
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
            let delay = Self.delay(of: pair, ofPair, ofAccount)
            if delay > 0 {
                guard ofPair.waiting < Self.waitingLimit,
                    ofPair.failures == 0 || state.waiting < Self.totalWaitingLimit
                else { throw SignInRefusal.tooMany(seconds: delay) }
                ofPair.waiting += 1
                state.waiting += 1
            } else {
                let lane = pair.lane
                guard state.open[lane.name, default: 0] < lane.limit else {
                    throw SignInRefusal.tooMany(seconds: 5)
                }
                state.open[lane.name, default: 0] += 1
            }
            ofPair.open += 1
            state.pairs[pair] = ofPair
            if !pair.isKnown {
                ofAccount.open += 1
                state.accounts[pair.login] = ofAccount
            }
            return delay
        }
    }

    private func stopWaiting(_ pair: Pair) {
        state.withLock { state in
            state.pairs[pair]?.waiting -= 1
            state.waiting -= 1
        }
    }

    /// Gives how long the next attempt would wait, and the run that this failure completes.
    ///
    /// `succeeded`: nil when the attempt was not judged.
    private func end(_ pair: Pair, hasWaited: Bool, succeeded: Bool?) -> (delay: Int64, run: Run?) {
        let now = clock.now()
        return state.withLock { state in
            if !hasWaited {
                let open = state.open[pair.lane.name, default: 0] - 1
                state.open[pair.lane.name] = open > 0 ? open : nil
            }
            guard var ofPair = state.pairs[pair] else { return (0, nil) }
            var ofAccount = Self.tally(state.accounts[pair.login], now: now)
            if !pair.isKnown { ofAccount.close(succeeded, forgiving: ofPair.failures, at: now) }
            ofPair.close(succeeded, forgiving: ofPair.failures, at: now)
            state.pairs[pair] = ofPair.isEmpty ? nil : ofPair
            if !pair.isKnown { state.accounts[pair.login] = ofAccount.isEmpty ? nil : ofAccount }
            return (
                Self.delay(of: pair, ofPair, ofAccount),
                succeeded == false ? Self.run(of: pair, ofPair, ofAccount) : nil
            )
        }
    }

    private static func run(of pair: Pair, _ ofPair: Tally, _ ofAccount: Tally) -> Run? {
        if isWorthTelling(ofPair.failures) { return Run(failures: ofPair.failures, isOfOne: true) }
        guard !pair.isKnown, isWorthTelling(ofAccount.failures) else { return nil }
        return Run(failures: ofAccount.failures, isOfOne: false)
    }

    private static func isWorthTelling(_ failures: Int) -> Bool {
        var mark = freeFailures
        while mark < failures { mark *= 10 }
        return mark == failures
    }

    /// The wait before the next attempt, in seconds; a known browser is not slowed down by failures elsewhere.
    private static func delay(of pair: Pair, _ ofPair: Tally, _ ofAccount: Tally) -> Int64 {
        let own = delay(step: ofPair.delayStep, limit: pairDelayLimit)
        return pair.isKnown ? own : max(own, delay(step: ofAccount.delayStep, limit: accountDelayLimit))
    }

    private static func tally(_ known: Tally?, now: Moment) -> Tally {
        guard let known, !known.isForgotten(at: now) else { return Tally(last: now) }
        return known
    }

    private static func delay(step: Int, limit: Int64) -> Int64 {
        step < 0 ? 0 : min(limit, 1 << Int64(min(step, 10)))
    }

    /// Makes room when full: removes expired tallies and, if that is not enough, the tenth that were unused longest.
    private static func forget<Key>(_ tallies: inout [Key: Tally], at now: Moment, keeping capacity: Int) {
        guard tallies.count >= capacity else { return }
        tallies = tallies.filter { !$0.value.isForgotten(at: now) }
        guard tallies.count >= capacity else { return }
        let quiet = tallies.filter { $0.value.open == 0 }.sorted { $0.value.last < $1.value.last }
        for (key, _) in quiet.prefix(max(1, capacity / 10)) { tallies[key] = nil }
    }
}
