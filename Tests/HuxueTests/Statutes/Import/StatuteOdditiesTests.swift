import Foundation
import GRDB
import Testing

@testable import Huxue

/// What is odd in the ministry's files, from import to search.
@Suite struct StatuteOdditiesTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private var actions: StatuteImportActions {
        StatuteImportActions(database: office.database, clock: office.clock, sources: Features.all.citations)
    }

    @discardableResult private func bring(_ updated: String, _ statutes: [String]) throws -> StatuteImport {
        let data = SampleLaw.file(updated: updated, statutes: statutes)
        let plan = try actions.plan(StatuteFile(data))
        _ = try actions.run(plan, from: StatuteFile(data), by: office.session.acting)
        return plan
    }

    private static func statute(
        _ name: String, _ pcode: String, _ articles: [(String, String)], modified: String = "20200101",
        abandoned: String = ""
    ) -> String {
        SampleLaw.statute(
            name, pcode, modified: modified, abandoned: abandoned, histories: "", articles: articles)
    }

    private func found(_ text: String) throws -> [String] {
        let visitor = try office.visitor("yachu")
        return try office.database.readAndWait { db in
            try ArticleSearchStore().widened(SearchQuery(text).request(), for: visitor, in: db).findings.hits
                .map(\.address.text)
        }
    }

    private func current(_ pcode: String) throws -> StatuteVersion? {
        try office.database.readAndWait { try StatuteStore.current(pcode, in: $0) }
    }

    @Test func `mended characters are taken over and found, and make no new version`() throws {
        try bring("20240101", [Self.statute("範例法", "Z0000001", [("第 2 條", "樣本\u{E123}山，依規定之ㄧ。"), ("第 3 條", "乙。")])])
        #expect(try found("規定之一") == ["/statutes/Z0000001/articles/2"])
        #expect(try found("樣本峯山").isEmpty)
        let plan = try bring(
            "20240201", [Self.statute("範例法", "Z0000001", [("第 2 條", "樣本峯山，依規定之一。"), ("第 3 條", "乙。")])])
        #expect(plan.amended == 0 && plan.same == 1 && plan.findings.isEmpty)
        #expect(try current("Z0000001")?.number == 1)
        #expect(try found("樣本峰山") == ["/statutes/Z0000001/articles/2"])
        let number = try #require(ArticleNumber(2))
        let text = try office.database.readAndWait { try StatuteStore.text(of: "Z0000001", number, in: $0) }
        #expect(text == "樣本峯山，依規定之一。")
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
    }

    @Test func `mended characters beside an amendment of another article are taken over as well`() throws {
        try bring("20240101", [Self.statute("範例法", "Z0000001", [("第 2 條", "樣本\u{E123}山。"), ("第 3 條", "乙。")])])
        try bring(
            "20240201",
            [Self.statute("範例法", "Z0000001", [("第 2 條", "樣本峯山。"), ("第 3 條", "丙。")], modified: "20240115")])
        let version = try #require(try current("Z0000001"))
        let texts = try office.database.readAndWait { try StatuteStore.texts(of: version, in: $0) }
        #expect(version.number == 2 && texts.values.sorted() == ["丙。", "樣本峯山。"])
        #expect(try found("樣本峯山") == ["/statutes/Z0000001/articles/2"])
    }

    @Test func `a statute of which only lines moved is counted apart`() throws {
        try bring(
            "20240101",
            [
                Self.statute("姓名條例施行細則", "D0030012", [("第 6 條", "甲。\\r\\n乙。")]),
                Self.statute("範例法", "Z0000001", [("第 1 條", "甲。")]),
            ])
        let file = SampleLaw.file(
            updated: "20240201",
            statutes: [
                Self.statute("姓名條例施行細則", "D0030012", [("第 6 條", "甲。乙。")]),
                Self.statute("範例法", "Z0000001", [("第 1 條", "丙。")]),
            ])
        let plan = try actions.plan(StatuteFile(file))
        #expect((plan.amended, plan.regrouped, plan.same) == (1, 1, 0))
        #expect(StatuteTerms.words(of: plan) == "新增 0 部，修正 1 部，只調整項次 1 部，不變 0 部，較舊略過 0 部")
    }

    @Test func `a statute that vanished from a complete later file is marked until it comes back`() async throws {
        let laws = (1...4).map { Self.statute("範例\($0)法", "Z000000\($0)", [("第 1 條", "甲\($0)。")]) }
        let order = Self.statute("範例規則", "Y0000001", [("第 1 條", "規則。")]).replacing("\"法律\"", with: "\"命令\"")
        let local = Self.statute("範例自治規則", "X0000001", [("第 1 條", "自治。")])
        try bring("20240101", laws + [order, local])
        // An older file, one with few of them, and one of another level tell nothing.
        #expect(try bring("20231231", Array(laws.prefix(3))).vanished.isEmpty)
        #expect(try bring("20240102", Array(laws.prefix(1))).vanished.isEmpty)
        #expect(try bring("20240103", [order]).vanished.isEmpty)
        let plan = try bring("20240201", Array(laws.prefix(3)))
        #expect(plan.vanished.map(\.pcode) == ["Z0000004"] && plan.changes.isEmpty)
        #expect(try current("Z0000004")?.missingSince == Day(year: 2024, month: 2, day: 1))
        #expect(try current("Z0000001")?.missingSince == nil && current("X0000001")?.missingSince == nil)
        #expect(try bring("20240301", Array(laws.prefix(3))).vanished.isEmpty)
        #expect(try current("Z0000004")?.missingSince == Day(year: 2024, month: 2, day: 1))
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for page in ["/statutes/Z0000004", "/statutes/Z0000004/articles/1"] {
                #expect(try await yachu.get(page).text.contains("113年2月1日的法規檔案裡已經沒有這部法規"), "\(page)")
            }
            #expect(try await yachu.get("/statutes").text.contains("新檔案裡沒有"))
            #expect(try await !yachu.get("/statutes/Z0000001").text.contains("已經沒有這部法規"))
        }
        #expect(try bring("20240401", laws).returned == ["Z0000004"])
        #expect(try current("Z0000004")?.missingSince == nil)
    }

    @Test(arguments: ["第237條之31", "第二百三十七條之三十一", "§237-31", "237-31", "第 237-31 條"])
    func `a number alone finds its articles in any statute, and nothing that only mentions it`(typed: String)
        async throws
    {
        try bring(
            "20240101",
            [
                Self.statute("所得稅法", "G0340003", [("第 1 條", "依第二百三十七條之三十一，第237條之31。")]),
                Self.statute("範例乙法", "Z0000002", [("第 237-31 條", "乙。"), ("第 237 條", "丙。")]),
                Self.statute("戶籍法", "D0030006", [("第 237-31 條", "丁。")]),
                Self.statute("範例甲法", "Z0000001", [("第 237-31 條", "戊。")]),
                Self.statute("範例廢法", "Z0000009", [("第 237-31 條", "己。")], abandoned: "廢"),
                Self.statute("範例刪法", "Z0000008", [("第 237-31 條", "（刪除）")]),
            ])
        let addresses = try found(typed)
        #expect(addresses.first == "/statutes/D0030006/articles/237-31")
        #expect(
            Set(addresses)
                == [
                    "/statutes/D0030006/articles/237-31", "/statutes/Z0000001/articles/237-31",
                    "/statutes/Z0000002/articles/237-31",
                ])
        try await office.test { browser in
            let page = try await browser.signedIn("yachu").get("/search?q=" + Address.encoded(typed)).text
            #expect(page.contains("條文　3 條</a>") && page.contains("條號相同的條文"))
        }
    }

    @Test func `statutes of an earlier index are found again when the application is built`() async throws {
        try bring(
            "20240101",
            [
                Self.statute("範例法", "Z0000001", [("第 2 條", "依規定之ㄧ。"), ("第 3 條", "（刪除）")]),
                Self.statute("範例乙法", "Z0000002", [("第 5 條", "另依規定之ㄧ。")]),
            ])
        try await office.database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO articleText (articleText) VALUES ('delete-all');
                    UPDATE articleVersion SET indexedTitle = '' WHERE indexedTitle IS NOT NULL;
                    DELETE FROM statuteText;
                    """)
        }
        #expect(try found("規定之一").isEmpty)
        // An import before that indexes the statutes that it writes.
        try bring(
            "20240201",
            [Self.statute("範例法", "Z0000001", [("第 2 條", "依規定之ㄧ。"), ("第 3 條", "新。")], modified: "20240115")])
        #expect(try found("規定之一") == ["/statutes/Z0000001/articles/2"])
        try await office.test { browser in _ = try await browser.get("/login") }
        #expect(Set(try found("規定之一")) == ["/statutes/Z0000001/articles/2", "/statutes/Z0000002/articles/5"])
        #expect(try found("範例法 新") == ["/statutes/Z0000001/articles/3"])
        let waiting = try await office.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM articleVersion WHERE indexedTitle = ''")
        }
        #expect(waiting == 0)
    }
}
