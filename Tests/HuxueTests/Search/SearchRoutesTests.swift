import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

@Suite struct SearchRoutesTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(SampleLaw.second)), from: StatuteFile(SampleLaw.second),
            by: office.session.acting)
    }

    private func bank() async throws {
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private static func search(_ text: String, _ more: String = "") -> String {
        "/search?q=\(Address.encoded(text))\(more)"
    }

    @Test func `nobody signed in is sent to sign in and told nothing`() async throws {
        try await office.test { browser in
            for page in [Self.search("樣本登記"), Self.search("戶籍法1"), "/search/suggestions?q=a"] {
                let answer = try await browser.get(page)
                #expect(answer.status == 303 && answer.location.hasPrefix("/login"))
                #expect(!answer.text.contains("戶籍法"))
            }
        }
    }

    @Test func `an employee finds articles and statutes with the words marked, and no questions`() async throws {
        try await bank()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get(Self.search("樣本登記"))
            #expect(page.status == 200)
            #expect(page.text.contains("<mark>樣本登記</mark>，由本人於三十日內申請之"))
            #expect(page.text.contains("<a href=\"/statutes/D0030006/articles/1\">戶籍法第1條</a>"))
            #expect(page.text.contains("href=\"/statutes/D0030006/articles/2\""))
            #expect(page.text.contains("條文　2 條</a>") && page.text.contains("法規　0 部</a>"))
            #expect(page.text.contains("name=\"q\" type=\"search\" value=\"樣本登記\""))
            for secret in ["試題　", "birth-", "/questions/", "kind=questions"] { #expect(!page.text.contains(secret)) }
            let narrowed = try await yachu.get(Self.search("樣本登記", "&kind=questions"))
            #expect(narrowed.status == 200 && !narrowed.text.contains("birth-"))
            let suggested = try await yachu.get("/search/suggestions?q=birth-001")
            #expect(suggested.text == "[]")
        }
    }

    @Test func `an editor finds questions by what they show and by what explains them`() async throws {
        try await bank()
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get(Self.search("里長", "&kind=questions"))
            #expect(page.text.contains("href=\"/questions/birth-001\">下列何者不得申請樣本登記？</a>"))
            #expect(page.text.contains("本人／戶長／<mark>里長</mark>／30"))
            #expect(page.text.contains("birth-001　出生登記　單選　記憶"))
            let explained = try await editor.get(Self.search("由本人於三十日", "&kind=questions"))
            #expect(explained.text.contains("/questions/birth-001"))
            #expect(!explained.text.contains("由本人於三十日內"))
            let retired = try await editor.get(Self.search("樣本登記", "&kind=questions"))
            let order = ["birth-001", "birth-003"].compactMap { retired.text.range(of: "/questions/\($0)")?.lowerBound }
            #expect(order.count == 2 && order == order.sorted())
            #expect(retired.text.contains("已停用"))
        }
    }

    /// The explanations differ by a number alone: the index finds whole numbers only.
    @Test func `a question of one's own open attempt is found by what it shows alone`() async throws {
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "shufen", in: office)
        let drawn = try await office.database.read { db in
            try AttemptStore.lines(of: attempt.id, in: db).map(\.revision)
        }
        let codes = try await office.database.read { db in
            try QuestionStore.codes(of: Array(QuestionStore.questions(of: Set(drawn), in: db)), in: db)
        }
        #expect(codes.count == 10)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let explained = try await manager.get(Self.search("秘密詳解", "&kind=questions"))
            let shown = try await manager.get(Self.search("𠮷", "&kind=questions"))
            let both = try await manager.get(Self.search("𠮷 秘密詳解", "&kind=questions"))
            for number in 1...20 {
                let code = "birth-\(padded(number, to: 3))"
                #expect(explained.text.contains("/questions/\(code)\"") == !codes.contains(code), "\(code)")
                #expect(both.text.contains("/questions/\(code)\"") == !codes.contains(code), "\(code)")
                #expect(shown.text.contains("/questions/\(code)\""))
            }
            #expect(explained.text.contains("試題　10 題") && shown.text.contains("試題　20 題"))
            let editor = try await browser.signedIn("guanting")
            let all = try await editor.get(Self.search("秘密詳解", "&kind=questions"))
            #expect(all.text.contains("試題　20 題"))
        }
    }

    @Test func `the place of a sealed question tells nothing of its key`() async throws {
        let exam = try await SampleExam.publish(in: office)
        _ = try await SampleExam.begin(exam, by: "shufen", in: office)
        let pages = try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let before = try await manager.get(Self.search("題 𠮷", "&kind=questions"))
            try await self.office.database.write { db in
                try db.execute(sql: "UPDATE questionText SET key = key || ' 题 题 题 𠮷' WHERE rowid % 3 = 0")
            }
            return (before.text, try await manager.get(Self.search("題 𠮷", "&kind=questions")).text)
        }
        #expect(pages.0 == pages.1)
    }

    @Test(arguments: [
        ("戶籍法14-1", "/statutes/D0030006/articles/14-1"), ("戶籍法第2條", "/statutes/D0030006/articles/2"),
        ("户籍法 第１條", "/statutes/D0030006/articles/1"), ("戶籍法第十四條之一", "/statutes/D0030006/articles/14-1"),
        ("戶籍法§14-1", "/statutes/D0030006/articles/14-1"), ("戶籍法第1條第2項", "/statutes/D0030006/articles/1"),
        ("姓名條例1", "/statutes/D0030011/articles/1"),
    ])
    func `a citation leads straight to its article`(text: String, address: String) async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let answer = try await yachu.get(Self.search(text))
            #expect(answer.status == 303 && answer.location == address)
            #expect(try await yachu.get(Self.search(text, "&kind=statutes")).status == 200)
        }
    }

    @Test func `what is not kept leads to the ministry, a missing article is told`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let outside = try await yachu.get(Self.search("民法§1052-1"))
            #expect(outside.status == 200)
            #expect(outside.text.contains("LawSingle.aspx?pcode=B0000001&amp;flno=1052-1"))
            #expect(outside.text.contains("民法第1052條之1（全國法規資料庫）"))
            let statute = try await yachu.get(Self.search("個資法"))
            #expect(statute.text.contains("LawAll.aspx?pcode=I0050021") && statute.text.contains("個人資料保護法"))
            let missing = try await yachu.get(Self.search("戶籍法第99條"))
            #expect(missing.text.contains("收錄的戶籍法沒有第99條"))
            #expect(missing.text.contains("<a href=\"/statutes/D0030006\">"))
        }
    }

    @Test func `a statute's name shows the statute first, a former or short one as well`() async throws {
        let renamed = SampleLaw.file(
            updated: "20250101",
            statutes: [
                SampleLaw.statute(
                    "樣本姓名新條例", "D0030011", modified: "20250101", histories: "", articles: [("第 1 條", "樣本姓名一個。")]),
                SampleLaw.statute(
                    "個人資料保護法", "I0050021", modified: "20250101", histories: "", articles: [("第 1 條", "樣本。")]),
                SampleLaw.statute(
                    "範例通則", "Z0000009", modified: "20250101", abandoned: "廢", histories: "",
                    articles: [("第 7 條", "樣本。")]),
            ])
        let actions = StatuteImportActions(database: office.database, clock: office.clock, sources: [])
        _ = try actions.run(
            actions.plan(StatuteFile(renamed)), from: StatuteFile(renamed), by: office.session.acting)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for (text, pcode, name) in [
                ("戶籍法", "D0030006", "戶籍法"), ("個資法", "I0050021", "個人資料保護法"), ("姓名條例", "D0030011", "樣本姓名新條例"),
                ("範例通則", "Z0000009", "範例通則"),
            ] {
                let page = try await yachu.get(Self.search(text))
                #expect(
                    page.text.contains("aria-label=\"最符合\"><h2><a href=\"/statutes/\(pcode)\">\(name)</a>"), "\(text)")
                let narrowed = try await yachu.get(Self.search(text, "&kind=statutes"))
                #expect(narrowed.text.contains("<h3><a href=\"/statutes/\(pcode)\">"), "\(text)")
            }
            let former = try await yachu.get(Self.search("個資法", "&kind=statutes"))
            #expect(former.text.contains("又稱<mark>個資法</mark>"))
            #expect(try await yachu.get(Self.search("範例通則", "&kind=statutes")).text.contains("已廢止"))
            // Not in the table of names, but kept.
            #expect(try await yachu.get(Self.search("範例通則第七條")).location == "/statutes/Z0000009/articles/7")
        }
    }

    @Test func `words that are nowhere together fall back to the best partial matches`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let partial = try await yachu.get(Self.search("委託 罰鍰電梯"))
            #expect(partial.text.contains("沒有完全符合的，以下部分符合"))
            #expect(partial.text.contains("<mark>委託</mark>"))
            let none = try await yachu.get(Self.search("電梯"))
            #expect(none.text.contains("找不到「電梯」") && none.text.contains("看收錄的法規"))
            #expect(!none.text.contains("以下部分符合"))
        }
    }

    @Test(arguments: ["", "%20", "%EF%BC%8C", "%22*"])
    func `nothing to look for says what to do`(query: String) async throws {
        try await office.test { browser in
            let page = try await browser.signedIn("yachu").get("/search?q=\(query)")
            #expect(page.status == 200 && page.text.contains("直接到那一條"))
        }
    }

    @Test(arguments: [
        "%22%3E%3Cscript%3E", "title:%E6%88%B6", "%22%20OR%201", "AND%20NOT%20NEAR(", "%E2%80%AE%E6%88%B6%E7%B1%8D",
        "*",
        "%7Btitle%7D%3A", "-%5E", "%EF%A3%BF", "%F0%A0%AE%B7",
    ])
    func `hostile queries are words like others`(query: String) async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for address in [
                "/search?q=\(query)", "/search/suggestions?q=\(query)", "/search?q=\(query)&kind=x&page=-9",
            ] {
                let answer = try await yachu.get(address)
                #expect(answer.status == 200, "\(address)")
                #expect(!answer.text.contains("<script>") && !answer.text.contains("\u{202E}"))
            }
        }
    }

    @Test func `broken queries are refused, long ones cut`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for query in ["%00", "%FF", "a&q=b"] {
                #expect(try await yachu.get("/search?q=\(query)").status == 422)
                #expect(try await yachu.get("/search/suggestions?q=\(query)").status == 422)
            }
            let long = try await yachu.get(Self.search(String(repeating: "樣", count: 900)))
            #expect(long.status == 200)
            #expect(!long.text.contains(String(repeating: "樣", count: 201)))
        }
    }

    @Test func `pages of one kind lead on, and one beyond the end is the last`() async throws {
        let law = SampleLaw.file(
            updated: "20250101",
            statutes: [
                SampleLaw.statute(
                    "長法", "Z0000001", modified: "20250101", histories: "",
                    articles: (1...45).map { ("第 \($0) 條", "範例條文。") })
            ])
        let actions = StatuteImportActions(database: office.database, clock: office.clock, sources: [])
        _ = try actions.run(
            actions.plan(StatuteFile(law)), from: StatuteFile(law), by: office.session.acting)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let all = try await yachu.get(Self.search("範例條文"))
            #expect(all.text.contains("看全部 45 條") && all.text.components(separatedBy: "<li><h3>").count == 6)
            var seen: Set<String> = []
            for page in 1...3 {
                let text = try await yachu.get(Self.search("範例條文", "&kind=articles&page=\(page)")).text
                #expect(text.contains("共 45 條"))
                for match in text.matches(of: /articles\/(\d+)"/) { seen.insert(String(match.output.1)) }
            }
            #expect(seen.count == 45)
            let last = try await yachu.get(Self.search("範例條文", "&kind=articles&page=99999"))
            #expect(last.text.contains("第 41–45 條"))
        }
    }

    @Test func `suggestions name statutes, and articles by their number`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let statutes = try await yachu.get("/search/suggestions?q=" + Address.encoded("户籍"))
            #expect(statutes.headers[.contentType] == "application/json")
            #expect(statutes.text == #"[{"address":"\/statutes\/D0030006","kind":"法規","title":"戶籍法"}]"#)
            let articles = try await yachu.get("/search/suggestions?q=" + Address.encoded("戶籍法1"))
            let found = try JSONDecoder().decode([[String: String]].self, from: Data(articles.text.utf8))
            #expect(found.map { $0["title"] } == ["戶籍法第1條", "戶籍法第14條之1"])
            #expect(
                found.map { $0["address"] } == ["/statutes/D0030006/articles/1", "/statutes/D0030006/articles/14-1"])
            #expect(try await yachu.get("/search/suggestions?q=").text == "[]")
            let elsewhere = try await yachu.get("/search/suggestions?q=" + Address.encoded("國籍法4"))
            #expect(elsewhere.text.contains(#""kind":"全國法規資料庫","title":"國籍法第4條""#))
        }
    }

    @Test(arguments: [
        ("出生登記", "出生登記"), ("結婚登記", "結婚登記"), ("改名", "改名"), ("補領身分證", "補領國民身分證"), ("补领身份证", "補領國民身分證"),
    ])
    func `of the shipped pages the one that is called so comes first`(words: String, title: String) async throws {
        let pages = try PageFolder.read(SampleOffice.resources + "/../kb")
        _ = try await PageImportActions(database: office.database, clock: office.clock).run(
            pages, source: "kb", by: office.session.acting)
        let visitor = try office.visitor("yachu")
        let (found, suggested) = try await office.database.read { [clock = office.clock] db in
            let source = PageSearchStore(clock: clock)
            let query = SearchQuery(words)
            return (
                try source.widened(query.request(), for: visitor, in: db).findings.hits,
                try source.suggestions(query.request(limit: 4), for: visitor, in: db)
            )
        }
        #expect(found.first?.title.pieces.map(\.text).joined() == title)
        #expect(suggested.first?.title == title)
    }

    @Test func `pages of the knowledge base come first, in force before superseded ones`() async throws {
        let pages = try PageFolder.read(SampleOffice.resources + "/../kb")
        _ = try await PageImportActions(database: office.database, clock: office.clock).run(
            pages, source: "kb", by: office.session.acting)
        let (found, titles) = try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get(Self.search("登記"))
            let order = ["found-pages", "found-articles"].map { page.text.range(of: "<h2 id=\"\($0)\">")?.lowerBound }
            #expect(
                order.compactMap(\.self).count == 2 && order.compactMap(\.self) == order.compactMap(\.self).sorted())
            #expect(page.text.contains(/>看全部 \d+ 個條目<\/a>/))
            let list = try await yachu.get(Self.search("出生登記", "&kind=pages"))
            let suggested = try await yachu.get("/search/suggestions?q=" + Address.encoded("出生登"))
            let titles = try JSONDecoder().decode([[String: String]].self, from: Data(suggested.text.utf8))
            return (list.text.matches(of: /<h3><a href="(\/pages\/[^"]+)"/).map { String($0.output.1) }, titles)
        }
        let first = try #require(found.first)
        #expect(found.count > 1)
        #expect(!titles.isEmpty && titles.allSatisfy { $0["title"]?.contains("出生登") == true })
        let code = try #require(first.split(separator: "/").last.map(String.init))
        for (state, isFound) in [("superseded", true), ("retired", false)] {
            try await office.database.write { db in
                try db.execute(sql: "UPDATE page SET state = ? WHERE code = ?", arguments: [state, code])
            }
            try await office.test { browser in
                let yachu = try await browser.signedIn("yachu")
                let last = try await yachu.get(Self.search("出生登記", "&kind=pages&page=99")).text
                let now = last.matches(of: /<h3><a href="(\/pages\/[^"]+)"/).map { String($0.output.1) }
                #expect(now.firstIndex(of: first) == (isFound ? now.count - 1 : nil), "\(state)")
            }
        }
    }

    @Test func `the box stands on every page of somebody signed in`() async throws {
        try await office.test { browser in
            #expect(!(try await browser.get("/login").text.contains("site-search")))
            let page = try await browser.signedIn("yachu").get("/statutes")
            #expect(
                page.text.contains(
                    "<form class=\"search\" role=\"search\" aria-label=\"全站搜尋\" method=\"get\" action=\"/search\""))
        }
    }

    @Test func `an older bank and older statutes are indexed when the application is built`() async throws {
        try await bank()
        try await office.database.write { db in
            try db.execute(sql: "DELETE FROM questionText; DELETE FROM statuteText")
        }
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get(Self.search("里長", "&kind=questions")).text.contains("/questions/birth-001"))
            let hidden = try await editor.get(Self.search("由本人於三十日", "&kind=questions"))
            #expect(hidden.text.contains("/questions/birth-001"))
            #expect(try await editor.get(Self.search("姓名條例", "&kind=statutes")).text.contains("/statutes/D0030011"))
        }
    }

    @Test func `an import keeps the index in step`() async throws {
        try await bank()
        let before = try await tokens()
        let changed = SampleBank.birth.replacing("- 里長", with: "- 村長").replacing("answer: 里長", with: "answer: 村長")
        let topic = try #require(SampleBank.read(changed).topic)
        _ = try await QuestionImportActions([topic], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        let after = try await tokens()
        #expect(before.count == 4 && after.count == 4)
        #expect(before.filter { $0.contains("里 长") }.count == 1 && !after.contains { $0.contains("里 长") })
        #expect(after.filter { $0.contains("村 长") }.count == 1)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(!(try await editor.get(Self.search("里長")).text.contains("birth-001")))
            #expect(try await editor.get(Self.search("村長")).text.contains("/questions/birth-001"))
        }
    }

    private func tokens() async throws -> [String] {
        try await office.database.read { try String.fetchAll($0, sql: "SELECT body FROM questionText ORDER BY rowid") }
    }
}
