import Synchronization
import Testing

@testable import Huxue

@Suite struct OfficeClockTests {
    private final class Machine: Sendable {
        private let state = Mutex((wall: Int64(1_000_000_000_000), elapsed: Int64(0)))
        func pass(_ milliseconds: Int64) {
            state.withLock {
                $0.wall += milliseconds; $0.elapsed += milliseconds
            }
        }
        func turn(_ milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }
        var clock: OfficeClock {
            OfficeClock { self.state.withLock { OfficeClock.Reading(wall: $0.wall, elapsed: $0.elapsed) } }
        }
    }

    @Test(arguments: [3_600_000, -3_600_000, 86_400_000, -86_400_000] as [Int64])
    func `a clock that is turned wins or loses nobody a minute`(turn: Int64) {
        let machine = Machine()
        let clock = machine.clock
        let start = clock.now()
        machine.pass(600_000)
        machine.turn(turn)
        machine.pass(60_000)
        #expect(clock.now().milliseconds - start.milliseconds == 660_000)
        #expect(clock.drift == turn)
    }

    @Test func `small corrections are followed, but never backwards`() {
        let machine = Machine()
        let clock = machine.clock
        let start = clock.now()
        machine.turn(-500)
        #expect(clock.now() == start)
        machine.pass(1000)
        #expect(clock.now().milliseconds == start.milliseconds + 500)
        machine.turn(800)
        #expect(clock.now().milliseconds == start.milliseconds + 1300)
        #expect(clock.drift == 0)
    }
}
