import Foundation
import GRDB
import Testing

@testable import Huxue

@Suite struct OfficeDatabaseTests {
    private struct Refused: Error {}

    private static let migrations = [
        Migration(name: "one", sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    ]

    private func scratch() -> DataFolder {
        DataFolder(path: NSTemporaryDirectory() + "huxue-database-\(UUID().uuidString)")
    }

    @Test func `the writer waits for the disk`() throws {
        let database = try OfficeDatabase(folder: scratch(), migrations: Self.migrations, creating: true)
        let settings = try database.writeAndWait { db in
            try ["synchronous", "journal_mode", "wal_autocheckpoint", "foreign_keys"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        #expect(settings == ["2", "wal", "0", "1"])
    }

    @Test func `a write that throws undoes itself alone`() async throws {
        let database = try OfficeDatabase(folder: scratch(), migrations: Self.migrations, creating: true)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 1...400 {
                group.addTask {
                    do {
                        try await database.write { db in
                            try db.execute(sql: "INSERT INTO note (id, text) VALUES (?, 'a')", arguments: [number])
                            if number % 7 == 0 { throw Refused() }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let kept = try database.readAndWait { try Int.fetchAll($0, sql: "SELECT id FROM note") }
        #expect(outcomes == 400 - 400 / 7)
        #expect(kept.count == outcomes)
        #expect(!kept.contains { $0 % 7 == 0 })
    }

    @Test func `an acknowledged write is seen by the next read`() async throws {
        let database = try OfficeDatabase(folder: scratch(), migrations: Self.migrations, creating: true)
        for number in 1...50 {
            try await database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('a')") }
            #expect(try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") } == number)
        }
    }

    private static let endless = """
        WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 100000000000)
        SELECT count(*) FROM counted
        """

    @Test func `a reader that takes too long is cut, and its connection goes on`() async throws {
        let database = try OfficeDatabase(
            folder: scratch(), migrations: Self.migrations, creating: true, readLimit: .milliseconds(200))
        // More at once than there are readers.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    await #expect(throws: ReadDeadline.Passed.self) {
                        try await database.read { try Int.fetchOne($0, sql: Self.endless) }
                    }
                }
            }
            try await group.waitForAll()
        }
        // A short query again and again is one that takes long.
        await #expect(throws: ReadDeadline.Passed.self) {
            try await database.read { db in
                while true { _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM note") }
            }
        }
        // So is one that computes: at its next check, its next query, or its end.
        await #expect(throws: ReadDeadline.Passed.self) {
            try await database.read { _ in
                while true { try ReadDeadline.check() }
            }
        }
        await #expect(throws: ReadDeadline.Passed.self) {
            try await database.read { db in
                Thread.sleep(forTimeInterval: 0.3)
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM note")
                Issue.record("read on")
            }
        }
        await #expect(throws: ReadDeadline.Passed.self) {
            try await database.read { _ in Thread.sleep(forTimeInterval: 0.3) }
        }
        try await database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('a')") }
        for _ in 0..<20 {
            #expect(try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") } == 1)
        }
        // Commands may take their time.
        let count = try database.readAndWait { db in
            Thread.sleep(forTimeInterval: 0.3)
            return try Int.fetchOne(db, sql: Self.endless.replacing("100000000000", with: "1000000"))
        }
        #expect(count == 1_000_000)
    }

    @Test func `two processes' writers take turns on one file`() async throws {
        let folder = scratch()
        let first = try OfficeDatabase(folder: folder, migrations: Self.migrations, creating: true)
        let second = try OfficeDatabase(folder: folder, migrations: Self.migrations)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in [first, second] {
                for _ in 0..<100 {
                    group.addTask {
                        try await database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('a')") }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try first.readAndWait { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") } == 200)
    }

    @Test func `a file of a newer program is refused, unknown files too`() throws {
        let folder = scratch()
        _ = try OfficeDatabase(folder: folder, migrations: Self.migrations, creating: true)
        #expect(throws: OfficeDatabase.OpenFailure.self) { try OfficeDatabase(folder: folder, migrations: []) }
        #expect(throws: OfficeDatabase.OpenFailure.self) { try OfficeDatabase(folder: scratch(), migrations: []) }
    }

    @Test func `a migration that fails leaves the old schema`() throws {
        let folder = scratch()
        _ = try OfficeDatabase(folder: folder, migrations: Self.migrations, creating: true)
        let broken =
            Self.migrations + [
                Migration(name: "two", sql: "CREATE TABLE other (id INTEGER PRIMARY KEY); SELECT * FROM nowhere")
            ]
        #expect(throws: (any Error).self) { try OfficeDatabase(folder: folder, migrations: broken) }
        let database = try OfficeDatabase(folder: folder, migrations: Self.migrations)
        #expect(try database.readAndWait { try !$0.tableExists("other") })
    }

    @Test func `the whole schema keeps its own invariants from the start`() throws {
        let office = try SampleOffice()
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test func `a change of rights is seen at once, whoever made it`() throws {
        let office = try SampleOffice()
        let watch = try ChangeWatch(path: office.folder.databasePath)
        let before = try watch.generations()
        #expect(try watch.generations() == before)
        let other = try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations)
        try other.writeAndWait { try $0.execute(sql: "UPDATE account SET theme = 'dark' WHERE id = 1") }
        let after = try watch.generations()
        #expect(after.access > before.access)
        #expect(after.attempt == before.attempt)
    }
}
