import GRDB
import Testing

@testable import Huxue

/// Ranking and narrowing, on a table of their own.
@Suite struct SearchIndexTests {
    private let office: SampleOffice
    private let index = SearchIndexStore(table: "sampleText")

    init() throws {
        office = try SampleOffice()
        try office.database.writeAndWait { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE sampleText USING fts5 (title, headings, body,
                        tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")
                    """)
        }
    }

    private func put(_ rows: [(title: String, headings: String, body: String)]) throws {
        try office.database.writeAndWait { [index] db in
            for (place, row) in rows.enumerated() {
                try index.put(Int64(place + 1), title: row.title, headings: row.headings, body: row.body, in: db)
            }
        }
    }

    private func find(
        _ text: String, _ breadth: SearchBreadth = .exact, offset: Int = 0, limit: Int = 20, visible: SQL = "1",
        lowered: SQL = "0"
    ) throws -> SearchMatches {
        try office.database.readAndWait { db in
            try index.find(
                SearchQuery(text).request(breadth, offset: offset, limit: limit),
                visible: visible, lowered: lowered, in: db)
        }
    }

    @Test func `a word in the title goes before one in a heading, and that before one in the text`() throws {
        try put([("甲", "乙", "遷徙"), ("甲", "遷徙", "乙"), ("遷徙", "甲", "乙"), ("甲", "乙", "丙"), ("甲", "乙", "遷徙，遷徙")])
        #expect(try find("遷徙").ids == [3, 2, 5, 1])
        #expect(try find("遷徙", offset: 1, limit: 2).ids == [2, 5])
        #expect(try find("遷徙", offset: 1, limit: 2).count == 4)
        #expect(try find("遷徙", offset: 9).ids == [])
    }

    @Test func `a title that is nothing else goes before one that has more, however often the text has it`() throws {
        try put([
            ("出生登記逾期怎麼辦", "出生登記", String(repeating: "出生登記，", count: 30)), ("出生登記", "", "甲"),
            ("辦理出生登記", "", "出生登記"),
        ])
        #expect(try find("出生登記").ids == [2, 1, 3])
    }

    @Test func `a word is also found in two pieces, the title before what has it whole in its text`() throws {
        try put([
            ("甲", "", "要補領身分證的人"), ("補領國民身分證", "", "乙"), ("丙", "", "補領護照"), ("丁", "", "身分證遺失時補領"),
        ])
        #expect(try find("補領身分證").ids == [1])
        #expect(try find("補領身分證", .loose).ids == [2, 1, 4])
        #expect(try find("護照 補領身分證", .loose).ids == [])
    }

    @Test func `words of two characters and very long ones are not cut`() {
        #expect(SearchQuery("戶籍 IC").loose == nil)
        #expect(SearchQuery(String(repeating: "籍", count: 17)).loose == nil)
        #expect(SearchQuery("印鑑證明").loose != nil)
    }

    @Test func `who may not see a row does not count it, and what is lowered comes last`() throws {
        try put([("遷徙", "", ""), ("甲", "", "遷徙"), ("乙", "", "遷徙")])
        let some = try find("遷徙", visible: "found.id IN (SELECT 2 UNION SELECT 3)")
        #expect(some.ids == [2, 3] && some.count == 2)
        #expect(try find("遷徙", lowered: "found.id = 1").ids == [2, 3, 1])
    }

    @Test func `a row that is put again or removed is found by its new words alone`() throws {
        try put([("遷徙", "", "")])
        try put([("認領", "", "")])
        #expect(try find("遷徙").count == 0)
        #expect(try find("認領").ids == [1])
        try office.database.writeAndWait { [index] in try index.remove(1, in: $0) }
        #expect(try find("認領").count == 0)
    }

    @Test func `of many partial matches those with most of the words come first`() throws {
        try put([("甲", "", "出生"), ("甲", "", "出生。登記"), ("甲", "", "生登"), ("甲", "", "無關")])
        #expect(try find("出生登記").count == 0)
        #expect(try find("出生登記", .partial).ids == [2, 1, 3])
    }

    @Test func `a word in more rows than are counted shows those with it in the title first`() throws {
        let limit = SearchRequest.countLimit
        try put((0..<limit + 20).map { ($0 > limit ? "登記" : "甲", "", "登記") })
        let found = try find("登記", limit: 25)
        #expect(found.count == limit)
        let titled = (limit + 2...limit + 20).map { Int64($0) }
        #expect(found.ids == titled + [1, 2, 3, 4, 5, 6])
    }

    @Test func `what is typed is bounded and cannot turn a line around`() {
        #expect(SearchQuery(typed: "戶籍\u{202E}法\u{0}\u{2066}條\u{200B}例\n甲").text == "戶籍 法 條 例 甲")
        #expect(SearchQuery(typed: String(repeating: "籍", count: 5000)).text.count == 200)
    }
}
