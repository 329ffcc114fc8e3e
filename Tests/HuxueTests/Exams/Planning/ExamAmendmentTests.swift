import Foundation
import Testing

@testable import Huxue

/// What amended law means for exams: what is left out of a drawing, and what a manager of a published one is told.
@Suite struct ExamAmendmentTests {
    /// Six questions; the first four rest on 第1條, which `SampleLaw.second` amends, the others on 第2條, which it does not.
    private static let bank: String = {
        var text = "topic: 出生登記\nlawAsOf: 2026-11-01\nquestions:\n"
        for number in 1...6 {
            text +=
                "  - id: birth-00\(number)\n    type: trueFalse\n    level: \(number % 2 == 0 ? "recall" : "apply")\n"
            text += "    stem: 第\(number)題\n    answer: true\n    explanation: 秘密詳解\(number)。\n"
            text += "    citations:\n      - 戶籍法第\(number <= 4 ? 1 : 2)條\n"
        }
        return text
    }()

    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        let file = QuestionFile(reading: Array(Self.bank.utf8), path: "questions/birth.yaml")
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try bring(SampleLaw.first)
    }

    private func bring(_ data: Data) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private func exam(_ blueprint: [BlueprintLine], publish: Bool) throws -> Exam {
        try ExamRoutesTests.insert(office, publish: publish, SampleExams.plan { $0.blueprint = blueprint })
    }

    @Test func `publishing says how many questions an amendment left out`() async throws {
        let exam = try exam([.topic(topic: "出生登記", count: 2)], publish: false)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let page = try await shufen.get("/manage/exams/\(exam.id)/publication").text
            #expect(page.contains("細目表的主題有 4 題因法規修正待複核，不列入抽題。") && page.contains("每一格仍然足夠"))
            #expect(try await shufen.post("/manage/exams/\(exam.id)/publication").status == 303)
        }
        let pool = try office.database.readAndWait { try ExamPoolStore.pool(of: exam.id, in: $0) }
        #expect(pool.map(\.code) == ["birth-005", "birth-006"])
    }

    @Test(
        arguments: [
            ([BlueprintLine.topic(topic: "出生登記", count: 3)], "要 3 題，題庫可用 2 題，不足 1 題（另有 4 題因法規修正待複核，不列入抽題）"),
            ([.cell(topic: "出生登記", level: .recall, count: 2)], "要 2 題，題庫可用 1 題，不足 1 題（另有 2 題因法規修正待複核，不列入抽題）"),
            ([.questions(["birth-001", "birth-005"])], "birth-001（其中 1 題因法規修正待複核）"),
        ])
    func `a cell that an amendment makes fall short is named, and nothing is published`(
        blueprint: [BlueprintLine], sentence: String
    ) async throws {
        let exam = try exam(blueprint, publish: false)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/manage/exams/\(exam.id)/publication").text.contains(sentence))
            let answer = try await shufen.post("/manage/exams/\(exam.id)/publication")
            #expect(answer.status == 409 || answer.status == 422)
            #expect(answer.text.contains(sentence))
            #expect(try await shufen.get("/manage/exams/\(exam.id)").text.contains(sentence))
        }
        #expect(try ExamRoutesTests.exams(office).map(\.state) == [.draft])
    }

    @Test func `the command says the same, published or refused`() async throws {
        // The command tells the time by the machine's clock.
        let end = moment("2099-12-31T12:00")
        func draft(_ count: Int) throws -> Exam {
            try ExamRoutesTests.insert(
                office, publish: false,
                SampleExams.plan { plan in
                    plan.title += "\(count)"
                    plan.closes = end
                    plan.blueprint = [.topic(topic: "出生登記", count: count)]
                })
        }
        let (enough, short) = (try draft(2), try draft(3))
        try bring(SampleLaw.second)
        let refused = try ExamCommandsTests().answer("publish", "\(short.id)", in: office)
        #expect(refused.code == 1 && refused.sentence.contains("另有 4 題因法規修正待複核"))
        let published = try ExamCommandsTests().answer("publish", "\(enough.id)", in: office)
        #expect(published.code == 0 && published.sentence.contains("有 4 題因法規修正待複核，沒有列入抽題"))
    }

    @Test func `the manager of a running exam is told, its papers stay, keys stay closed`() async throws {
        let exam = try exam([.topic(topic: "出生登記", count: 6)], publish: true)
        let attempt = try await SampleExam.begin(exam.id, by: "yachu", in: office)
        let before = try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0) }
        try await office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/").text.contains("題的依據修正了") == false)
            #expect(try await shufen.get("/manage/exams/\(exam.id)").text.contains("發布後修正的法規") == false)
        }
        try bring(SampleLaw.second)
        try await office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let home = try await shufen.get("/").text
            #expect(home.contains("發布之後，有 4 題的依據修正了。") && home.contains("其中 4 題已經抽進試卷。"))
            #expect(home.contains("/statutes/D0030006/comparison?from=1&amp;to=2"))
            let overview = try await shufen.get("/manage/exams/\(exam.id)").text
            #expect(overview.contains("發布後修正的法規") && overview.contains("href=\"/questions/birth-001\""))
            #expect(!overview.contains("href=\"/questions/birth-005\""))
            for page in [home, overview] { #expect(!page.contains("秘密詳解") && !page.contains("戶籍法第1條")) }
            for login in ["yachu", "guanting", "shuhui"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.get("/").text.contains("題的依據修正了") == false, "\(login)")
            }
        }
        let after = try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0) }
        #expect(before.map(\.revision) == after.map(\.revision) && after.count == 6)
    }

    @Test func `a manager who sits the exam learns no codes from it`() async throws {
        let exam = try exam([.topic(topic: "出生登記", count: 6)], publish: true)
        _ = try await SampleExam.begin(exam.id, by: "shufen", in: office)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let overview = try await shufen.get("/manage/exams/\(exam.id)").text
            #expect(overview.contains("發布之後，有 4 題的依據修正了。") && overview.contains("交卷以後才列出代號"))
            #expect(!overview.contains("href=\"/questions/birth-001\""))
        }
    }

    @Test func `what an editor confirms is told no more, what is revised or retired still is`() async throws {
        let exam = try exam([.topic(topic: "出生登記", count: 6)], publish: true)
        try bring(SampleLaw.second)
        let now = office.clock.now()
        let editor = try #require(try office.visitor("guanting"))
        try office.database.writeAndWait { db in
            let acting = ActionContext(actor: editor.actor, origin: "test", now: now)
            try QuestionAmendmentActions.confirm("birth-001", .opened, shown: nil, by: acting, in: db)
            let later = ActionContext(actor: editor.actor, origin: "test", now: now.adding(minutes: 1))
            try QuestionAmendmentActions.retire("birth-002", by: later, in: db)
        }
        let manager = try #require(try office.visitor("shufen"))
        let told = try office.database.readAndWait { db in
            try ExamAmendmentActions.amendment(
                of: exam, for: ActionContext(actor: manager.actor, origin: "test", now: now), in: db)
        }
        #expect(told?.shown.map(\.code) == ["birth-002", "birth-003", "birth-004"] && told?.drawn == 0)
    }

    @Test func `draws after the amendment still come from what was published`() async throws {
        let exam = try exam([.topic(topic: "出生登記", count: 6)], publish: true)
        try bring(SampleLaw.second)
        let attempt = try await SampleExam.begin(exam.id, by: "jian", in: office)
        #expect(try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0) }.count == 6)
    }
}
