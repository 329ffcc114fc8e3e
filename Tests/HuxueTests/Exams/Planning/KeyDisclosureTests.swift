import GRDB
import Testing

@testable import Huxue

/// Whoever saw a key of a question they were asked is named to the exam's manager.
@Suite struct KeyDisclosureTests {
    // MARK: The rule

    private static let entry = RosterEntry(
        employee: ID(rawValue: 4), staffNumber: "A04", name: "陳冠廷", unitID: ID(rawValue: 3), unitName: "登記二課",
        unit: UnitPath(rawValue: "/1/3/"), position: "課員", servesCounter: true)

    private static func view(_ codes: Set<String>?, minute: Int) -> KeyDisclosure {
        KeyDisclosure(employee: entry.employee, codes: codes, at: SampleOffice.morning.adding(minutes: minute))
    }

    private static func paper(_ codes: Set<String>, submitted minute: Int?) -> KeyDisclosureRules.Paper {
        KeyDisclosureRules.Paper(submittedAt: minute.map { SampleOffice.morning.adding(minutes: $0) }, codes: codes)
    }

    private static func found(_ views: [KeyDisclosure], _ papers: [KeyDisclosureRules.Paper]) -> String {
        guard
            let viewer = KeyDisclosureRules.viewer(entry, views: views, papers: papers, pool: ["a", "b", "c", "d"])
        else { return "nobody" }
        return "\(viewer.seen) \(viewer.drawn.map(String.init) ?? "-")"
    }

    @Test func `a look counts until the last paper is handed in`() {
        let paper = Self.paper(["a", "b"], submitted: 10)
        #expect(Self.found([Self.view(["a", "c"], minute: 9)], [paper]) == "2 1")
        #expect(Self.found([Self.view(["a", "c"], minute: 10)], [paper]) == "nobody")
        #expect(Self.found([Self.view(["a"], minute: 99)], [paper, Self.paper(["c"], submitted: nil)]) == "1 0")
        #expect(Self.found([Self.view(["c"], minute: 11)], [paper, Self.paper(["c"], submitted: 20)]) == "1 1")
    }

    @Test func `only keys of the pool count, each once`() {
        #expect(Self.found([Self.view(["x"], minute: 0)], []) == "nobody")
        #expect(Self.found([Self.view(["a"], minute: 0), Self.view(["a", "b"], minute: 1)], []) == "2 -")
        #expect(Self.found([Self.view(nil, minute: 0)], [Self.paper(["a", "b"], submitted: nil)]) == "4 2")
        #expect(Self.found([], [Self.paper(["a"], submitted: nil)]) == "nobody")
    }

    // MARK: The pages

    private static func views(of login: String, in db: Database) throws -> [KeyDisclosure] {
        let account = try #require(try AccountStore.account(login: login, in: db))
        return try QuestionActions.keyViews(of: [account.employeeID], in: db)
    }

    private static let heading = "交卷前看過答案的應試人員"

    @Test func `the manager reads who saw keys in the bank, and nobody else is named`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let editor = try await browser.signedIn("guanting")
            _ = try await editor.get("/questions/birth-001")
            #expect(!(try await manager.get("/manage/exams/\(exam)").text.contains(Self.heading)))
            for number in 1...20 { _ = try await editor.get("/questions/birth-\(padded(number, to: 3))?view=editor") }
            let page = try await manager.get("/manage/exams/\(exam)").text
            #expect(page.contains(Self.heading))
            #expect(page.contains(">陳冠廷</a>（A04，登記二課）："))
            #expect(page.contains("看過 20 題的答案，還沒有開始應試"))
            #expect(!page.contains("王淑芬</a>（A03"))
            _ = try await SampleExam.begin(exam, by: "guanting", in: office)
            let later = try await manager.get("/manage/exams/\(exam)").text
            #expect(later.contains("看過 20 題的答案，其中 10 題在本人的試卷裡；最近一次 115/11/21（六）10:00"))
        }
    }

    @Test func `a look after handing in is none`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "guanting", in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            office.advance(minutes: 5)
            _ = try await editor.post("/attempts/\(attempt.address)/submission")
            office.advance(minutes: 1)
            #expect(try await editor.get("/questions/birth-001?view=editor").text.contains("秘密詳解"))
            let page = try await browser.signedIn("shufen").get("/manage/exams/\(exam)").text
            #expect(!page.contains(Self.heading))
        }
    }

    @Test func `a sealed key is not shown and not recorded`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "guanting", in: office)
        let drawn = try await office.database.read { db in
            let line = try #require(try AttemptStore.lines(of: attempt.id, in: db).first)
            return try #require(try ExamPoolStore.pool(of: exam, in: db).first { $0.revision == line.revision }).code
        }
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions/\(drawn)?view=editor")
            #expect(page.status == 200 && !page.text.contains("秘密詳解"))
        }
        #expect(try office.database.readAndWait { try Self.views(of: "guanting", in: $0) }.isEmpty)
    }

    @Test func `a manager's own sample paper counts too, once shown`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let paper = try await manager.get("/manage/exams/\(exam)/paper?seed=3")
            #expect(paper.status == 200)
            let page = try await manager.get("/manage/exams/\(exam)").text
            #expect(page.contains(">王淑芬</a>（A03，登記一課）：看過 10 題的答案，還沒有開始應試"))
            #expect(try await browser.signedIn("guanting").get("/manage/exams/\(exam)/paper").status == 404)
        }
        #expect(try office.database.readAndWait { try Self.views(of: "guanting", in: $0) }.isEmpty)
        #expect(try office.database.readAndWait { try Self.views(of: "shufen", in: $0) }.first?.codes?.count == 10)
    }

    @Test func `an export in one's own name counts as the whole bank`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let visitor = try #require(try office.visitor("guanting"))
        let acting = ActionContext(actor: visitor.actor, origin: "test", now: office.clock.now())
        try await office.database.write {
            try QuestionActions.recordExport(
                to: "out", seal: QuestionSealActions(sources: [AttemptSealStore()]), by: acting, in: $0)
        }
        try await office.test { browser in
            let page = try await browser.signedIn("shufen").get("/manage/exams/\(exam)").text
            #expect(page.contains("看過 20 題的答案"))
        }
    }
}
