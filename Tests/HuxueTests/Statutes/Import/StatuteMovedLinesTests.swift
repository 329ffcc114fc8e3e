import Foundation
import Testing

@testable import Huxue

/// Files that say nothing new of an article, or nothing that can be read.
@Suite struct StatuteMovedLinesTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
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

    private static func moved(_ text: String, _ other: String, updated: String) -> Data {
        SampleLaw.file(
            updated: updated,
            statutes: [
                SampleLaw.statute("戶籍法", "D0030006", modified: "20200101", histories: "", articles: [("第 1 條", text)]),
                SampleLaw.statute(
                    "姓名條例", "D0030011", modified: "20200101", histories: "", articles: [("第 1 條", other)]),
            ])
    }

    @Test func `a statute of which only lines moved is listed apart, and its comparison says so`() async throws {
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            func bring(_ file: Data) async throws -> String {
                var sent = try await zonghan.upload("/statutes/import", file, fields: [("scope", "all")])
                let preview = try await settled(sent.location, zonghan)
                sent = try await zonghan.post(
                    "\(sent.location)/application", [("plan", try digest(in: preview))])
                return try await settled(sent.location, zonghan).text
            }
            _ = try await bring(Self.moved("甲申請。\\r\\n乙辦理。", "丙。", updated: "20240101"))
            let done = try await bring(Self.moved("甲申請。乙辦理。", "丁。", updated: "20240201"))
            let lists = done.split(separator: "只調整項次的法規")
            #expect(lists.count == 2)
            #expect(lists[0].contains(">姓名條例</a>") && !lists[0].contains(">戶籍法</a>"))
            #expect(lists[1].contains(">戶籍法</a>") && !lists[1].contains(">姓名條例</a>"))
            let compared = try await zonghan.get("/statutes/D0030006/comparison?from=1&to=2").text
            #expect(compared.contains("文字沒有變，只有分項不同"))
            let main = compared.split(separator: "class=\"diff\"").last ?? ""
            #expect(!main.contains("<del>") && !main.contains("<ins>"))
            let other = try await zonghan.get("/statutes/D0030011/comparison?from=1&to=2").text
            #expect(!other.contains("只有分項不同") && other.contains("〔刪除："))
        }
    }

    @Test func `a statute without a readable article leaves the office's as it is`() async throws {
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let first = try await zonghan.upload("/statutes/import", SampleLaw.first, fields: [("scope", "all")])
            let preview = try await settled(first.location, zonghan)
            let sent = try await zonghan.post(
                "\(first.location)/application", [("plan", try digest(in: preview))])
            _ = try await settled(sent.location, zonghan)
            let name = try current("D0030006")?.name
            let file = SampleLaw.file(
                updated: "20250101",
                statutes: [
                    SampleLaw.statute(
                        "戶籍法（英）", "D0030006", modified: "20250101", histories: "",
                        articles: [("Article 1", "This Act.")])
                ])
            let strange = try await zonghan.upload("/statutes/import", file, fields: [("scope", "all")])
            let told = try await settled(strange.location, zonghan).text
            #expect(told.contains("沒有可以匯入的變動") && !told.contains("name=\"plan\""))
            #expect(told.contains("「戶籍法（英）」沒有一條的條號讀得懂") && told.contains("「Article 1」無法辨識"))
            #expect(try current("D0030006")?.name == name && name != nil)
        }
    }
}
