import Foundation
import Testing

@testable import Huxue

@Suite struct PageRulesTests {
    private func content(_ body: String, kind: PageKind = .faq) throws -> PageContent {
        PageContent(
            code: "x", kind: kind, title: "題", owner: .role(.knowledgeEditor), reviewMonths: 12,
            lawAsOf: try #require(Day("2024-10-11")), body: body)
    }

    private func problems(_ body: String, kind: PageKind = .faq) throws -> [String] {
        let content = try content(body, kind: kind)
        let reading = PageReading(content)
        let around = try surroundings()
        return
            (PageRules.problems(of: content, reading, in: around) + PageRules.doubts(of: content, reading, in: around))
            .map { "\($0.line) \($0.kind.sentence.prefix(14))" }
    }

    private func surroundings() throws -> PageRules.Surroundings {
        var surroundings = PageRules.Surroundings()
        surroundings.paths = ["faq/known.md"]
        surroundings.attachments = ["表.pdf"]
        surroundings.headings = ["faq/known.md": ["s-甲"]]
        let statute = try #require(StatuteTable.statute(named: "戶籍法"))
        surroundings.missing = [Citation(statute, try #require(ArticleNumber(999)))]
        return surroundings
    }

    private func html(_ body: String, _ surroundings: PageRendering.Surroundings = .init()) throws -> String {
        let content = try content(body)
        return String(
            decoding: PageRendering(content, PageReading(content), in: surroundings).html.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-26", 12, "2027-11-26"),
        ("2026-11-30", 3, "2027-02-28"), ("2026-12-01", 60, "2031-12-01"), ("2026-03-15", 9, "2026-12-15"),
    ])
    func `a review is due so many months later`(day: String, months: Int, next: String) throws {
        #expect(PageRules.reviewDay(after: try #require(Day(day)), months: months) == Day(next))
    }

    @Test func `dead links, missing attachments and articles that are not there are named by line`() throws {
        #expect(try problems("[一](known.md)、[二](../faq/known.md#s-甲)、[表](../attachments/%E8%A1%A8.pdf)") == [])
        #expect(try problems("前言\n\n[一](unknown.md)") == ["3 連結「unknown.md」"])
        #expect(try problems("[一](../procedure/known.md)").count == 1)
        #expect(try problems("![圖](../attachments/a.png)") == ["1 找不到附件「a.png」。"])
        #expect(try problems("[一](javascript:alert(1))").count == 1)
        #expect(try problems("[一](#s-沒有)\n\n## 有").count == 1)
        #expect(try problems("[有](#s-有)\n\n## 有") == [])
        #expect(try problems("依戶籍法第48條。\n\n- 戶籍法第999條第1項\n") == ["3 「戶籍法第999條第1項」無"])
        #expect(try problems("戶籍法第48條至第999條").count == 1)
    }

    @Test func `links to headings that other pages do not have are named by line`() throws {
        #expect(try problems("一\n\n[二](known.md#s-乙)") == ["3 連結「known.md#s-"])
        #expect(try problems("[二](../faq/known.md#s-%E7%94%B2)") == [])
        // Of a page that nobody has read nothing is known.
        #expect(try problems("[二](other.md#s-乙)") == ["1 連結「other.md#s-"])
    }

    @Test(arguments: [
        ("依戶藉法第48條辦理。", ["1 戶藉法"]), ("一\n\n- 戶藉法第四十八條之一及同法第2條", ["3 戶藉法"]), ("《戶藉法》第1條", ["1 戶藉法"]),
        ("範例區收費標準第3條、範例作業規則第2條", ["1 範例區收費標準", "1 範例作業規則"]), ("依戶籍法第48條及戶籍法施行細則第9條、同法第2條", []),
        ("第一項及前條、本辦法第3條", ["1 ?"]), ("[戶藉法第48條](https://law.example/48)", []), ("查驗戶籍法第2條", []), ("契約第3條與作業規定第2條", []),
    ])
    func `articles of statutes that nobody knows are named by line, but may be right`(
        body: String, expected: [String]
    ) throws {
        let content = try content(body)
        let doubts = try PageRules.doubts(of: content, PageReading(content), in: surroundings())
        let found = doubts.map { line, kind in
            if case .unknownStatute(_, let name) = kind { "\(line) \(name)" } else { "\(line) ?" }
        }
        #expect(found == expected)
        #expect(try PageRules.problems(of: content, PageReading(content), in: surroundings()).isEmpty)
    }

    @Test func `markup that would be too much is told with its line`() throws {
        let table =
            String(repeating: "|a", count: 100) + "\n" + String(repeating: "|-", count: 100)
            + String(repeating: "\n|", count: 60)
        let quotes = String(repeating: ">", count: 18) + "甲"
        let content = try content(table + "\n\n" + quotes)
        let doubts = try PageRules.doubts(of: content, PageReading(content), in: surroundings())
        #expect(doubts.map(\.line) == [53, 64])
        #expect(doubts.map(\.kind) == [.excess(.table), .excess(.nesting)])
    }

    @Test func `a procedure has its parts in order, each once`() throws {
        #expect(try problems("## 申請人\n甲\n\n## 規費\n乙", kind: .procedure) == [])
        #expect(try problems("## 規費\n乙\n\n## 申請人\n甲", kind: .procedure).first?.hasPrefix("4 「申請人」的位置不對") == true)
        #expect(try problems("## 申請人\n甲\n\n## 申請人\n甲", kind: .procedure).count == 1)
        #expect(try problems("## 誰可以\n甲", kind: .procedure).first?.hasPrefix("1 標準作業程序沒有「誰可以") == true)
        #expect(try problems("## 誰可以\n甲") == [])
    }

    @Test func `owners and units that nobody has are named`() throws {
        var content = try content("甲")
        content.owner = .login("nobody")
        content.unit = "登記九課"
        content.restsOn = ["戶籍法", "沒有這部法"]
        let problems = PageRules.unknownNames(in: content, PageRules.Surroundings(logins: [], units: []))
        #expect(problems.count == 3)
        #expect(problems[0] == .unknownOwner("nobody") && problems[1] == .unknownUnit("登記九課"))
        #expect(PageRules.unknownNames(in: content, PageRules.Surroundings()).count == 1)
    }

    @Test func `references become links, at the beginning of every line as well`() throws {
        let text = try html(
            "- 戶籍法第6條：應為出生登記\n- 戶籍法第29條：申請人\n- 戶籍法第48條第1項：期限\n\n| 甲 | 乙 |\n| --- | --- |\n| 民法第1059條 | 姓名條例第1條 |")
        #expect(text.contains(">戶籍法第6條</a>：應為"))
        #expect(text.contains(">戶籍法第29條</a>：申請人"))
        #expect(text.contains(">戶籍法第48條第1項</a>：期限"))
        #expect(text.contains(">民法第1059條</a></td>") && text.contains(">姓名條例第1條</a></td>"))
        #expect(text.contains("flno=29\""))
    }

    @Test func `a reference to an article of ours leads there and can be shown beforehand`() throws {
        let statute = try #require(StatuteTable.statute(named: "戶籍法"))
        let own = Citation(statute, try #require(ArticleNumber(48)))
        let text = try html("依**戶籍法**第48條及同法第49條。", .init(citations: CitationLinks(own: [own])))
        // In part bold, it is not one run of words; the other one is.
        #expect(text.contains("LawSingle.aspx?pcode=D0030006&amp;flno=49"))
        let plain = try html("依戶籍法第48條第2項。", .init(citations: CitationLinks(own: [own])))
        #expect(
            plain.contains(
                "<a href=\"/statutes/D0030006/articles/48\" data-article=\"/statutes/D0030006/articles/48\">戶籍法第48條第2項</a>"
            ))
    }

    @Test func `links to pages lead there, and to nothing where there is none`() throws {
        let around = PageRendering.Surroundings(
            pages: ["faq/a.md": "/pages/a"], attachments: ["表 1.pdf": "/attachments/x"])
        #expect(try html("[甲](a.md)", around).contains("<a href=\"/pages/a\">甲</a>"))
        #expect(try html("[甲](a.md#s-乙)", around).contains("<a href=\"/pages/a#s-%E4%B9%99\">"))
        #expect(try html("[甲](../attachments/%E8%A1%A8%201.pdf)", around).contains("<a href=\"/attachments/x\">"))
        #expect(try html("[甲](b.md)", around).contains("<a") == false)
        #expect(try html("<script>alert(1)</script>[x](javascript:1)", around).contains("<script") == false)
    }

    @Test func `each is named at its own line, and repeated headings at theirs`() throws {
        #expect(
            try problems("[一](a.md)\n[二](b.md)\n[一](a.md) [三](<c.md>)") == [
                "1 連結「a.md」指向不存在的", "1 連結「a.md」指向不存在的", "2 連結「b.md」指向不存在的", "3 連結「c.md」指向不存在的",
            ])
        #expect(try problems("## 規費\n甲\n\n## 規費\n乙", kind: .procedure).map { $0.prefix(2) } == ["4 "])
    }

    @Test func `many links and headings are judged in time`() throws {
        let links = (0..<5_000).map { "[a](b\($0).md)" }.joined(separator: "\n")
        let headings = (0..<5_000).map { "## h\($0)" }.joined(separator: "\n")
        let anchors = (0..<2_500).map { "[a](#s-\($0))\n# \($0)" }.joined(separator: "\n\n")
        let articles = String(repeating: "戶籍法第9999條第*1*項，", count: 1_800)
        for body in [links, headings, anchors, articles] {
            let content = try content(body, kind: .procedure)
            let reading = PageReading(content)
            let took = ContinuousClock().measure {
                _ = PageRules.problems(of: content, reading, in: PageRules.Surroundings())
            }
            #expect(took < .seconds(4), "\(body.prefix(12)), \(body.utf8.count) bytes")
        }
    }
}
