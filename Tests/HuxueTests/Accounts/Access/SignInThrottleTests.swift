import Synchronization
import Testing

@testable import Huxue

struct LoginThrottleTests {
    /// Waits by moving the clock, and writes down how long each wait was.
    private final class Waits: Sendable {
        let time = SteppedTime(from: SampleStaff.now)
        private let waits = Mutex<[Int64]>([])

        var taken: [Int64] { waits.withLock { $0 } }

        func throttle(capacity: Int = 10_000) -> SignInThrottle {
            SignInThrottle(clock: time.clock, capacity: capacity) { duration in
                // Pauses of a network's refusals, below a second, are tested with `RefusalPace`.
                let (seconds, fraction) = duration.components
                self.time.advance(milliseconds: seconds * 1000 + fraction / 1_000_000_000_000_000)
                if seconds > 0 { self.waits.withLock { $0.append(seconds) } }
            }
        }

        func forget() { waits.withLock { $0 = [] } }
    }

    /// Pauses of a network's refusals are tested with `RefusalPace`.
    private static var pace: RefusalPace {
        RefusalPace(clock: OfficeClock(fixed: SampleStaff.now), capacity: 10) { _ in }
    }

    private func fail(
        _ count: Int, _ throttle: SignInThrottle, login: String = "meiling", address: String = "10.0.0.1",
        device: String? = nil
    ) async throws {
        for _ in 0..<count {
            _ = try await throttle.judge(login: login, address: address, device: device) { false }
        }
    }

    @Test func `after five failures each attempt waits longer, up to ten seconds`() async throws {
        let waits = Waits()
        try await fail(13, waits.throttle())
        #expect(waits.taken == [1, 2, 4, 8, 10, 10, 10, 10])
    }

    @Test func `four failures and a success leave nothing`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        for _ in 0..<3 {
            try await fail(4, throttle)
            #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }.isRight)
        }
        #expect(waits.taken.isEmpty)
    }

    @Test func `a success after a wait clears the pair`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        try await fail(7, throttle)
        _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
        waits.forget()
        try await fail(5, throttle)
        #expect(waits.taken.isEmpty)
    }

    @Test func `forty colleagues at the attacker's address are not delayed`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        try await fail(20, throttle)
        waits.forget()
        for number in 1...40 {
            #expect(try await throttle.judge(login: "staff\(number)", address: "10.0.0.1") { true }.isRight)
        }
        #expect(waits.taken.isEmpty)
    }

    @Test func `one account attacked from many addresses waits ten seconds at most`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        for number in 1...40 { try await fail(1, throttle, address: "10.0.1.\(number)") }
        #expect(waits.taken.prefix(5) == [1, 2, 4, 8, 10])
        #expect(waits.taken.max() == 10)
        #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }.isRight)
        #expect(waits.taken.last == 10)
    }

    @Test func `all is forgotten after a quarter of an hour`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        try await fail(9, throttle)
        waits.forget()
        waits.time.advance(seconds: SignInThrottle.memorySeconds)
        try await fail(5, throttle)
        #expect(waits.taken.isEmpty)
    }

    @Test func `an IPv6 network counts as one address`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        for number in 1...5 { try await fail(1, throttle, address: "2001:db8:0:1::\(number)") }
        try await fail(1, throttle, address: "2001:db8::1:a:b:c:d")
        #expect(waits.taken == [1])
    }

    @Test func `what could not be judged counts neither way`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        for _ in 0..<10 {
            await #expect(throws: CommonRefusal.self) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { throw CommonRefusal.busy }
            }
        }
        try await fail(5, throttle)
        #expect(waits.taken.isEmpty)
    }

    @Test func `who waits is judged in turn, and beyond them is told to come back`() async throws {
        let gate = WaitingGate()
        let waits = Mutex<[Duration]>([])
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace, patience: 0) {
            duration in
            waits.withLock { $0.append(duration) }
            await gate.wait()
        }
        let limit = SignInThrottle.waitingLimit
        try await fail(5, throttle)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 1...limit {
                group.addTask { try await throttle.judge(login: "meiling", address: "10.0.0.1") { false }.isRight }
                while await gate.count < number { await Task.yield() }
            }
            await #expect(throws: SignInRefusal.tooMany(seconds: 1 + 2 * Int64(SignInThrottle.waitingLimit))) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
            }
            await gate.open()
            for try await isRight in group { #expect(!isRight) }
        }
        // One after another, and none before the account allows it.
        let turns = (0..<limit).map { Int64(max(1 + 2 * $0, min(10, 1 << $0))) }
        #expect(waits.withLock { $0 } == turns.map { .seconds($0) })
        #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }.isRight)
    }

    @Test(arguments: [1, 4, 8, SignInThrottle.waitingLimit - 2])
    func `the owner behind the attacker's address has a turn among the guesses`(connections: Int) async throws {
        let gate = WaitingGate()
        let waits = Mutex<[Duration]>([])
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace) { duration in
            waits.withLock { $0.append(duration) }
            await gate.wait()
        }
        try await fail(5, throttle)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            // The guesses, then the owner, then the next guess of somebody who was answered.
            for number in 1...connections + 2 {
                group.addTask {
                    try await throttle.judge(login: "meiling", address: "10.0.0.1") { number == connections + 1 }
                        .isRight
                }
                while await gate.count < number { await Task.yield() }
            }
            await gate.open()
            let right = try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(right == 1)
        }
        let taken = waits.withLock { $0 }
        #expect(taken == taken.sorted())
        #expect(taken[connections] <= .seconds(2 * (connections + 1) + 10), "\(taken[connections])")
    }

    @Test func `whoever goes away before the turn gives it back`() async throws {
        let waits = Mutex<[Duration]>([])
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace) { duration in
            waits.withLock { $0.append(duration) }
            try await Task.sleep(for: .seconds(3600))
        }
        try await fail(5, throttle)
        for number in 1...200 {
            let guess = Task { try await throttle.judge(login: "meiling", address: "10.0.0.1") { false } }
            while waits.withLock({ $0.count }) < number { await Task.yield() }
            guess.cancel()
            await #expect(throws: CancellationError.self) { try await guess.value }
        }
        #expect(waits.withLock { $0.max() } == .seconds(1))
    }

    @Test func `only so many wait in all, and somebody without a failure still gets in`() async throws {
        let gate = WaitingGate()
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace) { _ in
            await gate.wait()
        }
        let attackers = SignInThrottle.totalWaitingLimit
        for number in 0..<attackers { try await fail(5, throttle, login: "guess\(number)") }
        try await fail(5, throttle)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<attackers {
                group.addTask {
                    try await throttle.judge(login: "guess\(number)", address: "10.0.0.1") { false }.isRight
                }
            }
            while await gate.count < attackers { await Task.yield() }
            await #expect(throws: SignInRefusal.tooMany(seconds: 1)) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
            }
            group.addTask { try await throttle.judge(login: "meiling", address: "10.0.0.2") { true }.isRight }
            while await gate.count < attackers + 1 { await Task.yield() }
            await gate.open()
            var right = 0
            for try await isRight in group where isRight { right += 1 }
            #expect(right == 1)
        }
    }

    @Test func `sending many at once gains nothing`() async throws {
        let judging = WaitingGate()
        let sleeping = WaitingGate()
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace, patience: 0) { _ in
            await sleeping.wait()
        }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do {
                        _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") {
                            await judging.wait()
                            return false
                        }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            while await judging.count < 5 { await Task.yield() }
            while await sleeping.count < SignInThrottle.waitingLimit { await Task.yield() }
            for _ in 0..<1000 { await Task.yield() }
            #expect(await judging.count == 5)
            #expect(await sleeping.count == SignInThrottle.waitingLimit)
            await judging.open()
            await sleeping.open()
            let judged = await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(judged == 5 + SignInThrottle.waitingLimit)
        }
    }

    @Test func `a login takes little room however long it is, and counts as itself`() async throws {
        let marks = String(repeating: "\u{0301}\u{0323}", count: 60_000)
        #expect(SignInThrottle.key(of: "meiling") == "meiling")
        #expect(SignInThrottle.key(of: "a" + marks).utf8.count == 65)
        #expect(SignInThrottle.key(of: "a" + marks) != SignInThrottle.key(of: "b" + marks))
        #expect(!Login.isAllowed(SignInThrottle.key(of: "")))
        let waits = Waits()
        let throttle = waits.throttle()
        try await fail(6, throttle, login: "a" + marks)
        #expect(waits.taken == [1])
        try await fail(5, throttle, login: "b" + marks)
        #expect(waits.taken == [1])
    }

    @Test(arguments: [true, false])
    func `whoever finds no place waits for one, and is told when none comes free`(comesFree: Bool) async throws {
        let gate = WaitingGate()
        let asked = Mutex(0)
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace) { duration in
            guard duration == .milliseconds(SignInThrottle.patience.pause) else { return await gate.wait() }
            if comesFree,
                asked.withLock({
                    $0 += 1; return $0
                }) == 3
            {
                await gate.open()
            }
            for _ in 0..<100 { await Task.yield() }
        }
        try await fail(5, throttle)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<SignInThrottle.waitingLimit {
                group.addTask { _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { false } }
            }
            while await gate.count < SignInThrottle.waitingLimit { await Task.yield() }
            if comesFree {
                #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }.isRight)
            } else {
                await #expect(throws: SignInRefusal.self) {
                    _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
                }
                await gate.open()
            }
            try await group.waitForAll()
        }
    }

    @Test func `a browser that signed in before is kept waiting by nobody else`() async throws {
        let gate = WaitingGate()
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace, patience: 0) { _ in
            await gate.wait()
        }
        try await fail(5, throttle)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<SignInThrottle.waitingLimit {
                group.addTask { _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { false } }
            }
            while await gate.count < SignInThrottle.waitingLimit { await Task.yield() }
            await #expect(throws: SignInRefusal.self) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
            }
            #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1", device: "own") { true }.isRight)
            #expect(await gate.count == SignInThrottle.waitingLimit)
            await gate.open()
            try await group.waitForAll()
        }
    }

    @Test(arguments: 1...40)
    func `a known browser waits for its own failures alone, whatever happens around it`(seed: Int) async throws {
        var generator = SplitMix(seed: UInt64(seed))
        let waits = Waits()
        let throttle = waits.throttle()
        var (own, strangers) = (0, 0)
        for _ in 0..<60 {
            waits.forget()
            let isRight = Int.random(in: 0..<6, using: &generator) == 0
            if Bool.random(using: &generator) {
                let verdict = try await throttle.judge(login: "meiling", address: "10.0.0.1", device: "own") { isRight }
                #expect(waits.taken == (own < 5 ? [] : [min(2, 1 << Int64(min(own - 5, 10)))]))
                own = isRight ? 0 : own + 1
                #expect(verdict.nextDelay == (own < 5 ? 0 : min(2, 1 << Int64(min(own - 5, 10)))))
            } else {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { isRight }
                #expect(waits.taken == (strangers < 5 ? [] : [min(10, 1 << Int64(min(strangers - 5, 10)))]))
                strangers = isRight ? 0 : strangers + 1
            }
        }
    }

    @Test func `guessing from many addresses slows no known browser`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        for number in 1...40 { try await fail(1, throttle, address: "10.0.1.\(number)") }
        waits.forget()
        let verdict = try await throttle.judge(login: "meiling", address: "10.0.0.1", device: "own") { false }
        #expect(waits.taken.isEmpty && verdict.nextDelay == 0)
        try await fail(1, throttle)
        #expect(waits.taken == [10])
    }

    @Test func `a full network keeps no known browser out, and known browsers do not fill the queue`() async throws {
        let judging = WaitingGate()
        let throttle = SignInThrottle(clock: OfficeClock(fixed: SampleStaff.now), pace: Self.pace) { _ in }
        try await withThrowingTaskGroup(of: Void.self) { group in
            func add(_ login: String, device: String? = nil) {
                group.addTask {
                    _ = try await throttle.judge(login: login, address: "10.0.0.1", device: device) {
                        await judging.wait()
                        return true
                    }
                }
            }
            for number in 0..<SignInThrottle.networkLimit { add("guess\(number)") }
            while await judging.count < SignInThrottle.networkLimit { await Task.yield() }
            await #expect(throws: SignInRefusal.tooMany(seconds: 5)) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }
            }
            for number in 0..<SignInThrottle.deviceLimit { add("meiling", device: "\(number)") }
            while await judging.count < SignInThrottle.networkLimit + SignInThrottle.deviceLimit { await Task.yield() }
            await #expect(throws: SignInRefusal.tooMany(seconds: 5)) {
                _ = try await throttle.judge(login: "meiling", address: "10.0.0.1", device: "one more") { true }
            }
            #expect(try await throttle.judge(login: "yating", address: "10.0.0.1", device: "own") { true }.isRight)
            await judging.open()
            try await group.waitForAll()
        }
    }

    @Test func `a failure tells how long the next attempt will wait`() async throws {
        let waits = Waits()
        let throttle = waits.throttle()
        var told: [Int64] = []
        for _ in 1...7 {
            told.append(try await throttle.judge(login: "meiling", address: "10.0.0.1") { false }.nextDelay)
        }
        #expect(told == [0, 0, 0, 0, 1, 2, 4])
        #expect(waits.taken == [1, 2])
        #expect(try await throttle.judge(login: "meiling", address: "10.0.0.1") { true }.nextDelay == 0)
    }

    @Test func `memory is bounded`() async throws {
        let waits = Waits()
        let throttle = waits.throttle(capacity: 50)
        for number in 0..<5000 { try await fail(1, throttle, login: "guess\(number)") }
        try await fail(6, throttle)
        #expect(waits.taken == [1])
    }
}

/// Holds whoever waits until it is opened.
private actor WaitingGate {
    private(set) var count = 0
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        count += 1
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
