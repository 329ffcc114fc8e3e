import CSQLite
import GRDB
import Testing

@testable import Huxue

/// Queries that are written out stay prepared: otherwise GRDB's own functions were chosen.
struct PreparedQueriesTests {
    private static func prepared(_ db: Database) -> Set<String> {
        var (found, statement) = (Set<String>(), sqlite3_next_stmt(db.sqliteConnection, nil))
        while let one = statement {
            if let sql = sqlite3_sql(one) { found.insert(String(cString: sql)) }
            statement = sqlite3_next_stmt(db.sqliteConnection, one)
        }
        return found
    }

    @Test func `rows and values, one and all, with arguments and without`() throws {
        let queue = try DatabaseQueue()
        try queue.read { db in
            let (one, two) = (
                try #require(try Row.fetchOne(db, sql: "SELECT 1 AS a")),
                try #require(try Row.fetchOne(db, sql: "SELECT ? AS b", arguments: [2]))
            )
            let values: (Int, Int) = (one["a"], two["b"])
            #expect(values == (1, 2))
            #expect(try Row.fetchAll(db, sql: "SELECT 3 AS c").count == 1)
            #expect(try Row.fetchAll(db, sql: "SELECT ? AS d", arguments: [4]).count == 1)
            #expect(try Int.fetchOne(db, sql: "SELECT 5") == 5)
            #expect(try Int.fetchOne(db, sql: "SELECT 5 + ?", arguments: [1]) == 6)
            #expect(try String.fetchAll(db, sql: "SELECT '7'") == ["7"])
            #expect(try String.fetchAll(db, sql: "SELECT ? || '8'", arguments: ["8"]) == ["88"])
            #expect(try Day.fetchOne(db, sql: "SELECT '2026-11-26'") == Day("2026-11-26"))
            #expect(try ID<Page>.fetchAll(db, sql: "SELECT 9").map(\.rawValue) == [9])
            // Nothing of an earlier call is left behind.
            #expect(try Int.fetchOne(db, sql: "SELECT 5 + ?", arguments: [2]) == 7)
            let kept = Self.prepared(db)
            for sql in [
                "SELECT 1 AS a", "SELECT ? AS b", "SELECT 3 AS c", "SELECT ? AS d", "SELECT 5", "SELECT 5 + ?",
                "SELECT '7'", "SELECT ? || '8'", "SELECT '2026-11-26'", "SELECT 9",
            ] {
                #expect(kept.contains(sql), "\(sql)")
            }
        }
    }
}
