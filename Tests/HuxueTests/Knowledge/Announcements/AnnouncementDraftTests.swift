import Foundation
import Testing

@testable import Huxue

/// The announcement of an amendment, from the comparison of two editions.
@Suite struct AnnouncementDraftTests {
    private static func editions(_ data: Data) throws -> [StatuteEdition] {
        var found: [StatuteEdition] = []
        _ = try StatuteFile.read(StatuteFile(data)) { found.append($0) }
        return found
    }

    private static func content() throws -> PageContent {
        let old = try #require(try editions(SampleLaw.first).first { $0.pcode == "D0030006" })
        let new = try #require(try editions(SampleLaw.second).first { $0.pcode == "D0030006" })
        return AnnouncementDraft.content(
            from: old, to: new,
            AnnouncementDraft.Setting(
                from: 1, to: 2, unit: "", lawAsOf: AnnouncementSample.today))
    }

    @Test func `it says what changed, by kind, with old and new words, and leads to the comparison`() throws {
        let content = try Self.content()
        #expect(content.title == "「戶籍法」修正" && content.kind == .announcement && content.code == "amendment-d0030006-1-2")
        #expect(content.body.contains("於113年5月24日修正"))
        #expect(content.body.contains("- 修正 1 條：戶籍法第1條"))
        #expect(content.body.contains("- 增訂 1 條：戶籍法第4條"))
        #expect(content.body.contains("- 刪除 1 條：修正前第3條"))
        #expect(content.body.contains("修正後：\n\n> 樣本登記，由本人於三十日內申請之。\n>\n> 前項申請，得以書面或電子方式委託他人為之。"))
        #expect(!content.body.contains("第14條之1"))
        #expect(content.owner == .role(.knowledgeEditor) && content.lawAsOf == AnnouncementSample.today)
        #expect(content.body.contains("(/statutes/D0030006/comparison?from=1&to=2)"))
        let reading = PageReading(content)
        #expect(reading.targets.map(\.target) == [.comparison(pcode: "D0030006", from: 1, to: 2)])
        #expect(PageRules.problems(of: content, reading, in: PageRules.Surroundings()).map(\.kind) == [])
    }

    @Test func `its file comes back byte for byte`() throws {
        let content = try Self.content()
        let printed = PagePrinter.print(content)
        let file = PageFile(reading: Array(printed.utf8), path: content.path)
        #expect(file.problems == [])
        #expect(file.content.map(PagePrinter.print) == printed)
    }

    @Test func `marks of the law's text are no Markdown`() throws {
        let law = { (text: String) in
            SampleLaw.file(
                updated: "20240101",
                statutes: [
                    SampleLaw.statute(
                        "*甲*法", "X0000001", modified: "20240101", histories: "", articles: [("第 1 條", text)])
                ])
        }
        let old = try #require(try Self.editions(law("# 樣本 <b>一</b>。")).first)
        let new = try #require(try Self.editions(law("- **樣本** [二](http://x.example)。")).first)
        let content = AnnouncementDraft.content(
            from: old, to: new,
            AnnouncementDraft.Setting(from: 1, to: 2, unit: "", lawAsOf: AnnouncementSample.today))
        let reading = PageReading(content)
        #expect(
            reading.plainText.contains("# 樣本 <b>一</b>。")
                && reading.plainText.contains("- **樣本** [二](http://x.example)。"))
        #expect(reading.plainText.contains("*甲*法"))
        #expect(reading.headings.map(\.text) == ["變動的條文", "新舊條文", "第1條　修正"])
    }

    private func lawOffice() async throws -> SampleOffice {
        let office = try AnnouncementSample.office()
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
        return office
    }

    @Test func `one click from the comparison writes it, unsent, and a second finds it`() async throws {
        let office = try await lawOffice()
        let fields = [("from", "1"), ("to", "2")]
        try await office.test { browser in
            #expect(try await browser.post("/statutes/D0030006/announcement", fields).status == 401)
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.post("/statutes/D0030006/announcement", fields).status == 403)
            let comparison = "/statutes/D0030006/comparison?from=1&to=2"
            #expect(try await yachu.get(comparison).text.contains("起草修正公告") == false)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get(comparison).text.contains("起草修正公告"))
            for _ in 1...2 {
                let answer = try await guanting.post("/statutes/D0030006/announcement", fields)
                #expect(answer.status == 303 && answer.location == "/pages/amendment-d0030006-1-2")
            }
            let page = try await guanting.get("/pages/amendment-d0030006-1-2")
            #expect(
                page.text.contains("尚未發送")
                    && page.text.contains("href=\"/statutes/D0030006/comparison?from=1&amp;to=2\""))
            #expect(!page.text.contains("待複核。"))
            #expect(try await guanting.get("/announcements").text.contains("「戶籍法」修正"))
            #expect(
                try await guanting.post("/statutes/D0030006/announcement", [("from", "2"), ("to", "1")]).status == 404)
            #expect(try await guanting.post("/statutes/D0030006/announcement", [("from", "1")]).status == 404)
            #expect(try await guanting.post("/statutes/X0030006/announcement", fields).status == 404)
        }
        #expect(try AnnouncementSample.audited(.pageRevision, in: office).map(\.actor) == ["guanting"])
    }

    @Test func `an editor of one section drafts it in that section's charge, as pages name units`() async throws {
        let office = try await lawOffice()
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let answer = try await meiling.post("/statutes/D0030006/announcement", [("from", "1"), ("to", "2")])
            #expect(answer.status == 303)
            #expect(try await meiling.get(answer.location).text.contains("主管單位　登記二課</span>"))
        }
        #expect(try SamplePages.current("amendment-d0030006-1-2", in: office)?.page.unit == "登記二課")
    }

    @Test func `however much is amended, the page can be kept and read again`() throws {
        let law = { (text: String, count: Int) in
            SampleLaw.file(
                updated: "20240101",
                statutes: [
                    SampleLaw.statute(
                        "範例市非常長的名稱的自治規則施行細則", "X0000001", modified: "20240101", histories: "",
                        articles: (1...count).map { ("第 \($0) 條", text + "第\($0)款") })
                ])
        }
        for count in [40, 900, 1_500] {
            let old = try #require(try Self.editions(law(String(repeating: "舊*", count: 130), count)).first)
            let new = try #require(try Self.editions(law(String(repeating: "新*", count: 130), count)).first)
            let content = AnnouncementDraft.content(
                from: old, to: new,
                AnnouncementDraft.Setting(
                    from: 1, to: 2, unit: "", lawAsOf: AnnouncementSample.today))
            #expect(content.body.utf8.count <= PageContent.bodyLimit)
            #expect(content.body.contains("修正 \(count) 條") && content.body.contains("comparison?from=1&to=2"))
            let file = PageFile(reading: Array(PagePrinter.print(content).utf8), path: content.path)
            #expect(file.problems == [])
        }
    }
}
