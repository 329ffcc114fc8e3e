import CSQLite
import Dispatch
import GRDB

/// The end of a read transaction that takes too long: SQLite stops the query that is running then, and a body that
/// computes stops at its next query, at its next `check`, or at its end.
///
/// It is looked at every few thousand steps of a query, also of a short one that is run again and again.
enum ReadDeadline {
    struct Passed: Error {}

    private static let steps: Int32 = 4096
    /// When the read that this thread runs is over; nil outside of reads with a limit.
    @TaskLocal private static var end: UInt64?

    /// For loops that compute for long between queries.
    /// - Throws: `Passed`.
    static func check() throws {
        if let end, isOver(end) { throw Passed() }
    }

    /// - Throws: `Passed`, or what `body` throws.
    static func run<Result>(within limit: Duration, in db: Database, _ body: () throws -> Result) throws -> Result {
        let nanoseconds = limit.components.seconds * 1_000_000_000 + limit.components.attoseconds / 1_000_000_000
        let deadline = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        deadline.initialize(to: DispatchTime.now().uptimeNanoseconds + UInt64(max(0, nanoseconds)))
        sqlite3_progress_handler(
            db.sqliteConnection, steps,
            { deadline in
                guard let deadline else { return 0 }
                return ReadDeadline.isOver(deadline.load(as: UInt64.self)) ? 1 : 0
            }, deadline)
        defer {
            sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
            deadline.deallocate()
        }
        do {
            return try $end.withValue(deadline.pointee) {
                let result = try body()
                try check()
                return result
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            guard isOver(deadline.pointee) else { throw error }
            throw Passed()
        }
    }

    private static func isOver(_ deadline: UInt64) -> Bool { DispatchTime.now().uptimeNanoseconds >= deadline }
}
