import Dispatch
import Synchronization

/// A write under way.
final class PendingWrite<Result: Sendable>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let outcome = Mutex<Swift.Result<Result, any Error>?>(nil)

    func settle(_ result: Swift.Result<Result, any Error>) {
        outcome.withLock { $0 = result }
        done.signal()
    }

    /// Blocks until it is on disk; to be called once.
    /// - Throws: what the write threw.
    func wait() throws -> Result {
        done.wait()
        guard let result = outcome.withLock({ $0 }) else { throw GroupWriter.Stopped() }
        return try result.get()
    }
}
