import Dispatch
import Foundation

/// A round of writes that has ended, by which the next one is planned; see `GroupWriter`.
struct WriteRound {
    var size = 0
    /// When the next round begins at the latest.
    ///
    /// On a slow disk those who were answered together would otherwise come back in two halves that wait for each
    /// other's commits; a part of what a commit takes is then waited for them, so that one commit does for all.
    var patience = DispatchTime(uptimeNanoseconds: 0)

    /// A commit that takes less is not worth waiting for.
    private static let slow: UInt64 = 1_000_000
    private static let mostPatience: UInt64 = 2_000_000

    init() {}

    /// Has just ended.
    init(size: Int, began: DispatchTime) {
        self.size = size
        let now = DispatchTime.now().uptimeNanoseconds
        let taken = now - began.uptimeNanoseconds
        if taken >= Self.slow { patience = DispatchTime(uptimeNanoseconds: now + min(taken / 4, Self.mostPatience)) }
    }

    /// How long it may still be waited for more.
    var rest: TimeInterval? {
        let now = DispatchTime.now().uptimeNanoseconds
        return now < patience.uptimeNanoseconds ? TimeInterval(patience.uptimeNanoseconds - now) / 1e9 : nil
    }
}
