import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// The pages on which questions come in and go out.
struct QuestionExchangeRoutesTests {
    private func office() async throws -> SampleOffice {
        let office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        return office
    }

    private static let pages = [
        "/questions/import", "/questions/import/1", "/questions/import/template.csv", "/questions/import/template.xlsx",
        "/questions/export",
    ]
    private static let posts = [
        "/questions/import/1/options", "/questions/import/1/application", "/questions/export",
    ]

    private func rows(_ office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try QuestionStore.lines(QuestionFilter(), in: db).map { "\($0.code) \($0.revision) \($0.state.rawValue)" }
        }
    }

    private static let before = [
        "birth-001 1 active", "birth-002 1 active", "birth-003 1 retired", "death-001 1 active",
    ]

    @Test func `nobody signed in gets anything`() async throws {
        let office = try await office()
        try await office.test { browser in
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.location.hasPrefix("/login"))
            }
            for post in Self.posts {
                let answer = try await browser.post(post)
                #expect(answer.status != 200 && !answer.text.contains("里長"))
            }
            let sent = try await browser.upload("/questions/import", file: [1], name: "a.gift")
            #expect(sent.status != 200)
        }
        #expect(try rows(office) == Self.before)
    }

    @Test(arguments: ["yachu", "shufen", "shuhui", "meiling", "zonghan"])
    func `people who write no questions are refused`(login: String) async throws {
        let office = try await office()
        try await office.test { browser in
            let person = try await browser.signedIn(login)
            for page in Self.pages { #expect(try await person.get(page).status == 403, "\(page)") }
            for post in Self.posts {
                let answer = try await person.post(post, [("format", "csv")])
                #expect(answer.status == 403, "\(post)")
                #expect(!answer.text.contains("里長"))
            }
            let sent = try await person.upload("/questions/import", file: Array("甲{T}".utf8), name: "a.gift")
            #expect(sent.status == 422)
            #expect(!(try await person.get("/questions").text.contains("/questions/import")))
        }
        #expect(try rows(office) == Self.before)
    }

    @Test func `an editor sends a file, fills in what it leaves open, looks at it and imports it`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/questions").text.contains("href=\"/questions/import\""))
            let form = try await editor.get("/questions/import")
            #expect(form.status == 200 && form.text.contains("XLSX 範本") && form.text.contains("$CATEGORY: 出生登記"))
            let file = "新題一{T}\n\n申論{}\n\n// [id:birth-001]\n改過的題幹？{=本人 ~戶長}\n"
            let sent = try await editor.upload("/questions/import", file: Array(file.utf8), name: "bank.gift")
            #expect(sent.status == 303)
            let torn = try await editor.get(sent.location)
            #expect(torn.text.contains("有 2 個地方要修正，題庫還沒有變動。") && torn.text.contains("沒有主題。"))
            #expect(torn.text.contains("<th scope=\"row\">第 1 行</th>") && torn.text.contains("申論題不支援"))
            #expect(!torn.text.contains("/application"))
            let chosen = try await editor.post(
                "\(sent.location)/options", [("topic", "死亡登記"), ("citations", "戶籍法第1條"), ("unit", "")])
            #expect(chosen.location == sent.location)
            let preview = try await editor.get(sent.location)
            #expect(preview.text.contains("處請先看過；題庫還沒有變動。") && preview.text.contains("略過 1 項，匯入其餘"))
            #expect(preview.text.contains("death-002") && preview.text.contains("審題中"))
            #expect(try rows(office) == Self.before)
            let digest = try #require(preview.text.firstMatch(of: /name="plan" value="([0-9a-f]+)"/)?.1)
            let outdated = try await editor.post("\(sent.location)/application", [("plan", "0")])
            #expect(outdated.status == 409 && outdated.text.contains("以下是新的預覽"))
            let done = try await editor.post("\(sent.location)/application", [("plan", String(digest))])
            #expect(done.location.hasPrefix("/questions?done=imported&added=1"))
            #expect(try await editor.get(done.location).text.contains("匯入完成：新增 1 題，改版 1 題。"))
            #expect(
                try rows(office) == [
                    "birth-001 2 inReview", "birth-002 1 active", "birth-003 1 retired", "death-001 1 active",
                    "death-002 1 draft",
                ])
            #expect(try await editor.get(sent.location).status == 409)
        }
        let editor = try #require(try office.visitor("guanting")).employee
        let views = try await office.database.read { try KeyDisclosureStore.all(of: [editor], in: $0) }
        #expect(views.allSatisfy { $0.codes == ["birth-001"] } && !views.isEmpty)
    }

    @Test func `a preview holds no longer once somebody saved one of its questions`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let file = "// [id:birth-001]\n改過的題幹？{=本人 ~戶長}\n"
            let sent = try await editor.upload("/questions/import", file: Array(file.utf8), name: "bank.gift")
            func digest(_ page: SampleAnswer) throws -> String {
                String(try #require(page.text.firstMatch(of: /name="plan" value="([0-9a-f]+)"/)?.1))
            }
            let first = try digest(try await editor.get(sent.location))
            let saved = try await editor.post(
                "/questions/birth-001/edit",
                [
                    ("topic", "出生登記"), ("unit", ""), ("type", "single"), ("level", "recall"),
                    ("stem", "下列何者*不得*申請樣本登記？"), ("choice1", "本人"), ("choice2", "戶長"), ("choice3", "里長"),
                    ("choice4", "30"), ("right", "3"), ("explanation", "別人剛改的詳解。"), ("citations", "戶籍法第1條第1項"),
                    ("lawAsOf", "113/10/11"), ("reason", "改詳解"), ("base", "1"), ("seen", ""), ("intent", "save"),
                ])
            #expect(saved.status == 303)
            let outdated = try await editor.post("\(sent.location)/application", [("plan", first)])
            #expect(outdated.status == 409)
            #expect(try rows(office).first == "birth-001 2 active")
            let second = try digest(outdated)
            #expect(second != first)
            #expect(try await editor.post("\(sent.location)/application", [("plan", second)]).status == 303)
            #expect(try rows(office).first == "birth-001 3 inReview")
        }
    }

    @Test func `a file of another editor is missing, and a newer one takes the place of the older`() async throws {
        let office = try await office()
        try await office.database.write { db in
            let account = try #require(try AccountStore.account(login: "meiling", in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(
                .questionEditor, at: root.id, for: account.employeeID, now: office.clock.now(), in: db)
        }
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let other = try await browser.signedIn("meiling")
            let sent = try await editor.upload("/questions/import", file: Array("甲{T}".utf8), name: "a.gift")
            for address in [sent.location, "/questions/import/999"] {
                #expect(try await other.get(address).status == 409)
                #expect(try await other.post("\(address)/application", [("plan", "x")]).status == 409)
            }
            let newer = try await editor.upload("/questions/import", file: Array("乙{T}".utf8), name: "a.gift")
            #expect(try await editor.get(sent.location).status == 409)
            #expect(try await editor.get(newer.location).status == 200)
            #expect(try await editor.get("/questions/import/x").status == 404)
        }
    }

    @Test func `files that are none are refused on the form, and hostile ones in the preview`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            func send(_ file: [UInt8], _ name: String) async throws -> SampleAnswer {
                let sent = try await editor.upload("/questions/import", file: file, name: name)
                return sent.status == 303 ? try await editor.get(sent.location) : sent
            }
            #expect(try await send([], "a.gift").text.contains("沒有選擇檔案"))
            let unknown = try await send([1, 2, 3], "a.docx")
            #expect(unknown.status == 422 && unknown.text.contains("看不出「a.docx」是哪一種試題檔案"))
            #expect(try await send(Array("甲 {".utf8), "a.gift").text.contains("這一行的「{」沒有結束"))
            #expect(try await send(Array("<!DOCTYPE quiz><quiz/>".utf8), "a.xml").text.contains("DOCTYPE"))
            #expect(try await send(Array("PK\u{3}\u{4}xx".utf8), "a.zip").text.contains("壓縮檔損壞了"))
            #expect(try await send(Array("PK\u{3}\u{4}xx".utf8), "a.xlsx").text.contains("不是完整的 XLSX"))
            let script = try await send(Array("<script>alert(1)</script>{T}".utf8), "<b>.gift")
            #expect(script.status == 200 && !script.text.contains("<script>alert"))
        }
        #expect(try rows(office) == Self.before)
    }

    @Test func `the bank's own files come in one by one or as an archive`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let zip = try QuestionFormat.yaml.file(of: SampleBank.topics())
            for (file, name) in [(zip, "bank.zip"), (Array(SampleBank.birth.utf8), "birth.yaml")] {
                let sent = try await editor.upload("/questions/import", file: file, name: name)
                #expect(try await editor.get(sent.location).text.contains("檔案內容與題庫相同，不必匯入。"))
            }
        }
    }

    @Test func `templates are downloads`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            for ending in ["csv", "xlsx"] {
                let answer = try await editor.get("/questions/import/template.\(ending)")
                #expect(answer.status == 200)
                #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            }
            #expect(try await editor.get("/questions/import/template.csv").text.contains("代號,主題,題型"))
        }
    }

    @Test func `an export is a download and leaves its line in the log`() async throws {
        let office = try await office()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/questions/export?topic=x").status == 200)
            let csv = try await editor.post(
                "/questions/export", [("format", "csv"), ("topic", ""), ("state", "active")])
            #expect(csv.status == 200 && csv.text.contains("birth-001") && !csv.text.contains("birth-003"))
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            let gift = try await editor.post(
                "/questions/export", [("format", "gift"), ("topic", "死亡登記"), ("state", "")])
            #expect(gift.text.hasPrefix("$CATEGORY: 死亡登記"))
            #expect(try await editor.post("/questions/export", [("format", "doc")]).status == 422)
            #expect(try await editor.post("/questions/export", [("format", "csv"), ("topic", "沒有")]).status == 422)
        }
        let entries = try await office.database.read {
            try AuditStore.entries(AuditFilter(action: AuditAction.questionExport.code), limit: 9, in: $0)
        }
        #expect(entries.map(\.actor) == ["guanting", "guanting"])
    }

    @Test func `whoever is taking a test gets neither an export nor a comparison with its keys`() async throws {
        let office = try SampleOffice()
        let attempt = try await SampleExam.begin(SampleExam.publish(in: office), by: "guanting", in: office)
        let drawn = try await office.database.read { db in
            let revision = try #require(try AttemptStore.lines(of: attempt.id, in: db).first?.revision)
            return try #require(
                try QuestionStore.codes(of: Array(QuestionStore.questions(of: [revision], in: db)), in: db).first)
        }
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.post("/questions/export", [("format", "csv")]).status == 409)
            var answers: [String] = []
            for answer in ["T", "F"] {
                let sent = try await editor.upload(
                    "/questions/import", file: Array("// [id:\(drawn)]\n甲乙丙{\(answer)}".utf8), name: "a.gift")
                answers.append(try await editor.get(sent.location).text.replacing(sent.location, with: ""))
            }
            #expect(answers[0].contains("您正在作答的試卷裡有試題「\(drawn)」"))
            #expect(answers[0] == answers[1])
        }
    }
}
