import Crypto
import Synchronization

/// Slows down guessing without ever locking anybody out.
///
/// Failures in a row are counted for each pair of account and address, and for each account over all addresses.
/// After the fifth, every further attempt waits before it is judged: 1 second and then 2 for the pair, at most 10 for the
/// account. Attempts of one pair are judged one after another in the order in which they came, so the owner's right
/// password has its turn among an attacker's guesses, and sending many at once gains nothing. Colleagues behind one
/// address do not slow each other down. Counts are dropped after 15 minutes.
///
/// A wrong password is answered at the pace of `RefusalPace`.
///
/// A browser that has signed in to the account before is counted separately, so that guessing from the same address,
/// or from many, does not keep the account's owner waiting.
final class SignInThrottle: Sendable {
    static let freeFailures = 5
    static let pairDelayLimit: Int64 = 2
    static let accountDelayLimit: Int64 = 10
    /// How many attempts of one pair of account and address or browser may wait for their turn at a time; the last of
    /// them for less than the minute that a proxy waits for an answer.
    static let waitingLimit = 15
    /// How often an attempt that finds all of them taken asks again, and how many milliseconds apart: whoever asks when
    /// one is free has it, the owner as likely as each of the guesses.
    static let patience = (times: 50, pause: Int64(500))
    /// How many attempts may wait in all, each of which holds a connection; pairs without a failure of their own are
    /// exempt, so that an attacker's waiting attempts do not keep other people out.
    static let totalWaitingLimit = 500
    /// How many attempts of one network may be judged at a time, so that a network that tries a thousand names does not
    /// fill the hashing queue; a whole office that signs in at eight in the morning stays below this limit.
    static let networkLimit = 200
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

    private struct State {
        var pairs: [SignInPair: SignInTally] = [:]
        var accounts: [String: SignInTally] = [:]
        var waiting = 0
        /// Attempts that wait for a place among those that wait.
        var patient = 0
        /// Attempts being judged that did not have to wait, by lane.
        var open: [SignInSource: Int] = [:]
    }

    private let clock: OfficeClock
    private let sleep: @Sendable (Duration) async throws -> Void
    private let capacity: Int
    private let pace: RefusalPace
    private let patience: Int
    private let state = Mutex(State())

    /// `capacity`: how many pairs, and how many accounts, are remembered at most.
    ///
    /// `patience`: how often an attempt asks for a free place among those that wait.
    /// `sleep`: waits so long.
    init(
        clock: OfficeClock, capacity: Int = 10_000, pace: RefusalPace? = nil,
        patience: Int = SignInThrottle.patience.times,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.clock = clock
        self.capacity = max(capacity, 1)
        self.sleep = sleep
        self.patience = patience
        self.pace = pace ?? RefusalPace(clock: clock, capacity: self.capacity, sleep: sleep)
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
        let source = device.map(SignInSource.device) ?? .network(VisitorNetwork.name(of: address))
        let pair = SignInPair(login: Self.key(of: login), source: source)
        let begun = clock.now()
        if case .network(let name) = source { try await pace.waitForPlace(of: name) }
        let delay = try await place(pair, since: begun)
        let verdict: Verdict
        do {
            if delay > 0 { try await wait(delay, pair) }
            let succeeded = try await body()
            let (next, run) = end(pair, hasWaited: delay > 0, succeeded: succeeded)
            verdict = Verdict(isRight: succeeded, nextDelay: next, run: run)
        } catch {
            _ = end(pair, hasWaited: delay > 0, succeeded: nil)
            throw error
        }
        if !verdict.isRight, case .network(let name) = source { try await pace.waitForTurn(of: name) }
        return verdict
    }

    /// Gives how long the attempt waits, in milliseconds, once there is room for it.
    ///
    /// `begun`: when the attempt came; it has had its time also where its network had to wait before.
    private func place(_ pair: SignInPair, since begun: Moment) async throws -> Int64 {
        let mayWait = state.withLock { state in
            guard state.waiting + state.patient < Self.totalWaitingLimit else { return false }
            state.patient += 1
            return true
        }
        defer { if mayWait { state.withLock { $0.patient -= 1 } } }
        for _ in 0..<(mayWait ? patience : 0) where isFull(pair) {
            guard clock.now().seconds(since: begun) < Self.patienceSeconds else { break }
            try await sleep(.milliseconds(Self.patience.pause))
        }
        return try begin(pair)
    }

    private static let patienceSeconds: Int64 = 25

    private func isFull(_ pair: SignInPair) -> Bool {
        state.withLock { $0.pairs[pair]?.waiting ?? 0 >= Self.waitingLimit }
    }

    /// Waits for the turn; who goes away before it comes gives it back.
    private func wait(_ delay: Int64, _ pair: SignInPair) async throws {
        defer {
            state.withLock { state in
                state.pairs[pair]?.waiting -= 1
                state.waiting -= 1
            }
        }
        do {
            try await sleep(.milliseconds(delay))
        } catch {
            state.withLock { state in
                guard let ofPair = state.pairs[pair] else { return }
                state.pairs[pair]?.turn = ofPair.turn.adding(seconds: -Self.pairDelayLimit)
            }
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

    /// Gives how long the attempt waits, in milliseconds.
    private func begin(_ pair: SignInPair) throws -> Int64 {
        let now = clock.now()
        return try state.withLock { state in
            Self.forget(&state.pairs, at: now, keeping: capacity)
            Self.forget(&state.accounts, at: now, keeping: capacity)
            var ofPair = SignInTally.current(state.pairs[pair], now: now)
            var ofAccount = SignInTally.current(state.accounts[pair.login], now: now)
            let delay = Self.delay(of: pair, ofPair, ofAccount, now: now)
            if delay > 0 {
                guard ofPair.waiting < Self.waitingLimit,
                    ofPair.failures == 0 || state.waiting < Self.totalWaitingLimit
                else { throw SignInRefusal.tooMany(seconds: Self.seconds(delay)) }
                ofPair.waiting += 1
                state.waiting += 1
                ofPair.turn = ofPair.nextTurn(after: Self.delay(of: ofPair), now: now)
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

    /// Gives how long the next attempt would wait, and the run that this failure completes.
    ///
    /// `succeeded`: nil when the attempt was not judged.
    private func end(_ pair: SignInPair, hasWaited: Bool, succeeded: Bool?) -> (delay: Int64, run: Run?) {
        let now = clock.now()
        return state.withLock { state in
            if !hasWaited {
                let open = state.open[pair.lane.name, default: 0] - 1
                state.open[pair.lane.name] = open > 0 ? open : nil
            }
            guard var ofPair = state.pairs[pair] else { return (0, nil) }
            var ofAccount = SignInTally.current(state.accounts[pair.login], now: now)
            if !pair.isKnown { ofAccount.close(succeeded, forgiving: ofPair.failures, at: now) }
            ofPair.close(succeeded, forgiving: ofPair.failures, at: now)
            state.pairs[pair] = ofPair.isEmpty ? nil : ofPair
            if !pair.isKnown { state.accounts[pair.login] = ofAccount.isEmpty ? nil : ofAccount }
            return (
                Self.seconds(Self.delay(of: pair, ofPair, ofAccount, now: now)),
                succeeded == false ? Self.run(of: pair, ofPair, ofAccount) : nil
            )
        }
    }

    private static func run(of pair: SignInPair, _ ofPair: SignInTally, _ ofAccount: SignInTally) -> Run? {
        if isWorthTelling(ofPair.failures) { return Run(failures: ofPair.failures, isOfOne: true) }
        guard !pair.isKnown, isWorthTelling(ofAccount.failures) else { return nil }
        return Run(failures: ofAccount.failures, isOfOne: false)
    }

    private static func isWorthTelling(_ failures: Int) -> Bool {
        var mark = freeFailures
        while mark < failures { mark *= 10 }
        return mark == failures
    }

    /// The wait before the next attempt, in milliseconds; a known browser is not slowed down by failures elsewhere.
    private static func delay(of pair: SignInPair, _ ofPair: SignInTally, _ ofAccount: SignInTally, now: Moment)
        -> Int64
    {
        let step = delay(of: ofPair)
        let own = step > 0 ? ofPair.nextTurn(after: step, now: now).milliseconds - now.milliseconds : 0
        return pair.isKnown
            ? own : max(own, SignInTally.delay(step: ofAccount.delayStep, limit: accountDelayLimit) * 1000)
    }

    /// In seconds, after the attempt before it.
    private static func delay(of pair: SignInTally) -> Int64 {
        SignInTally.delay(step: pair.delayStep, limit: pairDelayLimit)
    }

    /// Whole seconds, rounded up.
    private static func seconds(_ milliseconds: Int64) -> Int64 { (milliseconds + 999) / 1000 }

    /// Makes room when full: removes expired tallies and, if that is not enough, the tenth that were unused longest.
    private static func forget<Key>(_ tallies: inout [Key: SignInTally], at now: Moment, keeping capacity: Int) {
        guard tallies.count >= capacity else { return }
        tallies = tallies.filter { !$0.value.isForgotten(at: now) }
        guard tallies.count >= capacity else { return }
        let quiet = tallies.filter { $0.value.open == 0 }.sorted { $0.value.last < $1.value.last }
        for (key, _) in quiet.prefix(max(1, capacity / 10)) { tallies[key] = nil }
    }
}
