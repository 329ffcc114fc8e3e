import Foundation
import NIOPosix
import Synchronization

/// A few threads of their own for work that blocks: hashing, files, exports.
///
/// They are none of Dispatch's, on which requests and readers of the database run: however much work there is, pages
/// find a thread. Work beyond the cap is refused, not queued without end.
final class WorkPool: Sendable {
    private let threads: NIOThreadPool
    private let waitingLimit: Int
    private let yields: Bool
    /// Pieces that wait or run.
    private let open = Atomic(0)
    private let queue: Mutex<WorkQueue<@Sendable () -> Void>>

    struct Full: Error {}

    /// `width`: how many pieces run at once.
    ///
    /// `waitingLimit`: how many may wait or run before further ones are refused.
    /// `yields`: whether other threads come first when processors are short, for work that keeps them busy.
    /// `newestFirst`: see `WorkQueue`.
    init(width: Int, waitingLimit: Int, yields: Bool = false, newestFirst: Bool = false) {
        queue = Mutex(WorkQueue(newestFirst: newestFirst))
        threads = NIOThreadPool(numberOfThreads: width)
        self.waitingLimit = waitingLimit
        self.yields = yields
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// Runs `body` on one of the threads, which take from the groups that wait in turn; see `WorkQueue`.
    ///
    /// It runs to its end even if the calling task is cancelled.
    /// - Throws: `Full`, or what `body` throws.
    func run<Result: Sendable>(
        of group: String = "", _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        guard open.add(1, ordering: .relaxed).oldValue < waitingLimit else {
            open.subtract(1, ordering: .relaxed)
            throw Full()
        }
        defer { open.subtract(1, ordering: .relaxed) }
        let yields = yields
        return try await withCheckedThrowingContinuation { continuation in
            queue.withLock { $0.add({ continuation.resume(with: Swift.Result { try body() }) }, of: group) }
            threads.submit { _ in
                if yields { Self.letOthersFirst() }
                self.queue.withLock { $0.next() }?()
            }
        }
    }

    /// Lowers the priority of the calling thread; of it alone, as Linux has it.
    private static func letOthersFirst() {
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
    }
}
