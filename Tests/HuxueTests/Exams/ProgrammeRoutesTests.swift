import Testing

@testable import Huxue

@Suite struct ProgrammeRoutesTests {
    private static func fields(_ count: String, kind: String = "quarterlyQuiz") -> [(String, String)] {
        [
            ("unit", "1"), ("year", "115"), ("lines", "2"), ("kind-0", kind), ("period-0", "quarter"),
            ("count-0", count), ("kind-1", "semiannualTest"), ("period-1", "half"), ("count-1", ""),
        ]
    }

    @Test func `the programme is written down and says what this period still needs`() async throws {
        let office = try await ExamRoutesTests.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.get("/manage/programme").text.contains("這個年度還沒有計畫"))
            let saved = try await browser.post("/manage/programme", Self.fields("1"))
            #expect((saved.status, saved.location) == (303, "/manage/programme?unit=1&year=115"))
            let page = try await browser.get(saved.location).text
            #expect(page.contains("逾期，缺 1 次") && page.contains("本期還缺 1 次"))
            #expect(try await browser.get("/manage/exams").text.contains("第 4 季還要辦 1 次法令小考"))
            _ = try ExamRoutesTests.insert(office)
            #expect(try await browser.get("/manage/programme").text.contains("已排定"))
            #expect(try await browser.get("/manage/exams").text.contains("這一期要辦的測驗都已排定"))
        }
        #expect(
            try office.database.readAndWait { try ProgrammeStore.items(of: ID(rawValue: 1), year: 2026, in: $0) } == [
                ProgrammeItem(
                    unitID: ID(rawValue: 1), year: 2026, kind: .quarterlyQuiz, period: .quarter, count: 1,
                    counterOnly: false)
            ])
    }

    @Test func `an unchanged programme leaves no trace, and another unit's is not there`() async throws {
        let office = try await ExamRoutesTests.office()
        let now = office.clock.now()
        try await office.database.write { db in
            let person = try #require(try EmployeeStore.member(login: "jian", in: db))
            _ = try GrantStore.insert(
                .examManager, at: person.employee.unitID, for: person.employee.id, now: now, in: db)
        }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for _ in 0..<2 { #expect(try await manager.post("/manage/programme", Self.fields("1")).status == 303) }
            #expect(try await browser.signedIn("jian").post("/manage/programme", Self.fields("2")).status == 404)
        }
        #expect(try ExamRoutesTests.auditActions(office, subject: "programme/1/2026") == ["programme.change"])
        let items = try office.database.readAndWait {
            try ProgrammeStore.items(of: ID(rawValue: 1), year: 2026, in: $0)
        }
        let jian = try #require(try office.visitor("jian"))
        let doer = ExamActions.Doer(actor: jian.actor, origin: "test", now: now)
        #expect(throws: CommonRefusal.self) {
            try office.database.writeAndWait {
                try ProgrammeActions.replace([], unit: ID(rawValue: 1), year: 2026, by: doer, in: $0)
            }
        }
        #expect(items.map(\.count) == [1])
    }

    @Test(arguments: ["0", "100", "x", "-1", "99999999999999999999"]) func `a wrong count keeps what was typed`(
        count: String
    ) async throws {
        let office = try await ExamRoutesTests.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let answer = try await browser.post("/manage/programme", Self.fields(count))
            #expect(answer.status == 422)
            #expect(answer.text.contains("value=\"\(count)\"") && answer.text.contains("第 1 項的次數"))
            #expect(try await browser.post("/manage/programme", Self.fields("1", kind: "exam")).status == 422)
        }
        #expect(
            try office.database.readAndWait { try ProgrammeStore.items(of: ID(rawValue: 1), year: 2026, in: $0) } == [])
    }
}
