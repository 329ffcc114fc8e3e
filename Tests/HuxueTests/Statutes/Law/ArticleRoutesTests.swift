import Foundation
import Testing

@testable import Huxue

/// What the page of an article tells: whether its text is in force, and where its references lead.
@Suite struct ArticleRoutesTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func bring(effective: String, _ histories: String, _ articles: [(String, String)]) throws {
        let data = SampleLaw.file(
            updated: "20261001",
            statutes: [
                SampleLaw.statute(
                    "戶籍法", "D0030006", modified: "20260901", effective: effective, histories: histories,
                    articles: articles)
            ])
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private static let articles = [
        ("第 1 條", "樣本登記，依第二條及民法第九百八十二條辦理。"), ("第 2 條", "依前條及本條辦理。\\r\\n前項規定，以第九十九條為限。"), ("第 3 條", "（刪除）"),
    ]

    @Test(arguments: [
        ("99991231", "；施行日期，由行政院定之", "已公布，施行日期未定"), ("20991231", "；並自一百八十八年十二月三十一日施行", "已公布，188年12月31日施行"),
        ("20991231", "", "現行條文"), ("", "", "現行條文"),
    ])
    func `an amendment that is still to come is not called present law`(
        effective: String, rule: String, words: String
    ) async throws {
        let histories = "1.中華民國八十年一月一日總統令制定公布全文 3 條\\r\\n2.中華民國一百十五年九月一日總統令修正公布第 2 條條文"
        try bring(effective: effective, histories + rule, Self.articles)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let amended = try await yachu.get("/statutes/D0030006/articles/2").text
            #expect(amended.contains(words))
            #expect(amended.contains("（現行）") == (words == "現行條文"))
            #expect(try await yachu.get("/statutes/D0030006/articles/1").text.contains("現行條文"))
            let preview = try await yachu.get("/statutes/D0030006/articles/2/preview").text
            #expect(preview.contains("已公布，") == (words != "現行條文"))
        }
    }

    @Test func `references in the text lead to what they mean, and to nothing when that is doubtful`() async throws {
        try bring(effective: "", "", Self.articles)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let first = try await yachu.get("/statutes/D0030006/articles/1").text
            #expect(
                first.contains(
                    "依<a href=\"/statutes/D0030006/articles/2\" data-article=\"/statutes/D0030006/articles/2\">第二條</a>及<a href=\"https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=B0000001&amp;flno=982\">民法第九百八十二條</a>辦理。"
                ))
            let second = try await yachu.get("/statutes/D0030006/articles/2").text
            #expect(
                second.contains(
                    "依<a href=\"/statutes/D0030006/articles/1\" data-article=\"/statutes/D0030006/articles/1\">前條</a>及本條辦理。"
                ))
            #expect(second.contains("，以第九十九條為限。"))
            let third = try await yachu.get("/statutes/D0030006/articles/3").text
            #expect(third.contains("條文已刪除") && !third.contains("現行條文"))
        }
    }

    @Test func `a bare number lists the articles that have it, and a question is taken for what it asks about`()
        async throws
    {
        try bring(effective: "", "", [("第 14-1 條", "樣本之一。"), ("第 15 條", "樣本。")])
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for typed in ["第14條之1", "第十四條之一", "§14-1", "14-1", "第 14-1 條"] {
                let page = try await yachu.get(
                    "/search?q=\(typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
                )
                .text
                #expect(page.contains("<a href=\"/statutes/D0030006/articles/14-1\">戶籍法第14條之1</a>"), "\(typed)")
            }
            #expect(try await yachu.get("/search?q=15").text.contains("條號相同的條文") == false)
        }
        #expect(SearchQuery("死亡登記要帶什麼？").words == SearchQuery("死亡登記").words)
        #expect(SearchQuery("怎麼辦").words == SearchQuery("怎么办").words)
        #expect(try Citation(parsing: "民法親屬編982").description == "民法第982條")
        #expect(try Citation(parsing: "身分證辦法第15條第1項").statute.pcode == "D0030030")
    }

    @Test func `the state of the law is that of the ministry's files`() throws {
        try bring(effective: "", "", Self.articles)
        let local = SampleLaw.file(
            updated: "20261101",
            statutes: [
                SampleLaw.statute(
                    "範例自治規則", "X0000009", modified: "20261101", histories: "", articles: [("第 1 條", "甲。")])
            ])
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(local)), from: StatuteFile(local), by: office.session.acting)
        let data = try office.database.readAndWait { try StatuteStore.dataVersion(in: $0) }
        #expect(data?.published == Day(year: 2026, month: 10, day: 1))
    }

    @Test func `a file of a later day that changes nothing moves the day, and an older one counts as older then`()
        throws
    {
        func edition(_ updated: String, _ text: String = "甲。") -> Data {
            SampleLaw.file(
                updated: updated,
                statutes: [
                    SampleLaw.statute(
                        "戶籍法", "D0030006", modified: "20220101", histories: "", articles: [("第 1 條", text)])
                ])
        }
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        func bring(_ data: Data) throws -> StatuteImport {
            let plan = try actions.plan(StatuteFile(data))
            _ = try actions.run(plan, from: StatuteFile(data), by: office.session.acting)
            return plan
        }
        _ = try bring(edition("20220923"))
        #expect(try bring(edition("20241011")).dated == ["D0030006"])
        #expect(try bring(edition("20241011")).isNothing)
        let misprint = try bring(edition("20230101", "申。"))
        #expect(misprint.older == 1 && misprint.isNothing)
        let current = try office.database.readAndWait { try StatuteStore.current("D0030006", in: $0) }
        #expect(current?.number == 1 && current?.published == Day(year: 2024, month: 10, day: 11))
    }
}
