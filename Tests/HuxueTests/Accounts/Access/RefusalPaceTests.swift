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

    @Test func `one network hears it ten times a second, however many it sends`() async throws {
        let waits = Waits()
        let pace = waits.pace
        for _ in 0..<4 { try await pace.waitForTurn(of: "10.0.0.1") }
        #expect(waits.taken == [.milliseconds(100), .milliseconds(200), .milliseconds(300)])
        try await pace.waitForTurn(of: "10.0.0.2")
        #expect(waits.taken.count == 3)
        waits.time.advance(seconds: 1)
        try await pace.waitForTurn(of: "10.0.0.1")
        #expect(waits.taken.count == 3)
    }

    @Test func `a network whose refusals pile up is refused unjudged, another is not`() async throws {
        let clock = OfficeClock(fixed: SampleStaff.now)
        let pace = RefusalPace(clock: clock, capacity: 10) { _ in try await Task.sleep(for: .seconds(3600)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0...RefusalPace.limit { group.addTask { try? await pace.waitForTurn(of: "10.0.0.1") } }
            while pace.admits("10.0.0.1") { await Task.yield() }
            #expect(pace.admits("10.0.0.2"))
            group.cancelAll()
            try await group.waitForAll()
            #expect(pace.admits("10.0.0.1"))
        }
    }

    @Test func `memory is bounded`() async throws {
        let waits = Waits()
        let pace = waits.pace
        for number in 0..<1000 { try await pace.waitForTurn(of: "10.0.\(number)") }
        #expect(waits.taken.isEmpty)
    }
}
