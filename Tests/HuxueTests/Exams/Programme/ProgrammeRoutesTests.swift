import GRDB
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
            #expect((saved.status, saved.location) == (303, "/manage/programme?done=programmeSaved&unit=1&year=115"))
            let page = try await browser.get(saved.location).text
            #expect(page.contains(ExamRoutesTests.status("已儲存年度測驗計畫。")))
            #expect(page.contains("逾期，缺 1 次") && page.contains("本期還缺 1 次"))
            #expect(try await browser.get("/manage/exams").text.contains("第 4 季還要辦 1 次法令小考"))
            #expect(try await browser.get("/").text.contains("今年有 3 次應辦測驗逾期未辦"))
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

    @Test func `every figure of the programme leads to the exams behind it`() async throws {
        let office = try await ExamRoutesTests.office()
        let titles = ["甲", "乙", "丙", "丁"]
        let exams = try titles.map { title in
            try ExamRoutesTests.insert(
                office, publish: title != "丙",
                SampleExams.plan { plan in
                    plan.title = title
                    if title == "丁" { plan.kind = .practice }
                })
        }
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exams[0].id, now: now, in: $0) }
        let link = "/manage/exams?year=115&unit=1&kind=quarterlyQuiz&period=quarter&part=4&state="
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            _ = try await browser.post("/manage/programme", Self.fields("5"))
            let page = try await browser.get("/manage/programme").text.replacing("&amp;", with: "&")
            for (state, title) in [("closed", "甲"), ("published", "乙"), ("draft", "丙")] {
                #expect(page.contains("<a href=\"\(link)\(state)\">1"), "\(state)")
                let list = try await browser.get(link + state).text
                for other in titles { #expect(list.contains(">\(other)</a>") == (other == title), "\(state) \(other)") }
            }
            // The list of a period that is not in the programme is the whole year's.
            #expect(try await browser.get(link.replacing("unit=1", with: "unit=2")).text.contains(">丁</a>"))
            let home = try await browser.get("/").text.replacing("&amp;", with: "&")
            #expect(home.contains("href=\"\(link)draft\">看草稿 1 件"))
        }
    }

    @Test func `another unit's draft is not spoken of, its announced exam is`() async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office, SampleExams.plan { $0.title = "全所的測驗" })
        _ = try ExamRoutesTests.insert(office, publish: false, SampleExams.plan { $0.title = "全所的草稿" })
        let now = office.clock.now()
        let branch = try #require(try office.visitor("jian")).unitID
        try await office.database.write { db in
            let person = try #require(try EmployeeStore.member(login: "jian", in: db))
            _ = try GrantStore.insert(.examManager, at: branch, for: person.employee.id, now: now, in: db)
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("jian")
            var fields = Self.fields("3")
            fields[0].1 = "\(branch)"
            #expect(try await browser.post("/manage/programme", fields).status == 303)
            let link = "/manage/exams?year=115&unit=\(branch)&kind=quarterlyQuiz&period=quarter&part=4"
            let list = try await browser.get(link).text
            #expect(list.contains("<a href=\"/manage/results/1\">全所的測驗</a>") && !list.contains("全所的草稿"))
            #expect(try await browser.get("/manage/results/1").status == 200)
        }
    }

    @Test func `the home page counts a running exam anew when somebody begins, hands in or leaves`() async throws {
        let office = try SampleOffice()
        var plan = SampleExam.plan
        plan.closes = plan.closes.adding(minutes: 3 * 24 * 60)
        let exam = try await SampleExam.publish(plan, in: office)
        @Sendable func leave(_ login: String, on day: String) async throws {
            try await office.database.write { db in
                let account = try #require(try AccountStore.account(login: login, in: db))
                try db.execute(
                    sql: "UPDATE employee SET endsOn = ? WHERE id = ?", arguments: [day, account.employeeID])
            }
        }
        @Sendable func told(_ browser: SampleBrowser) async throws -> [Int] {
            let text = try await browser.get("/").text
            let figures = try #require(text.firstMatch(of: /已交卷 (\d+)／(\d+) 人/))
            return try [#require(Int(figures.1)), #require(Int(figures.2))]
        }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let all = try await told(manager)[1]
            #expect(all > 4)
            _ = try await SampleExam.begin(exam, by: "jian", in: office)
            #expect(try await told(manager) == [0, all])
            let now = office.clock.now()
            _ = try await office.database.write { try SubmissionActions.submitOpen(exam: exam, now: now, in: $0) }
            #expect(try await told(manager) == [1, all])
            try await leave("yachu", on: "2026-11-20")
            #expect(try await told(manager) == [1, all - 1])
            try await leave("guanting", on: "2026-11-21")
            #expect(try await told(manager) == [1, all - 1])
            // The day alone changes who is in service.
            office.advance(minutes: 24 * 60)
            #expect(try await told(try await browser.signedIn("shufen")) == [1, all - 2])
        }
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
        let acting = ActionContext(actor: jian.actor, origin: "test", now: now)
        #expect(throws: CommonRefusal.self) {
            try office.database.writeAndWait {
                try ProgrammeActions.replace([], unit: ID(rawValue: 1), year: 2026, by: acting, in: $0)
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

    @Test(arguments: ["沒有這個單位", "", "登記", "99999999999999999999"])
    func `a plan for a unit that is not named changes nothing`(unit: String) async throws {
        let office = try await ExamRoutesTests.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.post("/manage/programme", Self.fields("3")).status == 303)
            let fields = Self.fields("7").filter { $0.0 != "unit" } + (unit.isEmpty ? [] : [("unit", unit)])
            let answer = try await browser.post("/manage/programme", fields)
            #expect(answer.status == 422)
        }
        let items = try office.database.readAndWait {
            try ProgrammeStore.items(of: ID(rawValue: 1), year: 2026, in: $0)
        }
        #expect(items.map(\.count) == [3])
    }

    @Test(arguments: ["", "0", "-9223372036854775808", "23", "x"])
    func `a form that is cut short empties no year`(lines: String) async throws {
        let office = try await ExamRoutesTests.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.post("/manage/programme", Self.fields("3")).status == 303)
            let cut = [("unit", "1"), ("year", "115")] + (lines.isEmpty ? [] : [("lines", lines)])
            #expect(try await browser.post("/manage/programme", cut).status == 422)
        }
        let items = try office.database.readAndWait {
            try ProgrammeStore.items(of: ID(rawValue: 1), year: 2026, in: $0)
        }
        #expect(items.map(\.count) == [3])
    }

    @Test func `a year that is none is told at its field`() async throws {
        let office = try await ExamRoutesTests.office()
        try await office.test { browser in
            let answer = try await browser.signedIn("shufen").get("/manage/programme?unit=3&year=abc")
            #expect(answer.status == 422 && answer.text.contains("value=\"abc\""))
            #expect(answer.text.contains("id=\"year-error\"") && answer.text.contains("<option value=\"3\" selected>"))
        }
    }
}
