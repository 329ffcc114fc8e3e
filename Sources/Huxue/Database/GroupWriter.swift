// stat and timespec belong to whichever module the compiler meets first.
import CDispatch
import CSQLite
import Foundation
import GRDB
import Synchronization

/// One thread that runs waiting write closures in one transaction each round and commits them together.
///
/// With synchronous = FULL a commit costs one wait for the disk; sharing it is what lets hundreds of people save
/// answers at once. A closure is answered only after the commit it took part in.
final class GroupWriter: Sendable {
    struct Stopped: Error {}

    private let line = WriteLine()
    private let mark = BrokenMark()

    /// Whether the disk has reported an error since the start.
    var isBroken: Bool { mark.isSet }

    init(pool: DatabasePool, lock: FileLock) {
        let committer = Committer(pool: pool, lock: lock, isBroken: mark)
        committer.watchLog()
        let thread = Thread { [line] in
            while let batch = line.takeBatch() { committer.commit(batch) }
        }
        thread.name = "huxue-writer"
        thread.start()
    }

    /// What already waits is still written before the thread ends.
    deinit {
        line.close()
    }

    func add<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        line.add(WriteJob(body, completion: completion))
    }
}

private final class BrokenMark: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}

/// One closure on its way through the writer.
///
/// Only the writer's thread touches it once it stands in line.
private final class WriteJob: @unchecked Sendable {
    private let body: (Database) throws -> Void
    private let completion: ((any Error)?) -> Void
    private var failure: (any Error)?

    init<Result>(
        _ body: @escaping (Database) throws -> Result,
        completion: @escaping (Swift.Result<Result, any Error>) -> Void
    ) {
        let box = ResultBox<Result>()
        self.body = { box.result = try body($0) }
        self.completion = { error in
            if let error { return completion(.failure(error)) }
            guard let result = box.result else { return completion(.failure(GroupWriter.Stopped())) }
            completion(.success(result))
        }
    }

    /// Runs the closure as it is.
    func runBare(in db: Database) throws {
        try body(db)
    }

    /// Runs the closure in a savepoint of its own; what it throws is kept for `finish`.
    /// - Throws: only when the transaction itself is gone (disk full, I/O error).
    func run(in db: Database) throws {
        do {
            try db.inSavepoint {
                try body(db)
                return .commit
            }
        } catch {
            guard db.isInsideTransaction else { throw error }
            failure = error
        }
    }

    /// `error`: why the whole batch failed; nil when it is on disk.
    func finish(_ error: (any Error)?) {
        completion(error ?? failure)
    }
}

private final class ResultBox<Result> {
    var result: Result?
}

/// The closures that wait, in order of arrival.
private final class WriteLine: @unchecked Sendable {
    /// How many closures at most share a commit: bounds how long the first of them waits.
    private static let batchLimit = 256

    private let condition = NSCondition()
    private var jobs: [WriteJob] = []
    private var closed = false

    func add(_ job: WriteJob) {
        condition.lock()
        let refused = closed
        if !refused { jobs.append(job) }
        condition.signal()
        condition.unlock()
        if refused { job.finish(GroupWriter.Stopped()) }
    }

    func close() {
        condition.lock()
        closed = true
        condition.signal()
        condition.unlock()
    }

    /// Waits for work; nil once closed and empty.
    func takeBatch() -> [WriteJob]? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty && !closed { condition.wait() }
        guard !jobs.isEmpty else { return nil }
        guard jobs.count > Self.batchLimit else {
            defer { jobs.removeAll(keepingCapacity: true) }
            return jobs
        }
        let batch = Array(jobs.prefix(Self.batchLimit))
        jobs.removeFirst(Self.batchLimit)
        return batch
    }
}

private final class Committer: @unchecked Sendable {
    /// Pages (4 KiB) in the write-ahead log after which a round ends with a checkpoint.
    private static let logLimit: Int32 = 4096
    /// In milliseconds.
    private static let readerPatience: Int32 = 20

    private let pool: DatabasePool
    private let lock: FileLock
    /// How many pages the log holds, written by SQLite after each commit of the writer's connection.
    private let logPages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    private var nextCheckpoint = Committer.logLimit
    /// Why the disk failed; nothing is written any more until a restart.
    private var broken: (any Error)?
    private let isBroken: BrokenMark

    init(pool: DatabasePool, lock: FileLock, isBroken: BrokenMark) {
        self.pool = pool
        self.lock = lock
        self.isBroken = isBroken
        logPages.initialize(to: 0)
    }

    deinit {
        // The connection may outlive this object by a moment: stop it writing here first.
        pool.writeWithoutTransaction { db in _ = sqlite3_wal_hook(db.sqliteConnection, nil, nil) }
        logPages.deallocate()
    }

    func watchLog() {
        pool.writeWithoutTransaction { huxue_watch_log($0.sqliteConnection, logPages) }
    }

    func commit(_ batch: [WriteJob]) {
        var failure: (any Error)?
        do {
            try lock.withLock {
                pool.writeWithoutTransaction { db in
                    do {
                        try transact(batch, in: db)
                    } catch {
                        failure = error
                    }
                }
            }
        } catch {
            failure = failure ?? error
        }
        for job in batch { job.finish(failure) }
        let pages = logPages.pointee
        if pages <= Self.logLimit { nextCheckpoint = Self.logLimit }
        if failure == nil, pages > nextCheckpoint { checkpoint() }
    }

    /// One transaction for all.
    ///
    /// Refusals are rare, so the closures first run without savepoints; when one throws, all is rolled back and they
    /// run again, each in a savepoint of its own, so that it undoes itself alone. A commit that fails is not tried
    /// again: after a failed write to disk nobody knows what is there.
    private func transact(_ batch: [WriteJob], in db: Database) throws {
        if let broken { throw broken }
        var isRefused = false
        do {
            try db.inTransaction(.immediate) {
                for job in batch {
                    do { try job.runBare(in: db) } catch {
                        isRefused = batch.count > 1 && !StorageFault.isOfDisk(error)
                        throw error
                    }
                }
                return .commit
            }
        } catch  where isRefused {
            try db.inTransaction(.immediate) {
                for job in batch { try job.run(in: db) }
                return .commit
            }
        } catch {
            // What SQLite believes to be written may be lost: only a restart reads it anew.
            if StorageFault.isBroken(error) { fail(error) }
            throw error
        }
    }

    private func fail(_ error: any Error) {
        broken = error
        isBroken.set()
    }

    /// After the batch is answered, so that nobody in it waits for it.
    ///
    /// Readers may keep the log from starting over. Then it is tried again when the log has grown, and from the second time
    /// on those who are reading are waited for, a moment: who begins to read meanwhile needs the log no more.
    private func checkpoint() {
        let isLong = logPages.pointee > 2 * Self.logLimit
        var isEmptied = false
        do {
            try lock.withLock {
                try pool.writeWithoutTransaction { db in
                    guard isLong else {
                        _ = try db.checkpoint(.passive)
                        return
                    }
                    sqlite3_busy_timeout(db.sqliteConnection, Self.readerPatience)
                    defer { sqlite3_busy_timeout(db.sqliteConnection, OfficeDatabase.busyMilliseconds) }
                    _ = try db.checkpoint(.truncate)
                    isEmptied = true
                }
            }
        } catch  where StorageFault.isBroken(error) {
            fail(error)
        } catch {
            // Somebody is reading, or there is no room: it is tried again when the log has grown.
        }
        if isEmptied { logPages.pointee = 0 }
        nextCheckpoint = logPages.pointee + Self.logLimit
    }
}
