import Foundation
import Testing

@testable import Huxue

/// Characters with marks without end, at every place where text comes in: refused or bounded, and within a moment.
struct StackedMarksTests {
    /// Two hundred thousand scalars that make one character, in the ways in which that is possible.
    static let towers: [(name: String, text: String)] = [
        ("marks in turn", "甲" + String(repeating: "\u{301}\u{327}", count: 100_000)),
        ("one mark", "e" + String(repeating: "\u{323}", count: 200_000)),
        ("marks of many classes", "甲" + String(repeating: "\u{345}\u{301}\u{321}\u{5B0}\u{3099}\u{302A}", count: 30_000)),
        ("joined emoji", String(repeating: "\u{1F469}\u{200D}", count: 100_000)),
        ("selectors", "戶" + String(repeating: "\u{FE0F}", count: 200_000)),
        ("ideographic selectors", "葛" + String(repeating: "\u{E0100}", count: 100_000)),
        ("spacing marks", "क" + String(repeating: "\u{903}", count: 200_000)),
        ("frames", "1" + String(repeating: "\u{20DD}", count: 200_000)),
    ]

    private func quickly(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) rethrows {
        let time = try threadTime(body)
        #expect(time < .seconds(2), "\(time)", sourceLocation: sourceLocation)
    }

    @Test(arguments: towers.map(\.text))
    func `forms and file names`(tower: String) {
        quickly {
            let encoded = tower.utf8.prefix(240 << 10).map { "%" + String($0, radix: 16) }.joined()
            #expect(throws: CommonRefusal.self) { try Form(decoding: "stem=" + encoded) }
        }
        quickly { #expect(throws: CommonRefusal.self) { try Form(uploaded: ["stem": [tower]]) } }
        quickly { #expect(throws: CommonRefusal.self) { try Form(uploaded: [tower: ["a"]]) } }
        let name = String(String.UnicodeScalarView(tower.unicodeScalars.prefix(2000)))
        let body = """
            --edge\r\nContent-Disposition: form-data; name="f"; filename="\(name).pdf"\r\n\r\n%PDF\r\n--edge--\r\n
            """
        quickly {
            #expect(throws: CommonRefusal.self) {
                try Upload.parse(Array(body.utf8), contentType: "multipart/form-data; boundary=edge")
            }
        }
        quickly { #expect(AttachmentName.cleaned(tower + ".pdf").utf8.count <= AttachmentName.limit) }
    }

    @Test(arguments: towers.map(\.text))
    func `files of questions, exams and pages name the line`(tower: String) {
        quickly {
            let problem = #expect(throws: YAMLProblem.self) {
                try YAMLFile(reading: Array("topic: 出生\nstem: \(tower)\n".utf8), limit: 4 << 20)
            }
            #expect(problem?.line == 2)
        }
        quickly {
            let file = PageFile(reading: Array("---\nid: a\n---\n\n\(tower)\n".utf8), path: "faq/a.md")
            #expect(file.content == nil && file.problems.map(\.line) == [5])
        }
    }

    @Test(arguments: towers.map(\.text))
    func `the staff's file names the row`(tower: String) throws {
        try quickly {
            let file = try StaffFile(
                bytes: Array("員工編號,姓名,單位,職稱,帳號,臨櫃,到職日,離職日\nA1,\(tower),一課,課員,a1,是,,\n".utf8))
            #expect(file.rows.isEmpty && !file.problems.isEmpty)
        }
    }

    @Test(arguments: towers.map(\.text))
    func `the ministry's file leaves out the article or the statute, and says so`(tower: String) throws {
        func law(_ name: String, pcode: String, article: String) -> [String: Any] {
            [
                "LawName": name, "LawURL": "https://law.example/?pcode=\(pcode)", "LawModifiedDate": "20240101",
                "LawArticles": [
                    ["ArticleType": "A", "ArticleNo": "第 1 條", "ArticleContent": "乙。"],
                    ["ArticleType": "A", "ArticleNo": "第 2 條", "ArticleContent": article],
                ],
            ]
        }
        let data = try JSONSerialization.data(withJSONObject: [
            "UpdateDate": "20240101",
            "Laws": [law("甲法", pcode: "A1", article: tower), law("丙\(tower)", pcode: "A2", article: "丁。")],
        ])
        try quickly {
            var editions: [StatuteEdition] = []
            let summary = try StatuteFile.read(StatuteFile(data)) { editions.append($0) }
            #expect(editions.map(\.pcode) == ["A1"])
            #expect(editions.first?.articles.map(\.number.main) == [1])
            #expect(
                summary.problems == [
                    StatuteProblem(statute: "甲法", kind: .stackedMarks(ArticleNumber(2)!)),
                    StatuteProblem(statute: "2", kind: .stackedMarksInStatute),
                ])
        }
    }

    @Test(arguments: towers.map(\.text))
    func `what comes by another way is normalised within bounds`(tower: String) {
        quickly { #expect(StreamSafeText.composed(tower).unicodeScalars.count <= 200_001) }
        quickly { _ = StreamSafeText.compatible(tower) }
        quickly { _ = LawText.folded(tower) }
        quickly { _ = SearchText.folded(tower) }
        quickly { _ = Login.folded(tower) }
    }

    @Test func `nothing else normalises`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Huxue")
        let files = try #require(FileManager.default.enumerator(at: sources.standardized, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(file.lastPathComponent == "StreamSafeText.swift" || !text.contains(".precomposedString"), "\(file)")
        }
        #expect(count > 500)
    }

    @Test func `pages and searches answer at once`() async throws {
        let office = try SampleOffice()
        let texts = Self.towers.map { tower in
            String(String.UnicodeScalarView(tower.text.unicodeScalars.prefix(1500)))
        }
        try await office.test { browser in
            let visitor = try await browser.signedIn("shufen")
            let begun = ContinuousClock.now
            for text in texts {
                let encoded = Address.encoded(text)
                for path in ["/search?q=", "/public/search?q=", "/attachments/", "/public/attachments/", "/statutes?q="] {
                    let answer = try await visitor.get(path + encoded)
                    #expect([404, 422].contains(answer.status), "\(path) \(answer.status)")
                }
            }
            #expect(ContinuousClock.now - begun < .seconds(20))
        }
    }
}
