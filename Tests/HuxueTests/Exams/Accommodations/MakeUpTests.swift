import Foundation
import Testing

@testable import Huxue

/// Make-ups for those who missed an exam that is over.
@Suite struct MakeUpTests {
    private static func person(_ login: String, _ office: SampleOffice) throws -> ID<Employee> {
        try #require(try office.visitor(login)).employee
    }

    private static func exam(_ office: SampleOffice) throws -> Exam {
        try #require(try ExamRoutesTests.exams(office).first)
    }

    private static func roster(_ office: SampleOffice) throws -> [String] {
        let today = ROCDate.day(of: office.clock.now())
        return try office.database.readAndWait {
            try RosterStore.roster(of: try ExamStore.require(ID(rawValue: 1), in: $0), today: today, in: $0)
                .map(\.staffNumber)
        }
    }

    /// What the server does every second.
    private static func sweep(_ office: SampleOffice) async throws {
        let now = office.clock.now()
        guard try await office.database.read({ try SubmissionStore.awaitsSweep(now: now, in: $0) }) else { return }
        try await office.database.write { db in
            try SubmissionActions.submitOverdue(now: now, in: db)
            try ExamStateActions.closeOver(now: now, in: db)
        }
    }

    /// An exam that 林雅筑 has taken and that ended at 17:30 of today.
    private static func over(
        _ change: (inout ExamPlan) -> Void = { _ in }
    ) async throws -> SampleOffice {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan(change))
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 5)
        office.advance(minutes: 8 * 60)
        try await sweep(office)
        return office
    }

    private static let fields = [
        ("extraMinutes", "10"), ("makeUp", "1"), ("opens", "115/11/25 09:00"), ("closes", "115/11/25 12:00"),
    ]

    /// To 09:00 of 25 November, from 18:00 of 21 November.
    private static let untilMakeUp = 3 * 24 * 60 + 15 * 60

    @Test func `whoever has no attempt left gets no make-up, in a running exam and a reopened one`() async throws {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan { _ in })
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 5)
        let (yachu, jian) = (try Self.person("yachu", office), try Self.person("jian", office))
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let running = try await manager.post("/manage/exams/1/examinees/\(yachu)", Self.fields)
            #expect(running.status == 422 || running.status == 409)
            office.advance(minutes: 8 * 60)
            try await Self.sweep(office)
            let later = try await browser.signedIn("shufen")
            #expect(try await later.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
            let reopened = try await later.post("/manage/exams/1/examinees/\(yachu)", Self.fields)
            #expect(reopened.status == running.status)
        }
    }

    @Test func `an exam closed early keeps its end through a make-up`() async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office, SampleExams.plan { _ in })
        let jian = try Self.person("jian", office)
        office.advance(minutes: 30)
        let ended = office.clock.now()
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/closure").status == 303)
            office.advance(minutes: 20)
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
            #expect(try Self.exam(office).closedEarlyAt == ended)
            #expect(try await manager.get("/manage/exams/1").text.contains("提前結束（原定"))
        }
    }

    @Test func `whoever missed it takes a make-up, and nobody else starts`() async throws {
        let office = try await Self.over()
        let before = try Self.roster(office)
        let jian = try Self.person("jian", office)
        let ended = try #require(try Self.exam(office).closedAt)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let form = try await manager.get("/manage/exams/1/examinees/\(jian)").text
            #expect(form.contains("測驗已經結束，安排補考會重新開放") && form.contains("在補考結束以前不顯示"))
            #expect(
                try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).location
                    == "/manage/exams/1/examinees?done=accommodated&person=\(jian)")
            #expect(try Self.exam(office).state == .published)
            #expect(try Self.exam(office).closedAt == nil)
            #expect(try Self.exam(office).reopenedAt == ended)
            #expect(try await browser.signedIn("jian").post("/exams/1/attempts").status == 409)
            office.advance(minutes: Self.untilMakeUp)
            try await Self.sweep(office)
            for login in ["shufen", "yachu", "guanting"] {
                #expect(try await browser.signedIn(login).post("/exams/1/attempts").status == 409, "\(login)")
            }
            #expect(try await browser.signedIn("jian").post("/exams/1/attempts").status == 303)
        }
        let attempt = try #require(
            try office.database.readAndWait { try AttemptStore.all(of: jian, exam: ID(rawValue: 1), in: $0) }.first)
        #expect(attempt.deadline == moment("2026-11-25T09:40"))
        #expect(try Self.roster(office) == before)
        office.advance(minutes: 3 * 60)
        try await Self.sweep(office)
        let exam = try Self.exam(office)
        #expect((exam.state, exam.closedAt, exam.reopenedAt) == (.closed, moment("2026-11-25T12:00"), nil))
        #expect(try Self.roster(office) == before)
        let rows = try office.database.readAndWait { db in
            try AuditStore.entries(AuditFilter(search: "exam/1"), limit: 100, in: db).reversed()
                .map { "\($0.actor) \($0.action)" }
        }
        #expect(
            rows.filter { !$0.contains("view") && !$0.contains("attempt") } == [
                "system exam.closure", "shufen exam.change", "shufen exam.accommodation", "system exam.closure",
            ])
    }

    @Test(arguments: [ResultsRelease.afterClose, .whenAnnounced], [DrawKind.perExaminee, .shared])
    func `a make-up hides the answers of the questions that it draws, and no score`(
        release: ResultsRelease, draw: DrawKind
    ) async throws {
        let office = try await Self.over {
            $0.results = release
            $0.draw = draw
        }
        let (yachu, jian) = (try Self.person("yachu", office), try Self.person("jian", office))
        let own = Self.address("yachu")
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            if release == .whenAnnounced {
                #expect(try await manager.post("/manage/exams/1/release").status == 303)
            }
            let examinee = try await browser.signedIn("yachu")
            #expect(try await Self.explained(examinee.get("\(own)?show=all").text) == 5)
            #expect(try await Self.explained(manager.get("/manage/exams/1/results/\(yachu)?show=all").text) == 5)

            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
            let hidden = try Self.withheld(from: "yachu", office)
            #expect(draw == .perExaminee ? (1...4).contains(hidden) : hidden == 5)
            for page in [
                try await examinee.get("\(own)?show=all"),
                try await manager.get("/manage/exams/1/results/\(yachu)?show=all"),
            ] {
                #expect(page.status == 200 && Self.explained(page.text) == 5 - hidden)
                #expect(page.text.components(separatedBy: "補考後公布").count == hidden + 1)
                #expect(page.text.contains("<span class=\"value\">100<small> 分</small>"))
                #expect(page.text.contains("有 \(hidden) 題補考還會用到"))
            }
            let mine = try await examinee.get("/exams").text
            #expect(mine.contains("data-label=\"分數\">100</td>") && !mine.contains("尚未公布"))
            #expect(try await examinee.get("/").text.contains("1<small>／1 次及格"))
            let results = try await manager.get("/manage/exams/1/results").text
            #expect(results.contains("100<span class=\"visually-hidden\"> 分，看") && results.contains("補考還沒有結束"))
            #expect(results.contains("成績分布"))

            office.advance(minutes: Self.untilMakeUp + 3 * 60)
            try await Self.sweep(office)
            #expect(try await Self.explained(browser.signedIn("yachu").get("\(own)?show=all").text) == 5)
            let later = try await browser.signedIn("shufen")
            #expect(try await Self.explained(later.get("/manage/exams/1/results/\(yachu)?show=all").text) == 5)
        }
    }

    private static func address(_ login: String) -> String {
        "/attempts/" + String((login + String(repeating: "0", count: 22)).prefix(22))
    }

    /// How many explanations of questions a page shows.
    private static func explained(_ page: String) -> Int { page.components(separatedBy: "的詳解").count - 1 }

    /// How many questions of this person's paper a make-up hides now.
    private static func withheld(from login: String, _ office: SampleOffice) throws -> Int {
        let (employee, now) = (try person(login, office), office.clock.now())
        return try office.database.readAndWait { db in
            let exam = try ExamStore.require(ID(rawValue: 1), in: db)
            let attempt = try #require(try AttemptStore.all(of: employee, exam: exam.id, in: db).first)
            let hidden = try MakeUpActions.withheld(of: exam, papers: MakeUpPaperCache(), now: now, in: db)
            return try AttemptStore.lines(of: attempt.id, in: db).count { hidden.contains($0.revision) }
        }
    }

    @Test func `the paper that a make-up draws is the one that was kept secret`() async throws {
        let office = try await Self.over()
        let jian = try Self.person("jian", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
        }
        let papers = MakeUpPaperCache()
        func hidden() throws -> Set<ID<QuestionRevision>> {
            let now = office.clock.now()
            return try office.database.readAndWait {
                let exam = try ExamStore.require(ID(rawValue: 1), in: $0)
                let hidden = try MakeUpActions.withheld(of: exam, papers: papers, now: now, in: $0)
                // What was drawn before tells the same as what is drawn anew.
                #expect(
                    try MakeUpActions.withheld(of: exam, papers: MakeUpPaperCache(), now: now, in: $0) == hidden)
                return hidden
            }
        }
        let before = try hidden()
        office.advance(minutes: Self.untilMakeUp)
        let attempt = try await SampleExam.begin(ID(rawValue: 1), by: "jian", in: office)
        let drawn = try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0).map(\.revision) }
        #expect(before == Set(drawn) && before.count == 5)
        #expect(try hidden() == before)
        let acting = ActionContext(
            actor: try #require(try office.visitor("jian")).actor, origin: "test", now: office.clock.now())
        try await office.database.write { db in
            _ = try SubmissionActions.submit(address: attempt.address, by: acting, in: db)
        }
        #expect(try hidden() == [])
    }

    @Test func `a paper that a make-up draws is drawn once for each person, attempt and plan`() throws {
        let (cache, plan) = (MakeUpPaperCache(), SampleExam.plan)
        func key(_ employee: Int64, _ ordinal: Int, _ plan: ExamPlan, seed: String = "甲") -> MakeUpPaperCache.Key {
            .init(
                exam: ID(rawValue: 1), seed: seed, plan: plan,
                recipient: PaperRules.Recipient(employee: ID(rawValue: employee), ordinal: ordinal))
        }
        var drawn = 0
        func questions(_ keys: [MakeUpPaperCache.Key]) -> Set<ID<QuestionRevision>> {
            cache.questions(of: keys) { key in
                drawn += 1
                return [ID(rawValue: key.recipient.employee.rawValue * 10 + Int64(key.recipient.ordinal))]
            }
        }
        #expect(questions([key(1, 1, plan), key(2, 1, plan)]) == [ID(rawValue: 11), ID(rawValue: 21)])
        #expect(questions([key(2, 1, plan)]) == [ID(rawValue: 21)] && drawn == 2)
        #expect(questions([]) == [])
        var other = plan
        other.blueprint = [.topic(topic: "出生登記", count: 5)]
        _ = questions([key(1, 2, plan), key(1, 1, other), key(1, 1, plan, seed: "乙")])
        #expect(drawn == 5)
        _ = questions((10..<3000).map { key($0, 1, plan) })
        #expect(questions([key(2999, 1, plan)]) == [ID(rawValue: 29991)])
    }

    @Test func `whoever failed takes a make-up, and the better score counts`() async throws {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan { _ in })
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 1)
        office.advance(minutes: 8 * 60)
        try await Self.sweep(office)
        let yachu = try Self.person("yachu", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let list = try await manager.get("/manage/exams/1/examinees").text
            #expect(list.contains("examinees/\(yachu)\">安排補考"))
            let form = try await manager.get("/manage/exams/1/examinees/\(yachu)").text
            #expect(form.contains("可以再應試 1 次") && !form.contains("原因"))
            #expect(try await manager.post("/manage/exams/1/examinees/\(yachu)", Self.fields).status == 303)
            office.advance(minutes: Self.untilMakeUp)
            let examinee = try await browser.signedIn("yachu")
            let home = try await examinee.get("/").text
            #expect(home.contains("補考") && home.contains("開始補考"))
            let begun = try await examinee.post("/exams/1/attempts")
            #expect(begun.status == 303)
            let acting = ActionContext(
                actor: try #require(try office.visitor("yachu")).actor, origin: "test", now: office.clock.now())
            try await office.database.write { db in
                _ = try SubmissionActions.submit(
                    address: String(begun.location.dropFirst("/attempts/".count)), by: acting, in: db)
            }
            #expect(try await examinee.post("/exams/1/attempts").status == 409)
            #expect(try await !examinee.get("/").text.contains("開始補考"))
        }
        let attempts = try office.database.readAndWait {
            try AttemptStore.all(of: yachu, exam: ID(rawValue: 1), in: $0)
        }
        #expect(attempts.map(\.score) == [Points(whole: 20), Points(whole: 0)])
        let best = try office.database.readAndWait { db in
            try ResultStore.result(
                of: yachu, in: try ExamStore.require(ID(rawValue: 1), in: db), scope: .everywhere,
                today: ROCDate.day(of: office.clock.now()), in: db)
        }
        #expect(best?.score == Points(whole: 20))
    }

    @Test func `nobody waits for a make-up that was arranged before the end`() async throws {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan { $0.results = .whenAnnounced })
        try ResultRoutesTests.take(office, exam, login: "yachu", right: 5)
        let jian = try Self.person("jian", office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
            office.advance(minutes: 8 * 60)
            try await Self.sweep(office)
            try await Self.sweep(office)
            let over = try Self.exam(office)
            #expect((over.state, over.reopenedAt) == (.published, moment("2026-11-21T18:00")))
            let later = try await browser.signedIn("shufen")
            #expect(try await later.get("/manage/exams/1").text.contains("成績還沒有公布"))
            #expect(try await later.get("/").text.contains("成績等您公布"))
            #expect(try await later.post("/manage/exams/1/release").status == 303)
            #expect(
                try await browser.signedIn("yachu").get(Self.address("yachu")).text
                    .contains("<span class=\"value\">100<small> 分</small>"))
            office.advance(minutes: Self.untilMakeUp)
            #expect(try await browser.signedIn("jian").post("/exams/1/attempts").status == 303)
            office.advance(minutes: 3 * 60)
            try await Self.sweep(office)
        }
        #expect(try Self.exam(office).state == .closed)
    }

    @Test func `an exam ended early stays over for everybody else`() async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office, SampleExams.plan { $0.closes = moment("2026-12-31T17:30") })
        let jian = try Self.person("jian", office)
        try await office.test { browser in
            #expect(try await browser.signedIn("shufen").post("/manage/exams/1/closure").status == 303)
            office.advance(minutes: 8 * 60)
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
            #expect(try await browser.signedIn("yachu").post("/exams/1/attempts").status == 409)
            #expect(
                try await manager.post("/manage/exams/1/extension", [("closes", "116/1/5 17:30")]).status == 409)
            let now = office.clock.now()
            #expect(try await !office.database.read { try SubmissionStore.awaitsSweep(now: now, in: $0) })
            let page = try await manager.get("/manage/exams/1").text
            #expect(page.contains("補考中") && !page.contains("/extension"))
            office.advance(minutes: Self.untilMakeUp + 3 * 60)
        }
        try await Self.sweep(office)
        #expect(try Self.exam(office).state == .closed)
    }

    @Test func `a closed exam is reopened by nothing but a make-up that can be taken`() async throws {
        let office = try await Self.over()
        let (yachu, jian) = (try Self.person("yachu", office), try Self.person("jian", office))
        let closed = try Self.exam(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let wrong: [(ID<Employee>, [(String, String)], String)] = [
                (jian, [("extraMinutes", "10")], "只能安排補考"), (jian, [("isExcused", "1")], "只能安排補考"),
                (jian, [("makeUp", "1"), ("opens", "115/11/20 09:00"), ("closes", "115/11/20 12:00")], "已經過了"),
                (yachu, Self.fields, "已經及格"),
            ]
            for (person, fields, words) in wrong {
                let answer = try await manager.post("/manage/exams/1/examinees/\(person)", fields)
                #expect(answer.status == 422 && answer.text.contains(words), "\(words)")
            }
            let list = try await manager.get("/manage/exams/1/examinees").text
            #expect(list.contains("examinees/\(jian)\">安排補考") && !list.contains("examinees/\(yachu)\">"))
        }
        #expect(try Self.exam(office) == closed)
        #expect(try office.database.readAndWait { try AccommodationStore.all(of: closed.id, in: $0) } == [])
    }

    @Test func `the roster of a reopened exam is the one that was kept`() async throws {
        let office = try await Self.over()
        let jian = try Self.person("jian", office)
        try await Self.leave("A04", on: "2026-11-22", office)
        office.advance(minutes: Self.untilMakeUp)
        let before = try Self.roster(office)
        #expect(before.contains("A04"))
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await manager.post("/manage/exams/1/examinees/\(jian)", Self.fields).status == 303)
        }
        #expect(try Self.roster(office) == before)
    }

    @Test func `after a downtime the roster is that of the last day`() async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office)
        try await Self.leave("A04", on: "2026-11-21", office)
        try await Self.leave("A01", on: "2026-11-20", office)
        office.advance(minutes: 5 * 24 * 60)
        try await Self.sweep(office)
        let roster = try Self.roster(office)
        #expect(roster.contains("A04") && !roster.contains("A01"))
    }

    private static func leave(_ staffNumber: String, on day: String, _ office: SampleOffice) async throws {
        try await office.database.write { db in
            let old = try #require(try EmployeeStore.member(staffNumber: staffNumber, in: db)).employee
            try EmployeeStore.update(
                Employee(
                    id: old.id, staffNumber: old.staffNumber, name: old.name, unitID: old.unitID,
                    position: old.position, servesCounter: old.servesCounter, startsOn: old.startsOn,
                    endsOn: Day(day)), in: db)
        }
    }
}
