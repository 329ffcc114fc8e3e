import Foundation

/// A few threads for work that blocks: hashing, files, exports.
///
/// Work beyond the cap is refused, not queued without end.
final class WorkPool: @unchecked Sendable {
    private let queue: OperationQueue
    private let waitingLimit: Int

    struct Full: Error {}

    /// `width`: how many pieces run at once.
    ///
    /// `waitingLimit`: how many may wait or run before further ones are refused.
    init(name: String, width: Int, waitingLimit: Int) {
        queue = OperationQueue()
        queue.name = name
        queue.maxConcurrentOperationCount = width
        self.waitingLimit = waitingLimit
    }

    /// Runs `body` on one of the threads.
    ///
    /// It runs to its end even if the calling task is cancelled.
    /// - Throws: `Full`, or what `body` throws.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        guard queue.operationCount < waitingLimit else { throw Full() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Swift.Result { try body() })
            }
        }
    }
}
