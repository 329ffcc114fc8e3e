import Foundation
import Testing

@testable import Huxue

/// Bringing in the law by page, from the file to what became of it.
@Suite struct StatuteImportRoutesTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func uploads() -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: office.folder.uploadsPath)) ?? []
    }

    private func current(_ pcode: String) throws -> StatuteVersion? {
        try office.database.readAndWait { try StatuteStore.current(pcode, in: $0) }
    }

    /// The page once nothing is under way any more.
    private func settled(_ address: String, _ browser: SampleBrowser) async throws -> SampleAnswer {
        for _ in 0..<400 {
            let page = try await browser.get(address)
            if !page.text.contains("data-progress") { return page }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("still under way")
        return try await browser.get(address)
    }

    private func digest(in page: SampleAnswer) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="plan" value="([0-9]+)"/)).output.1)
    }

    private func bank() async throws {
        let text = SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: 2024-01-01")
        let file = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml")
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    @Test func `a file is checked, shown and brought in on a yes, and is gone afterwards`() async throws {
        try await bank()
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let form = try await zonghan.get("/statutes/import")
            #expect(form.status == 200 && form.text.contains("law.moj.gov.tw/api/Ch/Law/JSON"))
            let sent = try await zonghan.upload("/statutes/import", SampleLaw.first, fields: [("scope", "followed")])
            #expect(sent.status == 303 && sent.location.hasPrefix("/statutes/import/"))
            let preview = try await settled(sent.location, zonghan)
            #expect(preview.text.contains("法規還沒有變動") && preview.text.contains("姓名條例"))
            #expect(try current("D0030006") == nil)
            #expect(uploads().count == 1)
            let yes = try await zonghan.post("\(sent.location)/application", [("plan", try digest(in: preview))])
            #expect(yes.status == 303 && yes.location == sent.location)
            let done = try await settled(sent.location, zonghan)
            #expect(done.text.contains("匯入完成"))
            #expect(try current("D0030006")?.number == 1)
            #expect(uploads().isEmpty)
            #expect(try await zonghan.post("\(sent.location)/application", [("plan", "1")]).status == 409)

            let second = try await zonghan.upload("/statutes/import", SampleLaw.second, fields: [("scope", "all")])
            let next = try await settled(second.location, zonghan)
            #expect(next.text.contains("修正第 1 條；增訂第 4 條；刪除第 3 條"))
            #expect(![form, preview, done, next].contains { $0.text.contains("&lt;") })
            // Whoever may not look into the bank learns how many, not which.
            #expect(next.text.contains("受影響的引用") && next.text.contains("其中 2 處在您看不到的試題，只計數。"))
            #expect(!next.text.contains("birth-00") && !next.text.contains("樣本登記？"))
            _ = try await zonghan.post("\(second.location)/application", [("plan", try digest(in: next))])
            let after = try await settled(second.location, zonghan)
            #expect(after.text.contains("/statutes/D0030006/comparison?from=1&amp;to=2"))
            #expect(try await zonghan.get("/statutes").text.contains("資料版本：113年10月11日"))
        }
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.statuteImport.code), limit: 5, in: $0)
        }
        #expect(entries.map(\.actor) == ["zonghan", "zonghan"])
    }

    @Test func `what a command brings in meanwhile is not shown as the upload's`() async throws {
        @Sendable func command(_ data: Data) throws {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
        try command(SampleLaw.first)
        let name = SampleLaw.statute(
            "姓名條例", "D0030011", modified: "20240701", histories: "", articles: [("第 1 條", "樣本姓名兩個。")])
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let sent = try await zonghan.upload("/statutes/import", SampleLaw.second)
            let preview = try await settled(sent.location, zonghan)
            _ = try await zonghan.post("\(sent.location)/application", [("plan", try digest(in: preview))])
            _ = try await settled(sent.location, zonghan)
            // At the same instant, by the office's clock.
            try command(SampleLaw.file(updated: "20241011", statutes: [name]))
            #expect(try current("D0030011")?.number == 2)
            let after = try await zonghan.get(sent.location)
            #expect(after.text.contains("/statutes/D0030006/comparison?from=1&amp;to=2"))
            #expect(!after.text.contains("/statutes/D0030011/comparison"))
        }
    }

    @Test func `nobody and the wrong person bring in nothing`() async throws {
        try await office.test { browser in
            #expect(try await browser.upload("/statutes/import", SampleLaw.first).status == 401)
            for login in ["yachu", "shufen", "guanting", "shuhui", "meiling"] {
                let person = try await browser.signedIn(login)
                #expect(try await person.get("/statutes/import").status == 403, "\(login)")
                #expect(try await person.upload("/statutes/import", SampleLaw.first).status == 403, "\(login)")
                #expect(try await person.post("/statutes/import/sample").status == 403, "\(login)")
                #expect(try await person.post("/statutes/import/1/application").status == 403, "\(login)")
            }
            let zonghan = try await browser.signedIn("zonghan")
            #expect(try await zonghan.upload("/statutes/import", SampleLaw.first, token: "wrong").status == 403)
            #expect(try await zonghan.upload("/statutes/import", SampleLaw.first, token: nil).status == 403)
            #expect(try await zonghan.post("/statutes/import/sample").status == 404)
        }
        #expect(uploads().isEmpty)
        let kept = try office.database.readAndWait { try StatuteUploadStore.latest(limit: 5, in: $0).count }
        #expect(kept == 0)
    }

    @Test func `an upload is its sender's alone, and a role that ended meanwhile brings in nothing`() async throws {
        let grant = { (role: Role, login: String) in
            let now = office.clock.now()
            try office.database.writeAndWait { db in
                let account = try #require(try AccountStore.account(login: login, in: db))
                let root = try #require(try UnitStore.root(in: db))
                _ = try GrantStore.insert(role, at: root.id, for: account.employeeID, now: now, in: db)
            }
        }
        try grant(.knowledgeEditor, "yachu")
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let zonghan = try await browser.signedIn("zonghan")
            let sent = try await yachu.upload("/statutes/import", SampleLaw.first)
            let preview = try await settled(sent.location, yachu)
            #expect(try await zonghan.get(sent.location).status == 404)
            let plan = ("plan", try digest(in: preview))
            #expect(try await zonghan.post("\(sent.location)/application", [plan]).status == 404)
            try office.database.writeAndWait { db in
                let account = try #require(try AccountStore.account(login: "yachu", in: db))
                let root = try #require(try UnitStore.root(in: db))
                try GrantActions.revoke(
                    .knowledgeEditor, at: root.id, from: account.employeeID,
                    by: ActionContext(actor: .console(user: "test"), origin: "test", now: SampleOffice.morning), in: db)
            }
            #expect(try await yachu.post("\(sent.location)/application", [plan]).status == 403)
        }
        #expect(try current("D0030006") == nil)
    }

    @Test func `what would be done differs from what was shown: nothing is done, and a new preview stands`()
        async throws
    {
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let sent = try await zonghan.upload("/statutes/import", SampleLaw.second)
            let preview = try await settled(sent.location, zonghan)
            #expect(!preview.text.contains("受影響的引用"))
            let wrong = try await zonghan.post("\(sent.location)/application", [("plan", "123")])
            #expect(wrong.status == 409 && wrong.text.contains("以下是新的預覽"))
            try await bank()
            let late = try await zonghan.post("\(sent.location)/application", [("plan", try digest(in: preview))])
            #expect(late.status == 303)
            let renewed = try await settled(sent.location, zonghan)
            #expect(renewed.text.contains("以下是新的預覽") && renewed.text.contains("受影響的引用"))
            #expect(try current("D0030006") == nil)
            _ = try await zonghan.post("\(sent.location)/application", [("plan", try digest(in: renewed))])
            #expect(try await settled(sent.location, zonghan).text.contains("匯入完成"))
            let other = try await zonghan.upload("/statutes/import", SampleLaw.first)
            let newest = try await zonghan.upload("/statutes/import", SampleLaw.first)
            _ = try await settled(newest.location, zonghan)
            #expect(try await settled(other.location, zonghan).text.contains("後來又選了另一個檔案"))
            #expect(uploads().count == 1)
        }
    }

    static let broken: [(Data, String)] = [
        (Data(), "沒有任何法規"),
        (Data("{\"UpdateDate\": \"20240101\", \"Laws\": []}".utf8), "沒有任何法規"),
        (Data("<html>找不到</html>".utf8), "不是 JSON 檔"),
        (Data("\u{FEFF}<?xml version=\"1.0\"?><LAWS></LAWS>".utf8), "這是 XML 檔"),
        (
            Data(
                """
                {"UpdateDate": "20240101", "Laws": [{"LawLevel": "法律", "LawName": "戶籍法", "EngLawName": "Household Registration Act",
                 "EngLawURL": "https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=D0030006", "EngLawArticles": []}]}
                """.utf8), "這是英文版的法規檔"
        ),
        (
            SampleLaw.file(
                updated: "20240101",
                statutes: [
                    SampleLaw.statute(
                        "Household Registration Act", "D0030006", modified: "20240101", histories: "",
                        articles: [("Article 1", "This Act.")])
                ]), "「Household Registration Act」不是中文的法規名稱"
        ),
        (Data("[1, 2]".utf8), "不是全國法規資料庫的 JSON 檔"),
        (Data("{\"a\": 1}".utf8), "不是全國法規資料庫的 JSON 檔"),
        (SampleLaw.first.prefix(SampleLaw.first.count - 40), "不完整"),
        (Data([0xFF, 0xFE, 0x7B, 0x00]), "UTF-16"),
        (
            Data("{\"UpdateDate\": \"20240101\", \"Laws\": [{\"LawName\": \"".utf8) + Data([0xA4, 0xA4, 0xA4])
                + Data("\"}]}".utf8), "不是 UTF-8"
        ),
        (Data([0x1F, 0x8B, 8, 0]), "解壓縮"),
        (Data("PK\u{3}\u{4}none".utf8), "ZIP 檔不完整"),
    ]

    @Test(arguments: broken.indices)
    func `a broken file gets a clear sentence and changes nothing`(index: Int) async throws {
        let (file, words) = Self.broken[index]
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let sent = try await zonghan.upload("/statutes/import", file)
            let page = sent.status == 303 ? try await settled(sent.location, zonghan) : sent
            #expect(page.text.contains(words), "\(page.text.suffix(1500))")
            #expect(!page.text.contains("name=\"plan\""))
        }
        #expect(try office.database.readAndWait { try StatuteStore.count(in: $0) } == 0)
        #expect(uploads().isEmpty)
    }

    @Test func `no file and a broken form are refused`() async throws {
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            #expect(try await zonghan.upload("/statutes/import", nil).text.contains("沒有選擇檔案"))
            #expect(try await zonghan.upload("/statutes/import", SampleLaw.first, cutting: 20).status == 422)
        }
        // What came in goes once its request is let go of, which may be a moment after the answer.
        for _ in 0..<100 where !uploads().isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        #expect(uploads().isEmpty)
    }

    @Test func `the ministry's archive is read as it is`() async throws {
        let archive = SampleZip.archive([("schema.csv", Data("a".utf8)), ("ChLaw.json", SampleLaw.first)])
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let sent = try await zonghan.upload("/statutes/import", archive)
            let preview = try await settled(sent.location, zonghan)
            _ = try await zonghan.post("\(sent.location)/application", [("plan", try digest(in: preview))])
            #expect(try await settled(sent.location, zonghan).text.contains("匯入完成"))
        }
        #expect(try current("D0030006")?.number == 1)
    }

    @Test func `a server that begins anew says what became of unfinished imports`() async throws {
        let now = office.clock.now()
        let (waiting, running) = try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: "zonghan", in: db)).id
            let running = try StatuteUploadStore.insert(
                of: account, by: "zonghan", fileName: "a.json", followedOnly: true, now: now, in: db)
            try StatuteUploadStore.move(running, from: .checking, to: .ready, now: now, in: db)
            try StatuteUploadStore.move(running, from: .ready, to: .running, now: now, in: db)
            let waiting = try StatuteUploadStore.insert(
                of: account, by: "zonghan", fileName: "b.json", followedOnly: true, now: now, in: db)
            try StatuteUploadStore.move(waiting, from: .checking, to: .ready, now: now, in: db)
            try StatuteUploadStore.interruptAll(now: now, in: db)
            return (waiting, running)
        }
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            #expect(try await zonghan.get("/statutes/import/\(running)").text.contains("匯入中斷了"))
            let page = try await zonghan.get("/statutes/import/\(waiting)")
            #expect(page.text.contains("檔案不在了") && page.text.contains("href=\"/statutes/import\""))
            #expect(try await zonghan.get("/statutes/import").text.contains("中斷"))
            #expect(try await zonghan.post("/statutes/import/\(running)/application", [("plan", "1")]).status == 409)
        }
    }
}
