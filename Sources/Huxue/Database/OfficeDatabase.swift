import CSQLite
import Foundation
import GRDB
import Synchronization

/// The office's one SQLite file: readers beside each other, one writer with group commit.
///
/// SQLite before 3.51.3 can corrupt a WAL database when two connections commit and checkpoint at the same
/// instant, so every transaction that writes and every checkpoint holds the folder's write lock, in whatever
/// process; nothing checkpoints by itself.
final class OfficeDatabase: Sendable {
    let folder: DataFolder
    private let pool: DatabasePool
    private let writer: GroupWriter
    private let lock: FileLock
    private let readLimit: Duration

    enum OpenFailure: Error {
        case synchronousIsNotFull
        case noFullText
        case newerSchema(unknown: [String])
        case missing(path: String)
    }

    /// Opens the database, which must be there unless `creating`, and brings its schema up to date.
    ///
    /// `readLimit`: how long a request may read; see `read`.
    /// - Throws: `OpenFailure`, or what SQLite says.
    init(
        folder: DataFolder, migrations: [Migration], creating: Bool = false, readLimit: Duration = .seconds(30)
    ) throws {
        self.readLimit = readLimit
        guard creating || folder.holdsDatabase else { throw OpenFailure.missing(path: folder.databasePath) }
        try folder.create()
        self.folder = folder
        let lock = try FileLock(path: folder.writeLockPath)
        self.lock = lock
        let pool = try lock.withLock {
            let seal = try Seal(folder: folder, isSealed: Self.isSealed(folder))
            return try Self.openPool(path: folder.databasePath, seal: seal)
        }
        self.pool = pool
        writer = GroupWriter(pool: pool, lock: lock)
        try lock.withLock {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                    throw OpenFailure.synchronousIsNotFull
                }
                try Migration.apply(migrations, in: db)
                if try db.tableExists("sealing") { try Seal.keep(in: folder) }
            }
        }
    }

    /// For the whole process, before anything is opened.
    private static let settings = huxue_count_no_memory()

    /// Whether the database has been written by a program that seals.
    private static func isSealed(_ folder: DataFolder) throws -> Bool {
        guard folder.holdsDatabase else { return false }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { huxue_no_checkpoint_on_close($0.sqliteConnection) }
        return try DatabaseQueue(path: folder.databasePath, configuration: configuration).read { db in
            try db.tableExists("sealing")
        }
    }

    /// How long a connection waits for another one.
    static let busyMilliseconds: Int32 = 10_000

    private static func openPool(path: String, seal: Seal) throws -> DatabasePool {
        _ = settings
        var configuration = Configuration()
        // Tells offices apart that one process has open, as tests have.
        configuration.label = "huxue \(path)"
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            huxue_no_checkpoint_on_close(db.sqliteConnection)
            guard huxue_add_relevance(db.sqliteConnection) == SQLITE_OK else { throw OpenFailure.noFullText }
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "PRAGMA cache_size = -8192")
            db.add(collation: NameOrder.collation)
            try seal.add(to: db)
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// Takes the log over into the database file and empties it, when nobody is in the way; at the end of a server.
    func emptyLog() throws {
        try lock.withLock {
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        }
    }

    /// Whether the disk has reported an error to this process.
    var isBroken: Bool { writer.isBroken }

    /// Runs `body` in a write transaction and returns only once its changes are on disk.
    ///
    /// Waiting closures share one commit; one that throws undoes itself alone. A closure may run a second time when
    /// another one of its round throws, so it touches nothing but the database.
    /// The write finishes even if the calling task is cancelled. Keep `body` short: everybody's answers wait for it.
    func write<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            writer.add(body) { continuation.resume(with: $0) }
        }
    }

    /// The same for code that may block: commands and tests.
    func writeAndWait<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) throws -> Result {
        try writeMeanwhile(body).wait()
    }

    /// Begins a write, for code that makes the next one ready before it blocks.
    func writeMeanwhile<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) -> PendingWrite<Result> {
        let pending = PendingWrite<Result>()
        writer.add(body) { pending.settle($0) }
        return pending
    }

    /// Runs `body` on a snapshot of the database; it sees every write acknowledged before.
    ///
    /// There are few readers for everybody, and a snapshot keeps the log from being taken over: see `ReadDeadline`.
    /// - Throws: `ReadDeadline.Passed`, or what `body` throws.
    func read<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        let limit = readLimit
        return try await pool.read { db in try ReadDeadline.run(within: limit, in: db) { try body(db) } }
    }

    /// The same for code that may block, and however long it takes: commands and tests.
    func readAndWait<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try pool.read(body)
    }

    static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}

/// What SQLite's errors mean.
enum StorageFault {
    static func isFull(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.resultCode == .SQLITE_FULL || (error as? POSIXError)?.code == .ENOSPC
            || (error as? CocoaError)?.code == .fileWriteOutOfSpace
    }

    /// The disk reported an error.
    static func isBroken(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.resultCode == .SQLITE_IOERR || (error as? POSIXError)?.code == .EIO
    }

    static func isOfDisk(_ error: any Error) -> Bool { isFull(error) || isBroken(error) }
}
