import Foundation
import Testing

@testable import Huxue

struct StatuteReadingTests {
    private static func law(
        _ name: String, pcode: String, articles: String = "", fields: String = ""
    ) -> String {
        #"{"LawName": "\#(name)", "LawURL": "https://law.example/?pcode=\#(pcode)", \#(fields) "LawArticles": [\#(articles)]}"#
    }

    private static func article(_ number: String, _ text: String) -> String {
        #"{"ArticleType": "A", "ArticleNo": "\#(number)", "ArticleContent": "\#(text)"}"#
    }

    private static func heading(_ text: String) -> String {
        #"{"ArticleType": "C", "ArticleNo": "", "ArticleContent": "\#(text)"}"#
    }

    private func read(_ text: String) throws -> (editions: [StatuteEdition], summary: StatuteFile.Summary) {
        var editions: [StatuteEdition] = []
        let summary = try StatuteFile.read(StatuteFile(Data(text.utf8))) { editions.append($0) }
        return (editions, summary)
    }

    @Test func `a law is read with its headings, articles, days and notes`() throws {
        let parts = [
            Self.heading("第 一 編 總則"), Self.heading("   第 二 章之一 附則"), Self.article("第 14-1 條", "甲。\\r\\n乙。"),
            Self.heading("      壹、雜項"), Self.article("15", "丙。"),
        ].joined(separator: ",")
        let fields = #"""
            "LawLevel": "法律", "LawCategory": "行政＞戶政目", "LawModifiedDate": "20240524", "LawEffectiveDate": "20250101",
            "LawEffectiveNote": "自一百十四年一月一日施行。", "LawAbandonNote": "廢", "LawHistories": "1.甲", "EngLawName": null,
            """#
        let read = try read(
            #"{"UpdateDate": "20241011", "Laws": [\#(Self.law("樣本法", pcode: "a1", articles: parts, fields: fields))]}"#)
        let edition = try #require(read.editions.first)
        #expect(read.summary == StatuteFile.Summary(updated: Day("2024-10-11"), statutes: 1, problems: []))
        #expect(edition.pcode == "A1")
        #expect(edition.name == "樣本法")
        #expect(edition.level == "法律")
        #expect(edition.category == "行政＞戶政目")
        #expect(edition.modified == Day("2024-05-24"))
        #expect(edition.effective == .on(try #require(Day("2025-01-01"))))
        #expect(edition.effectiveNote == "自一百十四年一月一日施行。")
        #expect(edition.isRepealed)
        #expect(edition.histories == "1.甲")
        #expect(edition.headings.map(\.depth) == [0, 1, 2])
        #expect(edition.headings.map(\.title) == ["第 一 編 總則", "第 二 章之一 附則", "壹、雜項"])
        #expect(edition.headings.map(\.mark) == ["第一編", "第二章之一", ""])
        #expect(edition.articles.map(\.number.plain) == ["14-1", "15"])
        #expect(edition.articles.first?.text == "甲。\r\n乙。")
    }

    @Test(arguments: 1...40)
    func `a file is the same whatever the chunks in which it is read`(chunk: Int) throws {
        let article = Self.article("第 1 條", #"括號 { [ ] } 與引號 \" 與反斜線 \\ 和 \u81fa𠮷"#)
        let text =
            "\u{FEFF} {\"Other\": [{\"a\": \"]}\"}, -1.5e3, null], \"Laws\" : [ "
            + Self.law("甲法", pcode: "A1", articles: article) + " ,\n" + Self.law("乙法", pcode: "B1")
            + "], \"UpdateDate\": \"2024/10/11 上午 12:00:00\"}\r\n"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("statutes-\(UUID()).json")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let handle = try FileHandle(forReadingFrom: path)
        var editions: [StatuteEdition] = []
        let summary = try StatuteFile.read(StatuteFile(handle, chunk: chunk)) { editions.append($0) }
        #expect(editions.map(\.name) == ["甲法", "乙法"])
        #expect(editions.first?.articles.first?.text == "括號 { [ ] } 與引號 \" 與反斜線 \\ 和 臺𠮷")
        #expect(summary.updated == Day("2024-10-11"))
    }

    @Test func `what cannot be read for certain is named and the rest is read`() throws {
        let articles = [
            Self.article("第 1 條", "甲。"), Self.article("第 1 條", "乙。"), Self.article("第 2-1-1 條", "丙。"),
            Self.article("附則", "丁。"), Self.article("第 3 條之 1", "戊。"),
        ].joined(separator: ",")
        let laws = [
            Self.law("甲法", pcode: "A1", articles: articles, fields: #""LawModifiedDate": "20241399","#),
            Self.law("又甲法", pcode: "A1"), #"{"LawName": "無法", "LawURL": "https://law.example", "LawArticles": []}"#,
            Self.law("乙法", pcode: "B1", fields: #""LawEffectiveDate": "99991231","#),
        ].joined(separator: ",")
        let read = try read(#"{"Laws": [\#(laws)]}"#)
        #expect(read.editions.map(\.name) == ["甲法", "乙法"])
        #expect(read.editions.map(\.effective) == [.unstated, .toBeSet])
        #expect(read.editions[0].articles.map(\.number.plain) == ["1", "3-1"])
        #expect(read.editions[0].articles[0].text == "甲。")
        #expect(
            read.summary.problems.map(\.kind) == [
                .repeatedArticle(try #require(ArticleNumber(1))), .strangeArticleNumber("第 2-1-1 條"),
                .strangeArticleNumber("附則"), .strangeDay("20241399"), .repeatedStatute("A1"),
                .missingKey("https://law.example"),
            ])
        #expect(read.summary.problems.last?.sentence.hasPrefix("「無法」的網址") == true)
        #expect(read.summary.updated == nil)
    }

    private func expectRefusal(_ refusal: StatuteFileRefusal, of bytes: some Sequence<UInt8>) {
        #expect(throws: refusal) { try StatuteFile.read(StatuteFile(Data(bytes))) { _ in } }
    }

    @Test(
        arguments: [
            ("", .empty), (#"{"Laws": []}"#, .empty), ("{}", .notMinistry), ("[]", .notMinistry),
            ("null", .notMinistry),
            (#"{"Laws": 3}"#, .notMinistry), (#"{"Laws": [{}]}"#, .damaged(laws: 0)),
            (#"{"Laws": [3]}"#, .damaged(laws: 0)),
            (#"{"Laws" ["#, .damaged(laws: 0)), ("PK\u{3}\u{4}", .compressed), ("  <html>", .markup),
        ] as [(String, StatuteFileRefusal)])
    func `any other file is refused with what to do`(text: String, refusal: StatuteFileRefusal) {
        expectRefusal(refusal, of: text.utf8)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0, 0x7B], [0x7B, 0]] as [[UInt8]])
    func `UTF-16 is refused`(bytes: [UInt8]) {
        expectRefusal(.utf16, of: bytes)
    }

    @Test(arguments: [[0xA4, 0xE1, 0xC4, 0x79], [0xB3, 0x5C]] as [[UInt8]])
    func `Big5 is refused, also where its second byte looks like a backslash`(name: [UInt8]) {
        let head = Array(#"{"Laws": [{"LawName": ""#.utf8)
        let tail = Array(#"", "LawURL": "", "LawArticles": []}]}"#.utf8)
        expectRefusal(.notUTF8(laws: 0), of: head + name + tail)
    }

    @Test func `a file that ends too early is refused, with how far it went`() {
        let whole = #"{"Laws": [\#(Self.law("甲法", pcode: "A1")), \#(Self.law("乙法", pcode: "B1"))]}"#
        expectRefusal(.truncated(laws: 2), of: whole.utf8.dropLast(1))
        expectRefusal(.truncated(laws: 2), of: whole.utf8.dropLast(2))
        expectRefusal(.truncated(laws: 1), of: whole.utf8.dropLast(20))
        expectRefusal(.truncated(laws: 0), of: whole.utf8.prefix(27))
        expectRefusal(.notMinistry, of: (whole + "x").utf8)
    }

    @Test func `a folder is refused`() throws {
        let handle = try #require(FileHandle(forReadingAtPath: FileManager.default.temporaryDirectory.path))
        #expect(throws: StatuteFileRefusal.unreadable) { try StatuteFile.read(StatuteFile(handle)) { _ in } }
    }

    @Test(arguments: ["第 14-1 條", "第14條之1", "第 十四 條之 一", "14-1", "第 14－1 條", "第14之1條"])
    func `an article number is read as the ministry has written it`(text: String) {
        #expect(ArticleNumber(published: text) == ArticleNumber(14, branch: 1))
    }

    @Test(arguments: ["", "第 條", "第 0 條", "第 1-0 條", "第 1 條 2", "第 10000 條", "第 1-1-1 條", "附表"])
    func `a strange article number is none`(text: String) {
        #expect(ArticleNumber(published: text) == nil)
    }
}
