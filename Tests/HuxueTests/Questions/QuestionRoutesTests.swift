import GRDB
import Testing

@testable import Huxue

struct QuestionRoutesTests {
    private func office() async throws -> SampleOffice {
        let office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        return office
    }

    private static let pages = [
        "/questions", "/questions?q=x", "/questions/birth-001", "/questions/birth-001?view=editor",
    ]

    @Test func `nobody signed in sees nothing of the bank`() async throws {
        let office = try await office()
        try await office.test { browser in
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 303)
                #expect(answer.location.hasPrefix("/login"))
                #expect(!answer.text.contains("里長"))
            }
        }
    }

    @Test(arguments: ["yachu", "jian", "shuhui", "meiling", "zonghan"])
    func `people without a duty in the bank are refused`(login: String) async throws {
        let office = try await office()
        try await office.test { browser in
            let person = try await browser.signedIn(login)
            for page in Self.pages + ["/questions/no-such"] {
                let answer = try await person.get(page)
                #expect(answer.status == 403)
                #expect(answer.text.contains("查閱題庫"))
                #expect(!answer.text.contains("里長"))
            }
        }
    }

    @Test(arguments: ["guanting", "shufen"])
    func `the bank shows counts and questions`(login: String) async throws {
        let office = try await office()
        try await office.test { browser in
            let page = try await browser.signedIn(login).get("/questions")
            #expect(page.status == 200)
            #expect(page.text.contains("2 個主題，使用中 3 題"))
            #expect(page.text.contains("aria-label=\"出生登記，應用 1 題\">1</a>"))
            #expect(page.text.contains("<a href=\"/questions/birth-001\">birth-001</a>"))
            #expect(page.text.contains("下列何者<em>不得</em>申請樣本登記？"))
            #expect(page.text.contains("𠮷先生帶著㐂小姐到櫃檯。"))
        }
    }

    @Test(
        arguments: [
            ("level=apply", ["birth-002"]), ("type=trueFalse&state=active", ["death-001"]),
            ("state=retired", ["birth-003"]),
            ("topic=%E6%AD%BB%E4%BA%A1%E7%99%BB%E8%A8%98", ["death-001"]), ("q=%F0%A0%AE%B7", ["birth-002"]),
            ("q=%E6%B2%92%E6%9C%89%E9%80%99%E5%80%8B", []),
            ("level=nonsense&topic=", ["birth-001", "birth-002", "birth-003", "death-001"]),
            ("page=99999999999", ["birth-001", "birth-002", "birth-003", "death-001"]),
            ("page=-1", ["birth-001", "birth-002", "birth-003", "death-001"]),
        ])
    func `the address carries the filter`(query: String, codes: [String]) async throws {
        let office = try await office()
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions?\(query)")
            #expect(page.status == 200)
            let found = ["birth-001", "birth-002", "birth-003", "death-001"].filter {
                page.text.contains("<a href=\"/questions/\($0)\">")
            }
            #expect(found == codes)
            #expect(page.text.contains("沒有符合的試題") == codes.isEmpty)
        }
    }

    @Test func `hostile search text is shown as text`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions?q=%22%3E%3Cscript%3E%25_%27")
            #expect(page.status == 200)
            #expect(page.text.contains("value=\"&quot;&gt;&lt;script&gt;%_&#39;\""))
            #expect(!page.text.contains("<script>"))
            #expect(try await editor.get("/questions?q=%FF").status == 422)
            #expect(try await editor.get("/questions?q=a&q=b").status == 422)
        }
    }

    @Test func `an empty bank says what to do first`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions")
            #expect(page.text.contains("href=\"/questions/new\"") && page.text.contains("請新增試題"))
        }
    }

    @Test func `a question is shown as the examinee sees it, without its key`() async throws {
        let office = try await office()
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions/birth-002")
            #expect(page.status == 200)
            #expect(page.text.contains("<fieldset class=\"question\" id=\"q1\" data-number=\"1\" disabled>"))
            #expect(page.text.contains("<input type=\"checkbox\" name=\"q1\" value=\"5\">"))
            #expect(page.text.contains("複選　可選多項</span>"))
            #expect(!page.text.contains(" checked><span class=\"key\">"))
            #expect(!page.text.contains("正確答案"))
        }
    }

    @Test func `the editor's view has key, explanation, citations and revisions`() async throws {
        let office = try await office()
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions/birth-001?view=editor")
            #expect(page.status == 200)
            #expect(page.text.contains("<span>3</span><span>里長</span><span class=\"says\">正確答案</span>"))
            #expect(page.text.contains("樣本登記「<mark>由本人於三十日內申請之</mark>」。"))
            #expect(page.text.contains("pcode=D0030006&amp;flno=1\">戶籍法第1條第1項</a>"))
            #expect(page.text.contains("view=editor&amp;revision=1\">1</a>") && page.text.contains("匯入的檔案"))
            #expect(!page.text.contains("與前一版的差異"))
        }
    }

    @Test func `a revised question shows what changed`() async throws {
        let office = try await office()
        let changed = SampleBank.birth.replacing("stem: 下列何者*不得*申請", with: "stem: 下列何者*得*申請")
        let topic = try #require(SampleBank.read(changed).topic)
        _ = try await QuestionImportActions([topic], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions/birth-001?view=editor")
            #expect(page.text.contains("<del><span class=\"visually-hidden\">〔刪除：</span>不<span"))
            let first = try await editor.get("/questions/birth-001?view=editor&revision=1")
            #expect(first.text.contains("這是第 1 版。"))
            #expect(first.text.contains("下列何者<em>不得</em>申請"))
            #expect(try await editor.get("/questions/birth-001?revision=3").status == 404)
        }
    }

    @Test(arguments: ["no-such", "%00", "%F0%A0%AE%B7", "%FF", "1%27%20OR%201", "a&code=birth-001"])
    func `an unknown code is missing`(code: String) async throws {
        let office = try await office()
        try await office.test { browser in
            let answer = try await browser.signedIn("guanting").get("/questions/\(code)")
            #expect(answer.status == 404 || answer.status == 422)
            #expect(!answer.text.contains("里長"))
        }
    }

    @Test func `codes of any script have addresses`() async throws {
        let office = try SampleOffice()
        let text = SampleBank.death.replacing("death-001", with: "死亡𠮷-001")
        let topic = try #require(SampleBank.read(text).topic)
        _ = try await QuestionImportActions([topic], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get(QuestionViews.address(of: "死亡𠮷-001").text)
            #expect(page.status == 200)
            #expect(page.text.contains("<h1>試題 死亡𠮷-001</h1>"))
        }
    }

    /// A person who manages exams also takes them.
    @Test func `a question of one's own open attempt shows neither key nor explanation until it is handed in`()
        async throws
    {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "shufen", in: office)
        let (drawn, spared) = try await office.database.read { db in
            let revisions = Set(try AttemptStore.lines(of: attempt.id, in: db).map(\.revision))
            let pool = try QuestionStore.pool(on: ROCDate.day(of: SampleOffice.morning), for: nil, in: db)
            return (
                try #require(pool.first { revisions.contains($0.revision) }).code,
                try #require(pool.first { !revisions.contains($0.revision) }).code
            )
        }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let closed = try await manager.get("/questions/\(drawn)?view=editor")
            #expect(closed.status == 200)
            #expect(closed.text.contains("還沒有交卷的測驗"))
            for secret in ["秘密詳解", "正確答案", "戶籍法第48條", "與前一版"] { #expect(!closed.text.contains(secret)) }
            #expect(try await manager.get("/questions/\(spared)?view=editor").text.contains("秘密詳解"))
            let number = drawn.split(separator: "-").last.flatMap { Int($0) } ?? 0
            let hits = try await manager.get("/questions?q=" + Address.encoded("秘密詳解\(number)「"))
            #expect(!hits.text.contains("<a href=\"/questions/\(drawn)\">"))
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/questions/\(drawn)?view=editor").text.contains("秘密詳解"))
            #expect(try await manager.post("/attempts/\(attempt.address)/submission").status == 303)
            #expect(try await manager.get("/questions/\(drawn)?view=editor").text.contains("秘密詳解"))
        }
    }
}
