import Foundation
import Testing

@testable import Huxue

/// A procedure's text, part by part.
struct PagePartsTests {
    private static func form(_ fields: [(place: PagePart?, text: String)]) -> Form {
        Form(Dictionary(uniqueKeysWithValues: fields.map { (PageParts.name(of: $0.place), [$0.text]) }))
    }

    /// The same text as a browser sends it from the fields of its parts.
    private static func sent(_ parts: PageParts) throws -> String {
        let fields = PageParts.places.map { ($0, parts[$0].replacing("\n", with: "\r\n")) }
        return try PageForm(form(fields))[.body]
    }

    private static func obstacle(_ body: String) -> PageParts.Obstacle? {
        do throws(PageParts.Obstacle) { _ = try PageParts(body) } catch { return error }
        return nil
    }

    @Test func `every shipped procedure goes through its parts byte by byte`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../../kb")
        let files = PageFiles(try PageFolder.read(folder.standardized.path).files, in: PageRules.Surroundings())
        let procedures = files.entries.map(\.content).filter { $0.kind == .procedure }
        #expect(procedures.count >= 50)
        for content in procedures {
            let parts = try PageParts(content.body)
            #expect(Array(parts.body.utf8) == Array(content.body.utf8), "\(content.code)")
            #expect(Array(try Self.sent(parts).utf8) == Array(content.body.utf8), "\(content.code)")
            #expect(PageParts(ordering: content.body) == parts, "\(content.code)")
        }
    }

    private static let lines =
        [
            "", "", " ", "　", "- 甲", "  - 乙  ", "1. 丙", "| 甲 | 乙 |", "文字", "```", "~~~", "```swift", "````", "``甲``",
            "# 一",
            "### 三", "## ", "##", "##規費", "## 規費 ##", " ## 規費", "    ## 規費", "##\t規費", "## **規費**", "## 規費：", "## 雜項",
            "## 步驟",
            "é", "e\u{301}", "𠮷", "\u{301}",
        ] + PagePart.allCases.map { "## \($0.title)" }

    @Test(arguments: 0..<500)
    func `any text is divided without loss or not at all`(seed: Int) throws {
        var generator = SeededGenerator("parts", "\(seed)")
        let count = Int.random(in: 0...14, using: &generator)
        let body = (0..<count).compactMap { _ in Self.lines.randomElement(using: &generator) }.joined(separator: "\n")
        if let parts = try? PageParts(body) {
            #expect(Array(parts.body.utf8) == Array(body.utf8))
            #expect(Array(try Self.sent(parts).utf8) == Array(body.utf8))
        }
        // In order, every line is still there that is no heading; only blank lines may be fewer.
        let ordered = PageParts(ordering: body).body
        let plain = { (text: String) in
            text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) && !$0.contains("##") }.sorted()
        }
        #expect(plain(ordered) == plain(body))
        guard !body.contains("``"), !body.contains("~~") else { return }
        #expect(Self.obstacle(ordered) == nil, "\(ordered)")
    }

    @Test(arguments: 0..<300)
    func `parts that are written are read again`(seed: Int) throws {
        var generator = SeededGenerator("written parts", "\(seed)")
        let lines = ["- 甲", "  - 乙", "", "### 三", "文字  ", "```\n## 規費\n```", "~~~\n```\n## 雜項\n~~~", "##規費", "#### 四"]
        var parts = PageParts()
        for place in PageParts.places where Bool.random(using: &generator) {
            let count = Int.random(in: 0...4, using: &generator)
            parts[place] = (0..<count).compactMap { _ in lines.randomElement(using: &generator) }.joined(
                separator: "\n")
        }
        let again = try PageParts(parts.body)
        #expect(again == parts)
        for place in PageParts.places { #expect(Array(again[place].utf8) == Array(parts[place].utf8)) }
    }

    @Test func `a text that is not in order says why`() {
        for (body, obstacle) in [
            ("## 申請人\n- 甲\n\n## 雜項\n- 乙", PageParts.Obstacle.heading(.unknownPart("雜項"))),
            ("## 步驟\n- 甲", .heading(.unknownPart("步驟"))), ("## 規費：\n- 甲", .heading(.unknownPart("規費："))),
            ("## 規費\n- 甲\n\n## 申請人\n- 乙", .heading(.partOutOfOrder("申請人"))),
            ("## 規費\n- 甲\n\n## 規費\n- 乙", .heading(.partTwice("規費"))), ("## 規費\n\n- 甲", .spacing),
            ("## 規費\n- 甲\n## 辦理步驟\n- 乙", .spacing), ("## 規費\n- 甲\n\n\n## 辦理步驟\n- 乙", .spacing),
            ("## 規費\n\n## 辦理步驟\n- 乙", .spacing), ("## 規費", .spacing), (" ## 規費\n- 甲", .spacing),
            ("## 規費 ##\n- 甲", .heading(.unknownPart("規費 ##"))), ("##  規費\n- 甲", .spacing), ("\n## 規費\n- 甲", .spacing),
            ("## 規費\n\(WritingTerms.mineMark)\n甲", .undecided), ("## 規費\n\(WritingTerms.betweenMark)", .undecided),
        ] { #expect(Self.obstacle(body) == obstacle, "\(body)") }
        for body in ["", "沒有標題", "前言\n\n## 規費\n- 甲", "  縮排\n\n## 流程\n1. 甲", "## 規費\n```\n## 申請人\n```\n\n## 流程\n甲"] {
            #expect(Self.obstacle(body) == nil, "\(body)")
        }
    }

    @Test func `parts put in order keep every word below the title that was meant`() {
        for (body, ordered) in [
            ("## 步驟\n1. 甲\n\n## 申請人\n- 乙", "## 申請人\n- 乙\n\n## 辦理步驟\n1. 甲"),
            ("## 申請資格\n- 甲", "## 申請人\n### 申請資格\n- 甲"), ("## **規費**\n\n- 甲", "## 規費\n- 甲"),
            ("## 規費：\n- 甲", "## 規費\n- 甲"), ("## 規費\n- 甲\n## 規費\n- 乙", "## 規費\n- 甲\n\n- 乙"),
            ("## 規費\n- 甲\n\n## 雜項\n- 乙\n\n## 申請人\n- 丙", "## 申請人\n- 丙\n\n## 規費\n- 甲\n\n### 雜項\n- 乙"),
            ("前言\n## 雜項\n甲", "前言\n\n### 雜項\n甲"), ("## 規費\n\n## 流程\n甲\n\n\n", "## 流程\n甲"), ("", ""),
            ("## 處理期間\n隨到隨辦", "## 處理時限\n### 處理期間\n隨到隨辦"),
        ] { #expect(PageParts(ordering: body).body == ordered, "\(body)") }
    }

    @Test func `a line of the text is found in its part`() throws {
        let parts = try PageParts("前言\n二\n\n## 申請人\n- 甲\n\n## 流程\n- 乙\n\n- 丙")
        let found = (1...11).map { parts.place(ofLine: $0) }
        let first: [PagePart?] = [nil, nil, nil, .applicants, .applicants, .applicants]
        let places: [PagePart?] = first + Array(repeating: .flow, count: 5)
        #expect(found.map(\.place) == places)
        #expect(found.map(\.line) == [1, 2, 3, 1, 1, 2, 1, 1, 2, 3, 4])
        #expect(PageParts().place(ofLine: 1).place == .applicants)
    }

    @Test func `the fields of parts become the text, and the whole text comes first`() throws {
        let fields: [(PagePart?, String)] = [
            (.flow, "\r\n1. 甲\r\n\r\n   乙\u{200B}\r\n"), (nil, ""), (.applicants, "- 丙"), (.fee, " \r\n　"),
        ]
        #expect(try PageForm(Self.form(fields))[.body] == "## 申請人\n- 丙\n\n## 流程\n1. 甲\n\n   乙")
        #expect(try PageForm(Form(["part-fee": ["甲"], "body": ["乙"]]))[.body] == "乙")
        #expect(try PageForm(Form(["title": ["甲"]]))[.body] == "")
        #expect(try PageForm(Form(["part-fee": [""], "part-lead": [""]]))[.body] == "")
        #expect(throws: CommonRefusal.self) { try PageForm(Form(["part-fee": ["甲", "乙"]])) }
    }

    @Test func `what is required of each kind is what keeps it from being saved`() {
        for kind in PageKind.allCases {
            let missing = PageForm([.kind: kind.rawValue]).file().problems.map(\.field)
            #expect(Set(missing).union([.kind, .reason]) == PageForm.required(of: kind), "\(kind)")
        }
    }
}
