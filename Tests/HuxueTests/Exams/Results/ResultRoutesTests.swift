import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

@Suite struct ResultRoutesTests {
    /// Lets this person take the exam now, with so many of the five questions right.
    static func take(_ office: SampleOffice, _ exam: Exam, login: String, right: Int) throws {
        let visitor = try #require(try office.visitor(login))
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let attempt = try AttemptActions.begin(
                exam: exam.id, address: String((login + String(repeating: "0", count: 22)).prefix(22)),
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
            for line in try AttemptStore.lines(of: attempt.id, in: db) {
                // The right choice is place 0 of the revision; the next place is wrong.
                let wanted = line.number <= right ? 0 : 1
                let key = (line.order.firstIndex(of: wanted) ?? 0) + 1
                _ = try ResponseActions.save(
                    ResponseActions.Arrival(
                        number: line.number, keys: [key], isFlagged: false, sequence: now.milliseconds, window: ""),
                    address: attempt.address, employee: visitor.employee, now: now, in: db)
            }
            _ = try SubmissionActions.submit(
                address: attempt.address,
                by: ActionContext(actor: visitor.actor, origin: "test", now: now.adding(minutes: 10)), in: db)
        }
    }

    private static func taken(
        _ change: (inout ExamPlan) -> Void = { _ in }, takers: [(String, Int)] = [("yachu", 5), ("jian", 3)]
    ) async throws -> (SampleOffice, Exam) {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan(change))
        for (login, right) in takers { try take(office, exam, login: login, right: right) }
        return (office, exam)
    }

    @Test func `while an exam runs nobody reads scores or figures of it`() async throws {
        let (office, _) = try await Self.taken()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let page = try await browser.get("/manage/exams/1/results").text
            #expect(page.contains("測驗還在進行，沒有統計。") && page.contains("已交卷"))
            #expect(!page.contains("成績分布") && !page.contains("data-label=\"分數\">100") && !page.contains("平均"))
            let file = try await browser.get("/manage/exams/1/results/export").text
            #expect(file.contains("已交卷,,100,,"))
        }
    }

    @Test func `whoever is right or wrong, a running exam's page is the same`() async throws {
        let (first, _) = try await Self.taken(takers: [("yachu", 5), ("jian", 0)])
        let (second, _) = try await Self.taken(takers: [("yachu", 1), ("jian", 4)])
        func page(_ office: SampleOffice, _ path: String) async throws -> String {
            try await office.test { browser in
                let text = try await browser.signedIn("shufen").get(path).text
                return text.split(separator: "\n").filter { !$0.contains("name=\"token\"") }.joined(separator: "\n")
            }
        }
        for path in ["", "/results", "/results/export", "/results?sort=score", "/results?state=passed", "/examinees"] {
            #expect(
                try await page(first, "/manage/exams/1\(path)") == page(second, "/manage/exams/1\(path)"), "\(path)")
        }
    }

    @Test func `after the end figures, chart and list are there, and each look is recorded`() async throws {
        let (office, exam) = try await Self.taken()
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        try await office.test { browser in
            let browser = try await browser.signedIn("meiling")
            let page = try await browser.get("/manage/exams/1/results").text
            #expect(page.contains("80<small> 分") && page.contains("50.0<small>%"))
            #expect(page.contains("<title id=\"hist-t\">成績分布</title>") && page.contains("70 分及格"))
            #expect(page.contains("2 人交卷，1 人未達 70 分"))
            #expect(page.contains("林雅筑") && page.contains("詹𠮷安") && page.contains("10:00"))
            #expect(page.contains("交卷未滿 5 人"))
            let failed = try await browser.get("/manage/exams/1/results?state=failed").text
            #expect(failed.contains("詹𠮷安</a>") && !failed.contains("林雅筑</a>"))
            let found = try await browser.get("/manage/exams/1/results?q=%F0%A0%AE%B7").text
            #expect(found.contains("詹𠮷安</a>") && !found.contains("林雅筑</a>"))
            let file = try await browser.get("/manage/exams/1/results/export")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.text.hasPrefix("\u{FEFF}員工編號,姓名,單位,情形,分數,滿分,結果,開始時間,交卷時間,補考開始,補考截止,補考情形,補考交卷\r\n"))
            #expect(
                file.text.contains(
                    "A02,詹𠮷安,南華區戶政事務所/東興辦公室,已交卷,60,100,不及格,\"115/11/21 10:00:00\",\"115/11/21 10:10:00\",,,,\r\n"))
        }
        let actions = try ExamRoutesTests.auditActions(office, subject: "exam/1").filter { $0.contains("results") }
        #expect(actions == ["exam.results.view", "exam.results.view", "exam.results.view", "exam.results.export"])
    }

    @Test func `topics are counted from five papers on`() async throws {
        let (office, exam) = try await Self.taken(
            takers: [("yachu", 5), ("jian", 5), ("shufen", 5), ("guanting", 5), ("shuhui", 5)])
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        let topics = try office.database.readAndWait { db in
            try ResultActions.statistics(
                of: try ExamStore.require(exam.id, in: db), submitted: 5, scope: .everywhere, cache: StatisticsCache(),
                today: ROCDate.day(of: now), in: db
            ).topics
        }
        #expect(
            topics == [
                TopicResult(topic: "出生登記", questions: 10, right: 10),
                TopicResult(topic: "遷徙登記", questions: 15, right: 15),
            ])
    }

    @Test func `a person's history lists the exams that concerned them`() async throws {
        let (office, exam) = try await Self.taken()
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        let visitor = try #require(try office.visitor("jian"))
        try await office.test { browser in
            let manager = try await browser.signedIn("meiling")
            let page = try await manager.get("/manage/employees/\(visitor.employee)/results").text
            #expect(page.contains("詹𠮷安　歷次測驗") && page.contains("不及格"))
            #expect(
                page.contains("data-label=\"分數\"><a href=\"/manage/exams/\(exam.id)/results/\(visitor.employee)\">60<"))
            let sheet = try await manager.get("/manage/exams/\(exam.id)/results/\(visitor.employee)")
            #expect(sheet.status == 200)
            #expect(sheet.text.contains("詹𠮷安　答卷") && sheet.text.contains("應試者作答"))
            for login in ["jian", "zonghan", "guanting", "shuhui"] {
                let other = try await browser.signedIn(login)
                let status = try await other.get("/manage/exams/\(exam.id)/results/\(visitor.employee)").status
                #expect(status == 403 || status == 404, "\(login)")
            }
            #expect(try await manager.get("/manage/employees/999/results").status == 404)
        }
        #expect(
            try ExamRoutesTests.auditActions(office, subject: "employee/\(visitor.employee)") == ["exam.results.view"])
    }

    @Test func `an answer sheet leaves out a question that its reader may review, an own result does not`() async throws
    {
        let (office, exam) = try await Self.taken {
            $0.draw = .shared
            $0.blueprint = [.topic(topic: "遷徙登記", count: 6)]
        }
        let now = office.clock.now()
        let author = try #require(try office.visitor("guanting")).actor
        try await office.database.write { db in
            try ExamStateActions.close(exam.id, now: now, in: db)
            let question = try #require(try QuestionStore.question(code: "move-001", in: db))
            try QuestionReviewActions.open(
                question, by: ActionContext(actor: author, origin: "test", now: now), in: db)
        }
        let (reader, jian) = (try #require(try office.visitor("shufen")), try #require(try office.visitor("jian")))
        let own = try #require(
            try office.database.readAndWait { try AttemptStore.all(of: jian.employee, exam: exam.id, in: $0).first })
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let page = try await manager.get("/manage/exams/\(exam.id)/results/\(jian.employee)?show=all&open=1")
            #expect(page.status == 200)
            #expect(page.text.contains("有 1 題正在等人審題。") && page.text.contains("審題後顯示"))
            #expect(!page.text.contains("補考還會用到"))
            #expect(!page.text.contains("move-001 的詳解") && !page.text.contains("move-001 選項"))
            #expect(page.text.contains("move-002 的詳解") && page.text.contains("move-002 選項"))
            let examinee = try await browser.signedIn("jian")
            let result = try await examinee.get("/attempts/\(own.address)?show=all&open=1").text
            #expect(result.contains("move-001 的詳解") && !result.contains("等人審題"))
        }
        let seen = try office.database.readAndWait { try KeyDisclosureStore.all(of: [reader.employee], in: $0) }
        #expect(seen.map(\.codes) == [Set((2...6).map { "move-00\($0)" })])
    }

    @Test func `every list prints with the office's name and without what only leads elsewhere`() async throws {
        let (office, exam) = try await Self.taken()
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for path in [
                "/manage/exams/1/results", "/manage/exams/1/examinees", "/manage/results/1", "/manage/exams",
                "/manage/programme", "/manage/results", "/staff",
            ] {
                let page = try await manager.get(path).text
                #expect(page.contains("<p class=\"paper-only paper-office\">南華區戶政事務所</p>"), "\(path)")
            }
            for path in ["/manage/exams/1/results", "/manage/exams/1/examinees", "/manage/results/1"] {
                let page = try await manager.get(path).text
                #expect(page.contains("data-print hidden>"), "\(path)")
                #expect(page.contains("<span class=\"no-print\"><span class=\"badge\""), "\(path)")
            }
        }
    }

    @Test func `a printed sheet says whose it is, one's own and another's`() async throws {
        let (office, exam) = try await Self.taken()
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        let jian = try #require(try office.visitor("jian"))
        try await office.test { browser in
            let own = try await browser.signedIn("jian").get("/attempts/jian000000000000000000").text
            let other = try await browser.signedIn("meiling").get("/manage/exams/1/results/\(jian.employee)").text
            for page in [own, other] {
                #expect(page.contains("南華區戶政事務所　115年第4季法令測驗　成績單"))
                #expect(page.contains("<dt>單位</dt><dd>南華區戶政事務所/東興辦公室</dd>"))
                #expect(page.contains("<dt>員工編號</dt><dd>A02</dd>") && page.contains("<dt>姓名</dt><dd>詹𠮷安</dd>"))
            }
        }
    }

    @Test func `who is missing can be exported, and leads to histories where those may be read`() async throws {
        let (office, exam) = try await Self.taken()
        let yachu = try #require(try office.visitor("yachu")).employee
        let shufen = try #require(try office.visitor("shufen")).employee
        let now = office.clock.now()
        try await office.database.write { db in
            try AccommodationActions.set(
                Accommodation(examID: exam.id, employeeID: shufen, isExcused: true), now: now, in: db)
            try ExamStateActions.close(exam.id, now: now, in: db)
        }
        try await office.test { browser in
            let hr = try await browser.signedIn("meiling")
            let page = try await hr.get("/manage/results/1").text
            #expect(page.contains("應試 7 人，已交卷 2 人，未應試 4 人，請假 1 人。"))
            #expect(page.contains("<a href=\"/manage/employees/\(shufen)/results\"><b>王淑芬</b></a>"))
            #expect(page.contains("請假</span>") && page.contains("data-print"))
            #expect(!page.contains("/manage/employees/\(yachu)/results"))
            let file = try await hr.get("/manage/results/1/export")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.text.hasPrefix("\u{FEFF}員工編號,姓名,單位,職稱,情形,開始時間,補考開始,補考截止,補考情形,補考交卷\r\n"))
            #expect(file.text.contains("A03,王淑芬,南華區戶政事務所/登記一課,課員,請假,,,,,\r\n"))
            #expect(file.text.contains("A04,陳冠廷,南華區戶政事務所/登記二課,課員,未應試,,,,,\r\n"))
            #expect(!file.text.contains("林雅筑") && !file.text.contains("詹𠮷安"))
            // A supervisor sees their section alone, and nobody's results.
            let supervisor = try await browser.signedIn("shuhui")
            let section = try await supervisor.get("/manage/results/1").text
            #expect(section.contains("<b>王淑芬</b>") && !section.contains("/manage/employees/"))
            let own = try await supervisor.get("/manage/results/1/export").text
            #expect(own.contains("王淑芬") && !own.contains("陳冠廷"))
        }
        let exports = try ExamRoutesTests.auditActions(office, subject: "exam/1").filter { $0 == "exam.results.export" }
        #expect(exports.count == 2)
    }

    @Test func `units open level by level, with the figures of everything below`() async throws {
        let office = try await ExamRoutesTests.office()
        let (section, desk) = try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let section = try #require(try UnitStore.unit(fullName: "\(root.fullName)/登記一課", in: db))
            let desk = try UnitStore.insert(name: "一股", parent: section, in: db)
            _ = try EmployeeStore.insert(
                staffNumber: "B01", name: "吳一股", unit: desk.id, position: "課員", servesCounter: true, startsOn: nil,
                endsOn: nil, in: db)
            return (section.id, desk.id)
        }
        _ = try ExamRoutesTests.insert(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let top = try await manager.get("/manage/exams/1").text
            #expect(
                top.contains(
                    "<a href=\"/manage/exams/1?unit=\(section)\">登記一課</a></th><td class=\"num\" data-label=\"應試\">4</td>"
                ))
            #expect(!top.contains("一股"))
            let level = try await manager.get("/manage/exams/1?unit=\(section)").text
            #expect(level.contains("/manage/exams/1/examinees?unit=\(section)&amp;alone=1\">登記一課本身</a>"))
            #expect(level.contains("/manage/exams/1/examinees?unit=\(desk)\">一股</a>") && !level.contains("登記二課"))
            #expect(level.contains("/manage/exams/1?unit=1\">南華區戶政事務所</a>"))
            let all = try await manager.get("/manage/exams/1/examinees?unit=\(section)").text
            let own = try await manager.get("/manage/exams/1/examinees?unit=\(section)&alone=1").text
            #expect(all.contains("吳一股") && all.contains("林雅筑"))
            #expect(!own.contains("吳一股") && own.contains("林雅筑") && !own.contains("陳冠廷"))
            // A supervisor begins at the own section and gets no further up.
            let supervisor = try await browser.signedIn("shuhui")
            for address in ["/manage/results/1", "/manage/results/1?unit=1", "/manage/results/1?unit=999"] {
                let page = try await supervisor.get(address).text
                #expect(page.contains("登記一課本身") && page.contains("吳一股") && !page.contains("陳冠廷"))
            }
            let below = try await supervisor.get("/manage/results/1?unit=\(desk)").text
            #expect(below.contains("吳一股") && !below.contains("林雅筑") && below.contains("應試 4 人"))
        }
    }

    @Test func `answers stay closed while anybody can take the exam`() async throws {
        let (office, exam) = try await Self.taken({ $0.results = .atOnce })
        let jian = try #require(try office.visitor("jian")).employee
        let sheet = "/manage/exams/\(exam.id)/results/\(jian)"
        try await office.test { browser in
            let manager = try await browser.signedIn("meiling")
            let results = try await manager.get("/manage/exams/1/results").text
            #expect(results.contains("data-label=\"分數\">60</td>") && !results.contains(sheet))
            let answer = try await manager.get(sheet)
            #expect(answer.status == 409 && !answer.text.contains("的詳解"))
            let now = office.clock.now()
            try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
            #expect(try await manager.get(sheet).text.contains("的詳解"))
        }
        #expect(try ExamRoutesTests.auditActions(office, subject: "exam/1").filter { $0 == "attempt.view" }.count == 1)
    }

    @Test func `nobody answering a question reads its key on a colleague's sheet`() async throws {
        let (office, exam) = try await Self.taken()
        let jian = try #require(try office.visitor("jian")).employee
        let sheet = "/manage/exams/\(exam.id)/results/\(jian)"
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        // Five questions of six and four: one of them at least is on any two papers.
        let other = try ExamRoutesTests.insert(
            office, SampleExams.plan { $0.blueprint = [.topic(topic: "遷徙登記", count: 6)] })
        let visitor = try #require(try office.visitor("meiling"))
        let attempt = try await office.database.write { db in
            try AttemptActions.begin(
                exam: other.id, address: "0123456789012345678901",
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        try await office.test { browser in
            let reader = try await browser.signedIn("meiling")
            let answer = try await reader.get(sheet)
            #expect(answer.status == 409 && !answer.text.contains("的詳解"))
            #expect(try await browser.signedIn("shufen").get(sheet).status == 200)
            #expect(try await reader.post("/attempts/\(attempt.address)/submission").status == 303)
            #expect(try await reader.get(sheet).status == 200)
        }
    }

    @Test func `results of an exam that nobody took are a page`() async throws {
        let (office, exam) = try await Self.taken(takers: [])
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let page = try await manager.get("/manage/exams/1/results")
            #expect(page.status == 200 && page.text.contains("沒有人交卷，因此沒有統計。"))
            for query in ["page=99999999999999999999", "page=-9223372036854775808", "page=9223372036854775807"] {
                #expect(try await manager.get("/manage/exams/1/results?\(query)").status == 200)
                #expect(try await manager.get("/manage/exams/1/examinees?\(query)").status == 200)
            }
            #expect(try await manager.get("/manage/exams/1/results/export").status == 200)
            #expect(try await manager.get("/manage/exams/1/results/1").status == 404)
        }
    }

    @Test func `exports have exact decimals and every key`() throws {
        let entry = RosterEntry(
            employee: ID(rawValue: 1), staffNumber: "=1+1", name: "詹𠮷安", unitID: ID(rawValue: 1), unitName: "所/課",
            unit: UnitPath(rawValue: "/1/"), position: "", servesCounter: false)
        let began = moment("2026-11-21T10:00")
        let done = ExamResult(
            entry: entry, state: .submitted, score: Points(hundredths: 6667), passed: false, startedAt: began,
            submittedAt: began.adding(seconds: 61), attempts: 1)
        let absent = ExamResult(
            entry: entry, state: .notStarted, score: nil, passed: nil, startedAt: nil, submittedAt: nil, attempts: 0)
        let (exam, encoder) = (sampleExam(.closed), JSONEncoder())
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(
            String(decoding: try encoder.encode(ResultRecord(result: done, exam: exam, now: began)), as: UTF8.self)
                == #"{"makeUp":null,"maximum":100,"name":"詹𠮷安","passed":false,"score":66.67,"staffNumber":"=1+1","#
                + #""startedAt":"2026-11-21T10:00:00+08:00","state":"submitted","#
                + #""submittedAt":"2026-11-21T10:01:01+08:00","unit":"所/課"}"#)
        #expect(
            String(decoding: try encoder.encode(ResultRecord(result: absent, exam: exam, now: began)), as: UTF8.self)
                == #"{"makeUp":null,"maximum":100,"name":"詹𠮷安","passed":null,"score":null,"staffNumber":"=1+1","#
                + #""startedAt":null,"state":"notStarted","submittedAt":null,"unit":"所/課"}"#)
        #expect(
            String(decoding: ResultFile.csv([done], of: exam, now: began), as: UTF8.self).contains(
                "\"'=1+1\",詹𠮷安,所/課,已交卷,66.67,100,不及格"))
    }

    @Test func `sorting puts people without a value last either way`() async throws {
        let (office, exam) = try await Self.taken(takers: [("jian", 3), ("yachu", 5), ("guanting", 3)])
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        func order(_ query: ResultQuery) throws -> [String] {
            try office.database.readAndWait { db in
                try ResultStore.results(
                    of: try ExamStore.require(exam.id, in: db), query, scope: .everywhere,
                    today: ROCDate.day(of: now), in: db
                ).map(\.entry.staffNumber)
            }
        }
        let absent = ["A03", "A05", "A06"]
        var query = ResultQuery(order: .score, isDescending: true)
        #expect(try order(query).prefix(6) == ["A01", "A02", "A04"] + absent)
        query.isDescending = false
        #expect(try order(query).prefix(6) == ["A02", "A04", "A01"] + absent)
        query.order = .staff
        #expect(try order(query).prefix(6) == ["A01", "A02", "A03", "A04", "A05", "A06"])
        query.filter = .failed
        #expect(try order(query) == ["A02", "A04"])
    }
}
