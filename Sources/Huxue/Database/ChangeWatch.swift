import CSQLite
import Synchronization

/// Counters of the database by which caches know whether they are still valid.
struct Generations: Equatable, Sendable {
    /// Grows whenever an account, employee, grant or unit changes or a session ends.
    var access: Int64 = -1
    /// Grows whenever an attempt is handed in.
    var attempt: Int64 = -1
}

/// Tells cheaply whether caches are still valid, also right after another process has written.
///
/// `PRAGMA data_version` changes when any other connection has committed; only then are the counters read that
/// triggers move. A connection of its own, a few microseconds a call.
final class ChangeWatch: Sendable {
    private final class Connection: @unchecked Sendable {
        var handle: OpaquePointer?
        var version: OpaquePointer?
        var counters: OpaquePointer?
        var lastVersion: Int64 = -1
        var last = Generations()
    }

    struct Failure: Error {
        let code: Int32
    }

    private let connection: Mutex<Connection>

    init(path: String) throws {
        let connection = Connection()
        self.connection = Mutex(connection)
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
        try Self.check(sqlite3_open_v2(path, &connection.handle, flags, nil))
        sqlite3_busy_timeout(connection.handle, 5000)
        huxue_no_checkpoint_on_close(connection.handle)
        try Self.check(
            sqlite3_prepare_v2(connection.handle, "PRAGMA data_version", -1, &connection.version, nil))
        try Self.check(
            sqlite3_prepare_v2(
                connection.handle,
                """
                SELECT (SELECT value FROM generation WHERE name = 'access'),
                    (SELECT value FROM generation WHERE name = 'attempt')
                """, -1, &connection.counters, nil))
    }

    deinit {
        connection.withLock { connection in
            sqlite3_finalize(connection.version)
            sqlite3_finalize(connection.counters)
            sqlite3_close_v2(connection.handle)
        }
    }

    func generations() throws -> Generations {
        try connection.withLock { connection in
            let version = try Self.row(connection.version) { sqlite3_column_int64($0, 0) }
            if version != connection.lastVersion {
                connection.last = try Self.row(connection.counters) {
                    Generations(access: sqlite3_column_int64($0, 0), attempt: sqlite3_column_int64($0, 1))
                }
                connection.lastVersion = version
            }
            return connection.last
        }
    }

    private static func row<Value>(_ statement: OpaquePointer?, _ read: (OpaquePointer?) -> Value) throws -> Value {
        defer { sqlite3_reset(statement) }
        let code = sqlite3_step(statement)
        guard code == SQLITE_ROW else { throw Failure(code: code) }
        return read(statement)
    }

    private static func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Failure(code: code) }
    }
}
