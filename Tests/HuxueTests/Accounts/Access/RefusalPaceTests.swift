import Synchronization
import Testing

@testable import Huxue

struct RefusalPaceTests {
    /// Notes waits without waiting.
    private final class Waits: Sendable {
        let time = SteppedTime(from: SampleStaff.now)
        private let waits = Mutex<[Duration]>([])

        var taken: [Duration] { waits.withLock { $0 } }
        var pace: RefusalPace {
            RefusalPace(clock: time.clock, capacity: 10) { duration in self.waits.withLock { $0.append(duration) } }
        }
    }

    @Test func `one network hears it five times a second, however many it sends`() async throws {
        let waits = Waits()
        let pace = waits.pace
        for _ in 0..<4 { try await pace.waitForTurn(of: "10.0.0.1") }
        #expect(waits.taken == [.milliseconds(200), .milliseconds(400), .milliseconds(600)])
        try await pace.waitForTurn(of: "10.0.0.2")
        #expect(waits.taken.count == 3)
        waits.time.advance(seconds: 1)
        try await pace.waitForTurn(of: "10.0.0.1")
        #expect(waits.taken.count == 3)
    }

    @Test func `where refusals pile up the next attempts wait, whoever has gone away meanwhile`() async throws {
        let isOver = Mutex(false)
        let pace = RefusalPace(clock: OfficeClock(fixed: SampleStaff.now), capacity: 10) { duration in
            // Only who waits for a place sleeps for so short a time.
            let isShort = duration <= .milliseconds(RefusalPace.pause)
            guard !isShort else { return try await Task.sleep(for: .milliseconds(1)) }
            while !isOver.withLock({ $0 }) { await Task.yield() }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<RefusalPace.limit + 2 { group.addTask { try? await pace.waitForTurn(of: "10.0.0.1") } }
            while pace.admits("10.0.0.1") { await Task.yield() }
            group.cancelAll()
            try await Task.sleep(for: .milliseconds(20))
            #expect(!pace.admits("10.0.0.1") && pace.admits("10.0.0.2"))
            let waiting = Task { try await pace.waitForPlace(of: "10.0.0.1") }
            let leaving = Task { try await pace.waitForPlace(of: "10.0.0.1") }
            leaving.cancel()
            await #expect(throws: CancellationError.self) { try await leaving.value }
            isOver.withLock { $0 = true }
            try await waiting.value
            try await group.waitForAll()
        }
    }

    @Test func `memory is bounded`() async throws {
        let waits = Waits()
        let pace = waits.pace
        for number in 0..<1000 { try await pace.waitForTurn(of: "10.0.\(number)") }
        #expect(waits.taken.isEmpty)
    }
}
