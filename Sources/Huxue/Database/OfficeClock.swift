// stat and timespec belong to whichever module the compiler meets first.
import CDispatch
import Foundation
import Synchronization

/// The one source of "now": every stamp, deadline and expiry asks it.
///
/// It follows the machine's clock while that runs evenly. When the machine's clock is moved by more than a
/// minute against the time that has really passed, it keeps counting real time instead, so that nobody taking
/// a test wins or loses a minute; `drift` then says by how much the machine's clock is off, until a restart.
/// It never goes back.
final class OfficeClock: Sendable {
    private let source: @Sendable () -> Reading
    private let anchor: Mutex<(wall: Int64, elapsed: Int64, last: Int64)>

    /// What the machine says: both in milliseconds, `wall` since 1970 and `elapsed` since some fixed instant, counting
    /// through sleep.
    struct Reading {
        let wall: Int64
        let elapsed: Int64
    }

    static let tolerance: Int64 = 60_000

    init(source: @escaping @Sendable () -> Reading = OfficeClock.readMachine) {
        self.source = source
        let first = source()
        anchor = Mutex((first.wall, first.elapsed, first.wall))
    }

    /// A clock that stands at `moment`, for tests.
    convenience init(fixed moment: Moment) {
        self.init { Reading(wall: moment.milliseconds, elapsed: 0) }
    }

    func now() -> Moment {
        let reading = source()
        return anchor.withLock { state in
            let expected = state.wall + (reading.elapsed - state.elapsed)
            if abs(reading.wall - expected) <= Self.tolerance {
                state.wall = reading.wall
                state.elapsed = reading.elapsed
            }
            let now = state.wall + (reading.elapsed - state.elapsed)
            state.last = max(state.last, now)
            return Moment(milliseconds: state.last)
        }
    }

    /// Milliseconds by which the machine's clock is ahead of the time really passed; 0 while it runs evenly.
    var drift: Int64 {
        let reading = source()
        return anchor.withLock { state in
            let gap = reading.wall - (state.wall + (reading.elapsed - state.elapsed))
            return abs(gap) <= Self.tolerance ? 0 : gap
        }
    }

    @Sendable static func readMachine() -> Reading {
        var wall = timespec()
        var elapsed = timespec()
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_BOOTTIME, &elapsed)
        return Reading(wall: milliseconds(wall), elapsed: milliseconds(elapsed))
    }

    private static func milliseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
