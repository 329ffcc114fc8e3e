import GRDB
import Testing

@testable import Huxue

@Suite struct DoctorTests {
    private func findings(after sql: String) async throws -> [String] {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await SampleExam.answer(1, of: attempt, in: office)
        let visitor = try #require(try office.visitor("yachu"))
        let now = office.clock.now()
        try await office.database.write { db in
            _ = try SubmissionActions.submit(
                address: attempt.address, by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
        try await office.database.write { db in try db.execute(sql: sql) }
        return try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) }
    }

    @Test(arguments: [
        ("DROP TRIGGER attemptIsFinal; UPDATE attempt SET score = 10000, passed = 1", "成績與作答不符"),
        ("DROP TRIGGER responseIsFinal; UPDATE response SET chosen = 0", "成績與作答不符"),
        ("DROP TRIGGER auditEntryStays", "資料表或保護規則被更動"),
        ("DELETE FROM roleGrant WHERE role = 'admin'", "沒有任何在職的系統管理者"),
        ("UPDATE employee SET startsOn = 'zz' WHERE id = 1", "日期或時間無法辨識"),
        ("UPDATE exam SET opens = '0'", "日期或時間無法辨識"),
        ("DROP TRIGGER examPlanStays; UPDATE exam SET blueprint = '{}'", "測驗的設定無法讀取"),
        ("DROP TRIGGER examPoolRemains", "資料表或保護規則被更動"),
        ("DROP TRIGGER examPoolRemains; DELETE FROM examPool", "已發布的測驗沒有抽題範圍，或草稿已有抽題範圍"),
        (
            """
            DROP TRIGGER examPoolRemains;
            DELETE FROM examPool WHERE revisionID = (SELECT revisionID FROM paperLine WHERE number = 1)
            """, "試卷的試題不在測驗的抽題範圍內"
        ),
        ("DROP TRIGGER paperLineRemains; DELETE FROM paperLine WHERE number = 2", "試卷的題號不連續"),
        (
            """
            DROP TRIGGER paperLineIsLast; INSERT INTO attempt (address, examID, employeeID, ordinal, startedAt, deadline)
            SELECT 'another attempt of it.', examID, employeeID + 1, 1, startedAt, deadline FROM attempt;
            INSERT INTO paperLine SELECT max(attemptID) + 1, 1, revisionID, choiceOrder FROM paperLine WHERE number = 1
            """, "同一次測驗的試卷題數不同"
        ),
        ("DROP TRIGGER auditEntryStays; UPDATE auditEntry SET at = 'garbage' WHERE id = 3", "稽核紀錄被更動"),
        ("DROP TRIGGER auditEntryRemains; DELETE FROM auditEntry", "稽核紀錄不是從建立機關開始"),
    ])
    func `what was altered behind the program's back is named`(sql: String, check: String) async throws {
        #expect(try await findings(after: sql).contains(check))
    }

    @Test func `stored nonsense ends no request`() async throws {
        let office = try SampleOffice()
        _ = try await SampleExam.publish(in: office)
        try await office.database.write { db in
            try db.execute(sql: "UPDATE exam SET opens = '0', publishedAt = 'x'; UPDATE employee SET startsOn = ''")
        }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for path in ["/", "/exams", "/exams/1", "/staff"] {
                #expect(try await yachu.get(path).status != 500, "\(path)")
            }
        }
    }
}
