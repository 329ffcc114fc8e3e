import CSQLite
import GRDB
import Synchronization

/// A connection of its own that only reads, opened when it is first needed: for what must be read while the same thread
/// may already be inside a transaction.
final class AsideReader: Sendable {
    private let path: String
    private let queue = Mutex<DatabaseQueue?>(nil)

    init(path: String) {
        self.path = path
    }

    /// Runs `body` on what has been committed.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try opened().read(body)
    }

    private func opened() throws -> DatabaseQueue {
        try queue.withLock { queue in
            if let queue { return queue }
            var configuration = Configuration()
            configuration.label = "huxue-aside"
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { huxue_no_checkpoint_on_close($0.sqliteConnection) }
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            queue = opened
            return opened
        }
    }
}
