import Testing

@testable import Huxue

/// What many questions of a file have in common is said once.
struct QuestionFindingGroupTests {
    private static func finding(_ line: Int, _ kind: FormatProblem.Kind, in file: String = "a.gift") -> QuestionFinding
    {
        QuestionFinding(FormatProblem(place: .line(line), kind: kind), in: file)
    }

    @Test func `findings alike are joined, and what was filled in stands behind what should be looked at`() {
        let day = Day(daysSinceEpoch: 20_700)
        let findings = (1...5).flatMap { line in
            [
                Self.finding(line, .defaultLevel), Self.finding(line, .defaultDay(day)),
                Self.finding(line, .defaultExplanation), Self.finding(line, .unknownTag("甲")),
            ]
        }
        let groups = QuestionFindingGroup.groups(findings + [Self.finding(9, .knownStem("x-1"))])
        #expect(
            groups.map(\.sentence)
                == [
                    FormatProblem.Kind.unknownTag("甲"), .knownStem("x-1"), .defaultLevel, .defaultDay(day),
                    .defaultExplanation,
                ].map(FormatProblemTerms.sentence))
        #expect(groups.map(\.places.count) == [5, 1, 5, 5, 5])
        #expect(QuestionFindingTerms.places(groups[0]) == "第 1 行、第 2 行、第 3 行等 5 處")
        #expect(groups[0].description == "a.gift：第 1 行、第 2 行、第 3 行等 5 處：標籤「甲」沒有對應的欄位，沒有匯入。")
        #expect(groups[1].description == "a.gift:9: 題幹與題庫的「x-1」相同，當作同一題。")
    }

    @Test func `different files, and different words, are not joined`() {
        let findings = [
            Self.finding(1, .unknownTag("甲")), Self.finding(2, .unknownTag("乙")),
            Self.finding(1, .unknownTag("甲"), in: "b.gift"), Self.finding(3, .unknownTag("甲")),
        ]
        let groups = QuestionFindingGroup.groups(findings)
        #expect(groups.map(\.file) == ["a.gift", "a.gift", "b.gift"])
        #expect(groups.map { $0.places } == [[.line(1), .line(3)], [.line(2)], [.line(1)]])
        #expect(QuestionFindingTerms.places(groups[0]) == "第 1 行、第 3 行")
        #expect(QuestionFindingGroup.groups([]).isEmpty)
    }

    @Test func `the preview has one line for each kind`() async throws {
        let office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let file = ["甲題", "乙題", "丙題", "丁題", "戊題"].map { "\($0)是新的樣本{T}" }.joined(separator: "\n\n")
            let sent = try await editor.upload("/questions/import", file: Array(file.utf8), name: "bank.gift")
            let torn = try await editor.get(sent.location).text
            #expect(torn.contains("有 2 個地方要修正") && torn.contains("<th scope=\"row\">整個檔案</th>"))
            #expect(torn.matches(of: /沒有主題。/).count == 1 && torn.matches(of: /沒有法源依據。/).count == 1)
            _ = try await editor.post(
                "\(sent.location)/options", [("topic", "死亡登記"), ("citations", "戶籍法第1條"), ("unit", "")])
            let preview = try await editor.get(sent.location).text
            for kind in ["沒有認知層次", "沒有依據法規日期", "沒有詳解"] {
                #expect(preview.ranges(of: kind).count == 1, "\(kind)")
            }
            #expect(preview.ranges(of: "第 1 行、第 3 行、第 5 行等 5 處").count == 3)
        }
    }
}
