import Crypto
import Foundation
import GRDB
import Testing

@testable import Huxue

struct AuditTests {
    let staff: SampleStaff

    init() throws {
        staff = try SampleStaff()
        try staff.database.writeAndWait { db in
            for number in 1...5 {
                let acting = ActionContext(
                    actor: SampleStaff.console, origin: "10.0.0.1", now: SampleStaff.now.adding(seconds: Int64(number)))
                try AuditStore.append(.staffChange, on: "𠮷 \(number)", .words("a|b"), by: acting, in: db)
            }
        }
    }

    private func firstBreak() throws -> AuditChain.Break? {
        try staff.database.readAndWait { try AuditStore.firstBreak(in: $0) }
    }

    private func lastID() throws -> Int64 {
        try staff.database.readAndWait { try Int64.fetchOne($0, sql: "SELECT max(id) FROM auditEntry") ?? 0 }
    }

    /// Does what a program of ours cannot: past the triggers.
    private func tamper(_ sql: String) throws {
        try staff.database.writeAndWait { db in
            try db.execute(sql: "DROP TRIGGER auditEntryStays")
            try db.execute(sql: "DROP TRIGGER auditEntryRemains")
            try db.execute(sql: sql)
        }
    }

    @Test func `a log that nobody touched is whole`() throws {
        #expect(try firstBreak() == nil)
    }

    @Test(arguments: [
        "UPDATE auditEntry SET detail = 'a' WHERE id = 3", "UPDATE auditEntry SET actor = 'x' WHERE id = 3",
        "UPDATE auditEntry SET at = '2020-01-01T00:00:00.000Z' WHERE id = 3",
        "UPDATE auditEntry SET subject = subject || 'a', detail = substr(detail, 2) WHERE id = 3",
        "UPDATE auditEntry SET hash = zeroblob(32) WHERE id = 3",
    ])
    func `an altered row is named`(sql: String) throws {
        try tamper(sql)
        #expect(try firstBreak() == .altered(id: 3))
    }

    @Test func `a removed row is named`() throws {
        try tamper("DELETE FROM auditEntry WHERE id = 3")
        #expect(try firstBreak() == .missing(id: 3))
    }

    @Test func `a row removed and its place filled is named`() throws {
        try tamper("DELETE FROM auditEntry WHERE id = 3; UPDATE auditEntry SET id = 3 WHERE id = 4")
        #expect(try firstBreak() == .altered(id: 3))
    }

    @Test func `rows removed at the end are noticed`() throws {
        let last = try lastID()
        try tamper("DELETE FROM auditEntry WHERE id > \(last - 2)")
        #expect(try firstBreak() == .shortened(count: last, kept: last - 2))
    }

    @Test func `an emptied log is noticed`() throws {
        let last = try lastID()
        try tamper("DELETE FROM auditEntry")
        #expect(try firstBreak() == .shortened(count: last, kept: 0))
    }

    @Test func `a forged head is noticed`() throws {
        try tamper("UPDATE auditHead SET hash = zeroblob(32)")
        #expect(try firstBreak() == .headAltered)
    }

    /// What somebody can do who has the database and this program's source, but not the key.
    private func forge(from id: Int64, detail: String) throws {
        try staff.database.writeAndWait { db in
            try db.execute(sql: "DROP TRIGGER auditEntryStays")
            try db.execute(sql: "UPDATE auditEntry SET detail = ? WHERE id = ?", arguments: [detail, id])
            var previous = try AuditStore.hash(of: id - 1, in: db) ?? AuditChain.beginning
            for row in try Row.fetchAll(db, sql: "SELECT * FROM auditEntry WHERE id >= ? ORDER BY id", arguments: [id])
            {
                let entry = AuditEntry(
                    id: row["id"], at: row["at"], actor: row["actor"], action: row["action"],
                    subject: row["subject"], detail: row["detail"], origin: row["origin"])
                previous = Data(SHA256.hash(data: AuditChain.content(of: entry, after: previous)))
                try db.execute(
                    sql: "UPDATE auditEntry SET hash = ? WHERE id = ?", arguments: [previous, entry.id])
            }
            try db.execute(sql: "UPDATE auditHead SET hash = ?", arguments: [previous])
        }
    }

    @Test func `a chain made again without the key is noticed`() throws {
        try forge(from: 3, detail: "[]")
        #expect(try firstBreak() == .altered(id: 3))
    }

    @Test func `a whole chain made again without the key is noticed`() throws {
        try forge(from: 1, detail: "[]")
        #expect(try firstBreak() == .headAltered)
    }

    @Test func `an end cut off, and its head made to fit, is noticed`() throws {
        let last = try lastID()
        try tamper(
            """
            DELETE FROM auditEntry WHERE id > \(last - 2);
            UPDATE auditHead SET count = \(last - 2), hash = (SELECT hash FROM auditEntry WHERE id = \(last - 2));
            """)
        #expect(try firstBreak() == .headAltered)
    }

    @Test func `nothing is added after an end that was not sealed`() throws {
        let last = try lastID()
        try tamper(
            """
            DELETE FROM auditEntry WHERE id > \(last - 2);
            UPDATE auditHead SET count = \(last - 2), hash = (SELECT hash FROM auditEntry WHERE id = \(last - 2));
            """)
        #expect(throws: AuditRefusal.self) {
            try staff.database.writeAndWait { db in
                let acting = ActionContext(actor: SampleStaff.console, origin: "", now: SampleStaff.now)
                try AuditStore.append(.staffChange, on: "later", by: acting, in: db)
            }
        }
        #expect(try firstBreak() == .headAltered)
    }

    @Test func `nothing in the file can have a code made`() throws {
        try staff.database.writeAndWait { db in
            try db.execute(sql: "CREATE TABLE stolen (code BLOB)")
            try db.execute(
                sql: """
                    CREATE TRIGGER steal AFTER UPDATE ON office
                    BEGIN INSERT INTO stolen (code) VALUES (seal(CAST('1 00' AS BLOB))); END
                    """)
        }
        #expect(throws: DatabaseError.self) {
            try staff.database.writeAndWait { try $0.execute(sql: "UPDATE office SET name = name") }
        }
    }

    @Test func `rows from before there was a key are covered by the first one with it`() throws {
        try forge(from: 1, detail: "[]")
        try staff.database.writeAndWait { db in
            // As the migration does.
            try db.execute(
                sql: """
                    UPDATE sealing SET code = (
                        SELECT seal(CAST(count || ' ' || hex(hash) AS BLOB)) FROM auditHead)
                    """)
        }
        #expect(try firstBreak() == nil)
        try staff.database.writeAndWait { db in
            let acting = ActionContext(actor: SampleStaff.console, origin: "", now: SampleStaff.now)
            try AuditStore.append(.staffChange, on: "later", by: acting, in: db)
        }
        #expect(try firstBreak() == nil)
        try staff.database.writeAndWait { db in
            try db.execute(sql: "UPDATE auditEntry SET detail = 'x' WHERE id = 2")
        }
        #expect(try firstBreak() == .altered(id: 2))
    }

    @Test func `heads that were written down prove that the log went back`() throws {
        let head = try staff.database.readAndWait { try AuditActions.head(at: SampleStaff.now, in: $0) }
        try AuditHeadFile.add(head, in: staff.database.folder)
        try AuditHeadFile.add(head, in: staff.database.folder)
        #expect(AuditHeadFile.heads(in: staff.database.folder) == [head])
        #expect(AuditHead(reading: "\(head.count) \(head.groups)")?.hash == head.hash)
        #expect(AuditHead(reading: "12 abc") == nil && AuditHead(reading: "") == nil)
        func disagreeing() throws -> Int {
            try staff.database.readAndWait { db in
                try AuditActions.disagreeing(AuditHeadFile.heads(in: staff.database.folder), in: db).count
            }
        }
        #expect(try disagreeing() == 0)
        try tamper("DELETE FROM auditEntry WHERE id = \(head.count)")
        #expect(try disagreeing() == 1)
    }

    @Test func `without its key a database is not opened, with another one it does not agree`() throws {
        let office = try SampleOffice()
        let folder = office.folder
        func opened() throws -> AuditChain.Break? {
            let database = try OfficeDatabase(folder: folder, migrations: Features.all.migrations)
            return try database.readAndWait { try AuditStore.firstBreak(in: $0) }
        }
        let key = try #require(FileManager.default.contents(atPath: folder.sealPath))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.sealPath)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.removeItem(atPath: folder.sealPath)
        #expect(throws: Seal.Failure.self) { try opened() }
        try Data(repeating: 7, count: 31).write(to: URL(fileURLWithPath: folder.sealPath))
        #expect(throws: Seal.Failure.self) { try opened() }
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: folder.sealPath))
        #expect(try opened() == .altered(id: 1))
        try key.write(to: URL(fileURLWithPath: folder.sealPath))
        #expect(try opened() == nil)
        // Who takes the seal away, to have the server seal a forged end, is told off.
        try office.database.writeAndWait { db in
            try db.execute(sql: "DROP TABLE sealing; DELETE FROM migration WHERE name LIKE '%seal the end%'")
        }
        #expect(throws: Seal.Failure.self) { try opened() }
        withExtendedLifetime(office) {}
    }

    @Test func `the sheet to be filed shows the head to who may read the log, and to nobody else`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let sheet = try await browser.signedIn("zonghan").get("/audit/head").text
            let head = try office.database.readAndWait { try AuditActions.head(at: SampleOffice.morning, in: $0) }
            #expect(sheet.contains(head.groups) && sheet.contains("\(head.count) 筆"))
            for login in ["shufen", "yachu", "meiling"] {
                let answer = try await browser.signedIn(login).get("/audit/head")
                #expect(answer.status == 403 && !answer.text.contains(head.groups))
            }
        }
    }

    @Test func `rows cannot be changed or removed by any statement`() throws {
        for sql in ["UPDATE auditEntry SET detail = ''", "DELETE FROM auditEntry"] {
            #expect(throws: DatabaseError.self) { try staff.database.writeAndWait { try $0.execute(sql: sql) } }
        }
        #expect(try firstBreak() == nil)
    }

    @Test func `a refused change leaves no row and no gap`() throws {
        let before = try lastID()
        #expect(throws: CommonRefusal.self) {
            try staff.database.writeAndWait { db in
                try AuditStore.append(
                    .roleGrant, on: "x",
                    by: ActionContext(actor: SampleStaff.console, origin: "", now: SampleStaff.now), in: db)
                throw CommonRefusal.busy
            }
        }
        #expect(try lastID() == before)
        #expect(try firstBreak() == nil)
    }

    @Test func `the log is found by time, person, action and text, newest first`() throws {
        func subjects(_ filter: AuditFilter, limit: Int = 100, offset: Int = 0) throws -> [String] {
            try staff.database.readAndWait {
                try AuditStore.entries(filter, limit: limit, offset: offset, in: $0).map(\.subject)
            }
        }
        let since = SampleStaff.now.adding(seconds: 3)
        #expect(try subjects(AuditFilter(since: since)) == ["𠮷 5", "𠮷 4", "𠮷 3"])
        #expect(try subjects(AuditFilter(since: since, until: SampleStaff.now.adding(seconds: 5))) == ["𠮷 4", "𠮷 3"])
        #expect(try subjects(AuditFilter(action: "staff.change", search: "𠮷"), limit: 2, offset: 1) == ["𠮷 4", "𠮷 3"])
        #expect(try subjects(AuditFilter(actor: "nobody")).isEmpty)
        #expect(try subjects(AuditFilter(actor: "console:test", search: "𠮷 1")) == ["𠮷 1"])
    }

    @Test func `a file that does not hold all says so in its last row`() throws {
        let entries = try staff.database.readAndWait {
            try AuditStore.entries(AuditFilter(search: "𠮷"), limit: 2, in: $0)
        }
        func lines(total: Int) -> [String] {
            String(decoding: AuditExport.file(of: entries, total: total, wording: AuditWording([])), as: UTF8.self)
                .split(
                    separator: "\r\n"
                )
                .map(String.init)
        }
        #expect(lines(total: 2).count == 3)
        #expect(lines(total: 5).count == 4)
        #expect(lines(total: 5).last == #",,,,,,"共 5 筆，只匯出最新的 2 筆；其餘請以日期分次匯出。","#)
    }

    @Test(arguments: Features.all.house.auditActions)
    func `every action has words`(action: AuditAction) {
        #expect(!action.name.isEmpty)
        #expect(action.code.contains("."))
    }
}
