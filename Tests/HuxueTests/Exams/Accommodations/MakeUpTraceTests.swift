import Testing

@testable import Huxue

/// What a make-up leaves for those who have to show who sat it, and what it tells the examinee.
@Suite struct MakeUpTraceTests {
    private static let fields = [("makeUp", "1"), ("opens", "115/11/25 09:00"), ("closes", "115/11/25 12:00")]

    /// To 09:00 of 25 November, from 18:00 of 21 November.
    private static let untilMakeUp = 3 * 24 * 60 + 15 * 60

    private static func person(_ login: String, _ office: SampleOffice) throws -> ID<Employee> {
        try #require(try office.visitor(login)).employee
    }

    private static func sweep(_ office: SampleOffice) async throws {
        let now = office.clock.now()
        try await office.database.write { db in
            try SubmissionActions.submitOverdue(now: now, in: db)
            try ExamStateActions.closeOver(now: now, in: db)
        }
    }

    /// An exam over since 18:00 of 21 November, in which 林雅筑 failed with 20 points and nobody else appeared.
    private static func over() async throws -> SampleOffice {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office)
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 1)
        office.advance(minutes: 8 * 60)
        try await sweep(office)
        return office
    }

    /// Takes the exam now, with so many of the five questions right.
    private static func sit(_ login: String, right: Int, in office: SampleOffice) async throws {
        let attempt = try await SampleExam.begin(ID(rawValue: 1), by: login, in: office)
        for number in 1...5 {
            try await SampleExam.answer(number, rightly: number <= right, of: attempt, in: office)
        }
        let acting = ActionContext(
            actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
        try await office.database.write { db in
            _ = try SubmissionActions.submit(address: attempt.address, by: acting, in: db)
        }
    }

    @Test func `managers see who has a make-up, who sat it and when, and each attempt`() async throws {
        let office = try await Self.over()
        let (yachu, jian) = (try Self.person("yachu", office), try Self.person("jian", office))
        let guanting = try Self.person("guanting", office)
        let sheet = "/manage/exams/1/results/\(yachu)"
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let before = try await manager.get("/manage/exams/1").text
            #expect(!before.contains("id=\"make-ups\""))
            for person in [yachu, jian, guanting] {
                #expect(try await manager.post("/manage/exams/1/examinees/\(person)", Self.fields).status == 303)
            }
            let arranged = try await manager.get("/manage/exams/1").text
            #expect(arranged.contains("安排 3 人：待補考 3 人，補考已交卷 0 人。"))
            #expect(arranged.contains("href=\"/manage/exams/1/examinees?state=makeUp\">看補考名單"))
            let list = try await manager.get("/manage/exams/1/examinees?state=makeUp").text
            #expect(list.contains("aria-current=\"true\">安排補考 3</a>"))
            for name in ["林雅筑", "詹𠮷安", "陳冠廷"] { #expect(list.contains("<th scope=\"row\">\(name)</th>")) }
            #expect(!list.contains("<th scope=\"row\">王淑芬</th>") && list.contains("待補考</span>"))
        }
        office.advance(minutes: Self.untilMakeUp)
        _ = try await SampleExam.begin(ID(rawValue: 1), by: "jian", in: office)
        try await Self.sit("yachu", right: 5, in: office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(
                try await manager.get("/manage/exams/1").text
                    .contains("安排 3 人：待補考 1 人，補考作答中 1 人，補考已交卷 1 人。"))
            let attempts = [1, 2].map { "href=\"\(sheet)?attempt=\($0)\"" }
            for page in [
                "/manage/exams/1/examinees", "/manage/exams/1/examinees?state=makeUp", "/manage/exams/1/results",
                "/manage/employees/\(yachu)/results",
            ] {
                let text = try await manager.get(page).text
                #expect(attempts.allSatisfy { text.contains($0) } && text.contains("補考已交卷"), "\(page)")
                #expect(text.contains("第 2 次（補考）　") && text.contains("　100 分，計分</li>"), "\(page)")
                #expect(text.contains("　20 分</li>"), "\(page)")
            }
            let counted = try await manager.get(sheet).text
            #expect(counted.contains("應試 2 次，取最高分") && counted.contains("<span class=\"value\">100<small> 分"))
            #expect(counted.contains(attempts[0]) && !counted.contains(attempts[1]))
            let first = try await manager.get("\(sheet)?attempt=1").text
            #expect(first.contains("<span class=\"value\">20<small> 分") && first.contains(attempts[1]))
            #expect(try await manager.get("\(sheet)?attempt=3").status == 404)
            #expect(try await browser.get("\(sheet)?attempt=2").status == 303)
            for login in ["jian", "yachu", "zonghan", "guanting", "shuhui"] {
                let status = try await browser.signedIn(login).get("\(sheet)?attempt=2").status
                #expect(status == 403 || status == 404, "\(login)")
            }
            let file = try await manager.get("/manage/exams/1/results/export").text
            #expect(
                file.contains("\"115/11/25 09:00:00\",\"115/11/25 12:00:00\",補考已交卷,\"115/11/25 09:00:00\"\r\n"))
            #expect(file.contains("\"115/11/25 12:00:00\",補考作答中,\r\n"))
            #expect(file.contains("\"115/11/25 12:00:00\",待補考,\r\n"))
            let missing = try await manager.get("/manage/results/1/export").text
            #expect(missing.contains("補考作答中") && missing.contains("待補考") && !missing.contains("補考已交卷"))
        }
        office.advance(minutes: 3 * 60)
        try await Self.sweep(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(
                try await manager.get("/manage/exams/1").text.contains("安排 3 人：補考已交卷 2 人，未補考 1 人。"))
            #expect(try await manager.get("/manage/exams/1/examinees?state=makeUp").text.contains("未補考</span>"))
        }
        let looks = try office.database.readAndWait { db in
            try AuditStore.entries(AuditFilter(search: "exam/1"), limit: 100, in: db).filter {
                $0.action == AuditAction.attemptView.code
            }
        }
        // Newest first: attempt 1, then the one that counts.
        #expect(looks.map { $0.detail.contains("\"attempt\":2") } == [false, true])
    }

    @Test func `in a running exam several attempts tell neither points nor the one that counts`() async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office, SampleExams.plan { $0.attempts = 2 })
        try await Self.sit("yachu", right: 1, in: office)
        office.advance(minutes: 10)
        try await Self.sit("yachu", right: 5, in: office)
        let yachu = try Self.person("yachu", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for page in ["/manage/exams/1/examinees", "/manage/exams/1/results", "/manage/employees/\(yachu)/results"] {
                let text = try await manager.get(page).text
                #expect(text.contains("第 2 次　11/21") && !text.contains("計分"), "\(page)")
                #expect(!text.contains("?attempt=") && !text.contains("100 分"), "\(page)")
            }
        }
    }

    // MARK: The examinee

    @Test func `an examinee reads that it is a make-up, before and while it is open, and what is left`() async throws {
        let office = try await Self.over()
        let yachu = try Self.person("yachu", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/examinees/\(yachu)", Self.fields).status == 303)
            let before = try await browser.signedIn("yachu")
            for page in ["/", "/exams"] {
                #expect(try await before.get(page).text.contains("115年第4季法令測驗（補考）</a>"), "\(page)")
            }
            let coming = try await before.get("/exams/1").text
            #expect(coming.contains("補考期間　115/11/25") && coming.contains("補考還沒有開始。"))
            office.advance(minutes: Self.untilMakeUp)
            let open = try await browser.signedIn("yachu")
            for page in ["/", "/exams"] {
                let text = try await open.get(page).text
                #expect(text.contains("還可應試 1 次") && !text.contains("可應試 2 次"), "\(page)")
            }
            let introduction = try await open.get("/exams/1").text
            #expect(introduction.contains("2 次，已用 1 次，還可應試 1 次") && introduction.contains("開始補考</button>"))
        }
    }

    // MARK: The form

    @Test func `the form comes filled in, on a closed exam and from the last make-up given`() async throws {
        let office = try await Self.over()
        let (yachu, jian) = (try Self.person("yachu", office), try Self.person("jian", office))
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let fresh = try await manager.get("/manage/exams/1/examinees/\(jian)").text
            #expect(fresh.contains("value=\"115/11/23 08:00\"") && fresh.contains("value=\"115/11/27 17:30\""))
            #expect(try await manager.post("/manage/exams/1/examinees/\(yachu)", Self.fields).status == 303)
            let next = try await manager.get("/manage/exams/1/examinees/\(jian)").text
            #expect(next.contains("value=\"115/11/25 09:00\"") && next.contains("value=\"115/11/25 12:00\""))
        }
    }

    @Test func `a window that is filled in but not chosen gives no make-up`() async throws {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office)
        let jian = try Self.person("jian", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let form = try await manager.get("/manage/exams/1/examinees/\(jian)").text
            #expect(form.contains("name=\"makeUp\"") && form.contains("value=\"115/11/23 08:00\""))
            let sent = [("extraMinutes", "10")] + Self.fields.filter { $0.0 != "makeUp" }
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", sent).status == 303)
            let empty = [("makeUp", "1"), ("opens", ""), ("closes", "")]
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", empty).status == 422)
        }
        #expect(
            try office.database.readAndWait { try AccommodationStore.all(of: exam.id, in: $0) } == [
                Accommodation(examID: exam.id, employeeID: jian, extraMinutes: 10)
            ])
    }
}
