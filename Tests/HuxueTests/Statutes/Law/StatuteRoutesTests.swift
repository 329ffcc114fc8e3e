import Foundation
import Testing

@testable import Huxue

@Suite struct StatuteRoutesTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
    }

    private func bank(checked day: String) async throws {
        let text = SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: \(day)")
            .replacing("lawAsOf: 2025-01-01", with: "lawAsOf: \(day)")
            // The paragraph that changed.
            .replacing("戶籍法第1條第1項", with: "戶籍法第1條第2項")
        let file = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml")
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    @Test func `everybody reads statutes, articles and what changed`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let list = try await yachu.get("/statutes")
            #expect(list.status == 200 && list.text.contains("戶籍法") && list.text.contains("姓名條例"))
            let statute = try await yachu.get("/statutes/D0030006")
            #expect(statute.status == 200 && statute.text.contains("第 14-1 條") && statute.text.contains("沿革"))
            let article = try await yachu.get("/statutes/D0030006/articles/1")
            #expect(article.text.contains("得以書面或電子方式委託他人為之"))
            #expect(article.text.contains("<ins><span class=\"visually-hidden\">〔新增：</span>或電子方式"))
            for address in ["", "?state=inForce&q=戶", "/D0030006", "/D0030006/articles/1", "/D0030006/history"] {
                let page = try await yachu.get("/statutes\(address)".replacing("戶", with: "%E6%88%B6"))
                #expect(page.status == 200 && !page.text.contains("&lt;"), "\(address)")
            }
            let comparison = try await yachu.get("/statutes/D0030006/comparison?from=1&to=2")
            #expect(comparison.status == 200 && comparison.text.contains("增訂") && comparison.text.contains("刪除"))
            // What is not there is said, on its own side.
            #expect(comparison.text.contains("<h3>舊條文</h3><p class=\"soft\">（沒有這一條）</p>"))
            let removed = ArticleViews.sides(from: "甲", to: "", oldTitle: "舊", newTitle: "新")
            #expect(String(decoding: removed.bytes, as: UTF8.self).contains("新<p class=\"soft\">（沒有這一條）</p>"))
        }
    }

    @Test func `an article is found by its number as people write it`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for typed in ["14-1", "第14條之1", "第十四條之一", "§14-1", "十四之一", "第 14-1 條", "第14條之1第2項", "１４之１"] {
                let found = try await yachu.get("/statutes/D0030006/articles?number=\(Address.encoded(typed))")
                #expect(found.status == 303 && found.location == "/statutes/D0030006/articles/14-1", "\(typed)")
                guard typed != "14-1" else { continue }
                let written = try await yachu.get("/statutes/D0030006/articles/\(Address.encoded(typed))")
                #expect(written.status == 303 && written.location == "/statutes/D0030006/articles/14-1", "\(typed)")
            }
            let missing = try await yachu.get("/statutes/D0030006/articles?number=99")
            #expect(missing.status == 404 && missing.text.contains("沒有「99」這一條"))
            #expect(missing.text.contains("value=\"99\"") && missing.text.contains("aria-invalid"))
            let strange = try await yachu.get("/statutes/D0030006/articles?number=abc")
            #expect(strange.status == 422 && strange.text.contains("「abc」不是條號"))
        }
    }

    @Test func `any two texts of an article are compared, and its text stands alone for a preview`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let article = "/statutes/D0030006/articles/1"
            let page = try await yachu.get(article)
            #expect(page.text.contains("name=\"from\"") && page.text.contains("<option value=\"1\" selected>"))
            for query in ["?from=1&to=2", "?from=2&to=1"] {
                #expect(try await yachu.get(article + query).text.contains("〔新增：</span>或電子方式"), "\(query)")
            }
            #expect(try await yachu.get("\(article)?from=2&to=2").text.contains("選的是同一個版本"))
            #expect(try await yachu.get("\(article)?from=1&to=7").status == 404)
            let preview = try await yachu.get("\(article)/preview")
            #expect(preview.status == 200 && preview.text.contains("得以書面或電子方式"))
            #expect(!preview.text.contains("<html") && preview.text.contains("戶籍法第1條"))
            #expect(try await yachu.get("/statutes/D0030006/articles/99/preview").status == 404)
            let swapped = try await yachu.get("/statutes/D0030006/comparison?from=2&to=1")
            #expect(swapped.status == 200 && swapped.text.contains("增訂"))
        }
    }

    @Test func `the list is searched by short and former names and narrowed to what is in force`() async throws {
        let rule = SampleLaw.file(
            updated: "20241101",
            statutes: [
                SampleLaw.statute(
                    "個人資料保護法", "I0050021", modified: "20230531", histories: "", articles: [("第 1 條", "樣本。")]),
                SampleLaw.statute(
                    "姓名新條例", "D0030011", modified: "20241101", histories: "", articles: [("第 1 條", "樣本。")]),
                SampleLaw.statute(
                    "樣本舊法", "D0039999", modified: "20100101", abandoned: "廢", histories: "",
                    articles: [("第 1 條", "樣本。")]),
            ])
        try bring(rule)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            func names(_ query: String) async throws -> [String] {
                let page = try await yachu.get("/statutes?\(query)")
                return page.text.matches(of: /<th scope="row"><a [^>]*>([^<]*)</).map { String($0.output.1) }
            }
            #expect(try await names("q=\(Address.encoded("個資法"))") == ["個人資料保護法"])
            #expect(try await names("q=\(Address.encoded("姓名條例"))") == ["姓名新條例"])
            #expect(try await names("q=\(Address.encoded("户籍"))") == ["戶籍法"])
            #expect(try await names("state=repealed") == ["樣本舊法"])
            #expect(try await names("state=inForce").contains("樣本舊法") == false)
            #expect(try await names("state=inForce").count == 3)
            #expect(try await yachu.get("/statutes").text.contains("資料版本：113年11月1日"))
        }
    }

    private func bring(_ data: Data) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    @Test func `an amendment that is published and not in force yet says so`() async throws {
        try bring(
            SampleLaw.file(
                updated: "20261101",
                statutes: [
                    SampleLaw.statute(
                        "戶籍法", "D0030006", modified: "20261030", effective: "20270101", histories: "",
                        articles: [("第 1 條", "樣本。")])
                ]))
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get("/statutes/D0030006")
            #expect(page.text.contains("已經公布，還沒有施行") && page.text.contains("116年1月1日"))
        }
    }

    @Test(arguments: [
        "/statutes/D0030006/chapters/1", "/statutes/X9999999/history",
        "/statutes/X9999999/articles?number=1", "/statutes/X9999999", "/statutes/D0030006/articles/99",
        "/statutes/D0030006/articles/abc",
        "/statutes/D0030006/comparison?from=1&to=9", "/statutes/D0030006/comparison",
    ])
    func `what the office does not keep is missing`(address: String) async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get(address).status == 404)
        }
    }

    @Test func `an editor confirms a question whose law was amended, and nobody else does`() async throws {
        try await bank(checked: "2023-01-01")
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/amendments").status == 403)
            #expect(try await yachu.post("/questions/birth-001/confirmation").status == 403)
            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/amendments").text.contains("birth-001"))
            #expect(try await shufen.post("/questions/birth-001/confirmation").status == 403)
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/questions/birth-001")
            #expect(page.text.contains("依據的法規修正過") && page.text.contains("仍然正確"))
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 303)
            #expect(try await guanting.get("/questions/birth-001").text.contains("依據的法規修正過") == false)
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 409)
        }
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.amendmentConfirmation.code), limit: 5, in: $0)
        }
        #expect(entries.map(\.subject) == ["question/birth-001"])
    }

    @Test func `an article names the questions that rest on it to those who may browse the bank`() async throws {
        try await bank(checked: "2024-10-11")
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/statutes/D0030006/articles/1").text.contains("/questions/birth-001"))
            #expect(try await guanting.get("/statutes/D0030006/articles/2").text.contains("/questions/birth") == false)
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/statutes/D0030006/articles/1").text.contains("birth-001") == false)
        }
    }

    @Test func `a flagged question is not drawn until it is confirmed or checked anew`() async throws {
        try await bank(checked: "2023-01-01")
        let today = ROCDate.day(of: office.clock.now())
        func drawable() throws -> [String] {
            try office.database.readAndWait { try QuestionStore.pool(on: today, for: nil, in: $0).map(\.code) }
        }
        #expect(try drawable() == [])
        try await bank(checked: "2024-10-11")
        #expect(try drawable() == ["birth-001", "birth-002"])
    }

    @Test func `commands import, foretell and list`() async throws {
        let path = NSTemporaryDirectory() + "\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SampleLaw.second.write(to: URL(fileURLWithPath: path))
        let data = ["--data", office.folder.path]
        #expect(await CommandLine.run(["statutes", "import", path, "--dry-run"] + data) == 0)
        #expect(await CommandLine.run(["statutes", "impact", path] + data) == 0)
        #expect(await CommandLine.run(["statutes", "import", path + "x"] + data) == 1)
        #expect(await CommandLine.run(["statutes", "import", path, "--as", "yachu"] + data) == 1)
        #expect(await CommandLine.run(["statutes", "list", "--json", "--as", "yachu"] + data) == 0)
        try Data("{".utf8).write(to: URL(fileURLWithPath: path))
        #expect(await CommandLine.run(["statutes", "import", path] + data) == 1)
    }
}
