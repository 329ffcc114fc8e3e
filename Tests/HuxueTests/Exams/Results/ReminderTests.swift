import GRDB
import Testing

@testable import Huxue

/// Reminding those who have not handed in, and what supervisors read of their people.
@Suite struct ReminderTests {
    private static func reminded(_ office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT employee.staffNumber || ' ' || remindedOn || ' ' || remindedBy FROM examReminder
                    JOIN employee ON employee.id = employeeID ORDER BY remindedOn, employee.staffNumber
                    """)
        }
    }

    private static func open(
        _ change: (inout ExamPlan) -> Void = { _ in }
    ) async throws -> (office: SampleOffice, exam: Exam) {
        let office = try await ExamRoutesTests.office()
        return (office, try ExamRoutesTests.insert(office, SampleExams.plan(change)))
    }

    @Test func `a supervisor reads on the home page who has not handed in, and reminds them once a day`() async throws {
        let (office, exam) = try await Self.open { $0.closes = moment("2026-11-30T17:30") }
        try ResultRoutesTests.take(office, exam, login: "shufen", right: 5)
        let reminder = "/manage/results/\(exam.id)/reminder"
        try await office.test { browser in
            let supervisor = try await browser.signedIn("shuhui")
            let home = try await supervisor.get("/").text
            #expect(home.contains("本單位的測驗") && home.contains("貴單位還有 2 人沒有交卷。"))
            #expect(home.contains("林雅筑、鄭淑惠，11/30") && !home.contains("陳冠廷"))
            #expect(home.contains("測驗成績<span class=\"count\">1<span"))
            let page = try await supervisor.get("/manage/results/\(exam.id)").text
            #expect(page.contains("提醒未交卷的 2 人"))
            #expect(try await !browser.signedIn("yachu").get("/").text.contains("提醒您應試"))

            let done = try await supervisor.post(reminder)
            #expect(done.location == "/manage/results/\(exam.id)?done=reminded&count=2")
            let told = try await supervisor.get(done.location).text
            #expect(told.contains("已提醒 2 人") && told.contains("明天可以再提醒一次") && !told.contains("提醒未交卷的"))
            let again = try await supervisor.post(reminder)
            #expect(again.status == 409 && again.text.contains("今天已經提醒過了"))
            #expect(try await browser.signedIn("yachu").get("/").text.contains("提醒您應試（11/21"))
            #expect(try await !browser.signedIn("guanting").get("/").text.contains("提醒您應試"))

            // The manager reminds the others, and nobody twice on one day.
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.get("/").text.contains("提醒未交卷的同仁"))
            #expect(try await manager.post(reminder).location.hasSuffix("count=4"))
            #expect(try await manager.post(reminder).status == 409)
            office.advance(minutes: 24 * 60)
            #expect(try await browser.signedIn("shuhui").post(reminder).location.hasSuffix("count=2"))
        }
        #expect(
            try Self.reminded(office) == [
                "A01 2026-11-21 shuhui", "A02 2026-11-21 shufen", "A04 2026-11-21 shufen", "A05 2026-11-21 shuhui",
                "A06 2026-11-21 shufen", "zonghan 2026-11-21 shufen", "A01 2026-11-22 shuhui", "A05 2026-11-22 shuhui",
            ])
        #expect(
            try ExamRoutesTests.auditActions(office, subject: "exam/1").filter { $0 == "exam.reminder" }.count == 3)
    }

    @Test(arguments: ["yachu", "guanting", "meiling", "zonghan"]) func `nobody else reminds anybody`(
        login: String
    ) async throws {
        let (office, exam) = try await Self.open()
        try await office.test { browser in
            #expect(try await browser.post("/manage/results/\(exam.id)/reminder").status != 303)
            let answer = try await browser.signedIn(login).post("/manage/results/\(exam.id)/reminder")
            #expect(answer.status == 403 || answer.status == 404)
        }
        #expect(try Self.reminded(office) == [])
    }

    @Test func `the excused, those with a make-up and those who handed in are left alone`() async throws {
        let (office, exam) = try await Self.open()
        try ResultRoutesTests.take(office, exam, login: "shufen", right: 0)
        let now = office.clock.now()
        let (yachu, shuhui) = (
            try #require(try office.visitor("yachu")).employee, try #require(try office.visitor("shuhui")).employee
        )
        try await office.database.write { db in
            try AccommodationActions.set(
                Accommodation(examID: exam.id, employeeID: yachu, isExcused: true), now: now, in: db)
            try AccommodationActions.set(
                Accommodation(
                    examID: exam.id, employeeID: shuhui, opens: moment("2026-11-25T09:00"),
                    closes: moment("2026-11-25T12:00")), now: now, in: db)
        }
        try await office.test { browser in
            let supervisor = try await browser.signedIn("shuhui")
            #expect(try await !supervisor.get("/").text.contains("貴單位還有"))
            let answer = try await supervisor.post("/manage/results/\(exam.id)/reminder")
            #expect(answer.status == 409 && answer.text.contains("沒有還沒交卷的同仁"))
        }
        #expect(try Self.reminded(office) == [])
    }

    static let states: [(before: Int, isOpen: Bool)] = [(-121, false), (-120, true), (449, true), (450, false)]

    @Test(arguments: states) func `people are reminded of a test that they can take now`(before: Int, isOpen: Bool) {
        let now = SampleOffice.morning.adding(minutes: before)
        var exam = sampleExam(.published) {
            $0.opens = SampleOffice.morning.adding(minutes: -120)
            $0.closes = SampleOffice.morning.adding(minutes: 450)
        }
        #expect(ReminderRules.isOpen(exam, now: now) == isOpen)
        #expect(!ReminderRules.isOpen(sampleExam(.draft), now: now))
        #expect(!ReminderRules.isOpen(sampleExam(.closed), now: now))
        exam.reopenedAt = SampleOffice.morning
        #expect(!ReminderRules.isOpen(exam, now: now))
    }

    @Test func `supervisors see who passed only where the office allows it, and once results are out`() async throws {
        let (office, exam) = try await Self.open { $0.results = .whenAnnounced }
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 5)
        try ResultRoutesTests.take(office, exam, login: "shuhui", right: 1)
        try ResultRoutesTests.take(office, exam, login: "jian", right: 5)
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        let address = "/manage/results/\(exam.id)"
        try await office.test { browser in
            let (manager, supervisor) = (try await browser.signedIn("shufen"), try await browser.signedIn("shuhui"))
            func seesNothing() async throws -> Bool {
                let (home, page) = (try await supervisor.get("/").text, try await supervisor.get(address).text)
                return !home.contains("不及格") && !page.contains("及格與不及格")
            }
            #expect(try await seesNothing())
            #expect(try await manager.post("\(address.replacing("results", with: "exams"))/release").status == 303)
            #expect(try await seesNothing())
            #expect(try await manager.get("/manage/results").text.contains("主管看得到什麼"))
            #expect(try await !supervisor.get("/manage/results").text.contains("主管看得到什麼"))
            for login in ["shuhui", "meiling", "yachu", "zonghan"] {
                #expect(try await browser.signedIn(login).post("/manage/results", [("passes", "1")]).status == 403)
            }
            #expect(
                try await manager.post("/manage/results", [("passes", "1")]).location
                    == "/manage/results?done=settingSaved")
            #expect(try await supervisor.get("/").text.contains("貴單位 1 人及格，1 人不及格。"))
            let page = try await supervisor.get(address).text
            #expect(page.contains("及格 1 人，不及格 1 人") && page.contains("<b>林雅筑</b>") && !page.contains("詹𠮷安"))
            #expect(!page.contains(">100<") && !page.contains(">20<") && !page.contains("100 分"))
            #expect(try await !manager.get(address).text.contains("及格與不及格"))
            #expect(try await browser.signedIn("zonghan").get("/audit").text.contains("主管看得到及格與不及格"))
            #expect(try await manager.post("/manage/results").status == 303)
            #expect(try await seesNothing())
        }
        #expect(try ExamRoutesTests.auditActions(office, subject: "examSetting").count == 2)
    }
}
