import GRDB
import Testing

@testable import Huxue

/// 檢查題庫 as its readers see it.
@Suite struct BankCheckTests {
    private let office: SampleOffice

    private static let bank = """
        topic: 姓名
        lawAsOf: 2024-10-11
        questions:
          - id: name-001
            type: single
            level: recall
            stem: 未成年人改姓應由何人向戶政事務所申請？
            choices: [本人, 由法定代理人附繳證明文件書面申請, 里長, 以上皆非]
            answer: 由法定代理人附繳證明文件書面申請
            explanation: 見條文。
            citations: [戶籍法第1條]
          - id: name-002
            type: single
            level: recall
            stem: 未成年人改名應由何人向戶政事務所申請？
            choices: [甲, 乙, 丙, 丁]
            answer: 甲
            explanation: 見條文。
            citations: [戶籍法第1條]

        """

    init() async throws {
        office = try SampleOffice()
        let topics =
            SampleBank.topics() + [SampleBank.read(Self.bank, path: "questions/name.yaml").topic].compactMap { $0 }
        _ = try await QuestionImportActions(topics, source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func disclosed(to login: String) throws -> [String] {
        let visitor = try #require(try office.visitor(login))
        return try office.database.readAndWait { try KeyDisclosureStore.all(of: [visitor.employee], in: $0) }
            .flatMap { $0.codes(among: ["name-001", "name-002"]) }.sorted()
    }

    @Test func `nobody without the duty sees the check`() async throws {
        try await office.test { browser in
            #expect(try await browser.get("/questions/check").location.hasPrefix("/login"))
            for login in ["yachu", "shufen", "shuhui", "meiling", "zonghan"] {
                let answer = try await browser.signedIn(login).get("/questions/check")
                #expect(answer.status == 403 && !answer.text.contains("name-001"), "\(login)")
            }
            #expect(!(try await browser.signedIn("shufen").get("/questions").text.contains("/questions/check")))
            #expect(try await browser.signedIn("guanting").get("/questions").text.contains("href=\"/questions/check\""))
        }
    }

    @Test func `findings lead to the editor, narrowed by kind and topic, and shown keys are recorded`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let like = try await editor.get("/questions/check?kind=likeStem").text
            #expect(like.contains("題幹相近 78%") && like.contains("href=\"/questions/name-001/edit\""))
            #expect(like.contains("href=\"/questions/name-002/edit\"") && !like.contains("正確選項特別長</h2>"))
            // Stems tell no key.
            #expect(try disclosed(to: "guanting").isEmpty)
            let page = try await editor.get("/questions/check").text
            #expect(page.contains("正確選項特別長</h2>") && page.contains("以上皆是、以上皆非</h2>"))
            #expect(page.contains("正確選項「由法定代理人附繳證明文件書面申請」"))
            #expect(try disclosed(to: "guanting") == ["name-001"])
            let topic = try await editor.get("/questions/check?topic=" + Address.encoded("出生登記")).text
            #expect(!topic.contains("name-001"))
            for odd in ["kind=nonsense", "topic=" + Address.encoded("沒有"), "page=99999", "page=-1"] {
                #expect(try await editor.get("/questions/check?\(odd)").status == 200, "\(odd)")
            }
        }
    }

    @Test func `what was saved a moment ago is checked, and what is retired is not`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/questions/check?kind=likeStem").text.contains("題幹相近 78%"))
            #expect(try await editor.post("/questions/name-002/retirement").status == 303)
            #expect(!(try await editor.get("/questions/check?kind=likeStem").text.contains("題幹相近 78%")))
        }
    }

    @Test func `of a question in the reader's open test nothing is told that rests on its key`() async throws {
        let exam = try ExamRoutesTests.insert(office, SampleExams.plan { $0.blueprint = [.questions(["name-001"])] })
        _ = try await SampleExam.begin(exam.id, by: "guanting", in: office)
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions/check").text
            #expect(!page.contains("由法定代理人附繳證明文件書面申請"))
            #expect(page.contains("題幹相近 78%") && page.contains("以上皆是、以上皆非</h2>"))
            #expect(
                page.contains("href=\"/questions/name-001\"") && !page.contains("href=\"/questions/name-001/edit\""))
        }
        #expect(try disclosed(to: "guanting").isEmpty)
    }

    @Test func `of a question that waits for its reviewer the reviewer is told nothing of its key`() async throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: root.id, for: person, now: now, in: db)
        }
        let author = ActionContext(
            actor: try #require(try office.visitor("guanting")).actor, origin: "test", now: now)
        try office.database.writeAndWait { db in
            let question = try #require(try QuestionStore.question(code: "name-001", in: db))
            try QuestionReviewActions.open(question, by: author, in: db)
        }
        try await office.test { browser in
            let reviewer = try await browser.signedIn("yachu").get("/questions/check").text
            #expect(!reviewer.contains("由法定代理人附繳證明文件書面申請") && reviewer.contains("題幹相近 78%"))
            let own = try await browser.signedIn("guanting").get("/questions/check").text
            #expect(own.contains("由法定代理人附繳證明文件書面申請"))
        }
        #expect(try disclosed(to: "yachu").isEmpty)
    }

    @Test func `banks of other units are not among what is found, and shared ones are read only`() async throws {
        let now = office.clock.now()
        let unit = try office.database.readAndWait { try #require(try UnitStore.unit(named: "登記二課", in: $0)) }
        try office.database.writeAndWait { db in
            let section = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: section.id, for: person, now: now, in: db)
            try db.execute(sql: "UPDATE question SET unitID = ? WHERE code = 'name-002'", arguments: [unit.id])
        }
        try await office.test { browser in
            let page = try await browser.signedIn("yachu").get("/questions/check").text
            #expect(!page.contains("name-002") && !page.contains("題幹相近"))
            #expect(page.contains("href=\"/questions/name-001\"") && !page.contains("name-001/edit"))
            #expect(try await browser.signedIn("guanting").get("/questions/check").text.contains("題幹相近 78%"))
        }
    }
}
