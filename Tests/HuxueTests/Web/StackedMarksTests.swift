import Foundation
import Testing

@testable import Huxue

/// Characters with marks without end, at every place where text comes in: refused or bounded, and within a moment.
struct StackedMarksTests {
    /// Two hundred thousand scalars that make one character, in the ways in which that is possible.
    static let towers: [(name: String, text: String)] = [
        ("marks in turn", "甲" + String(repeating: "\u{301}\u{327}", count: 100_000)),
        ("one mark", "e" + String(repeating: "\u{323}", count: 200_000)),
        (
            "marks of many classes",
            "甲" + String(repeating: "\u{345}\u{301}\u{321}\u{5B0}\u{3099}\u{302A}", count: 30_000)
        ),
        ("joined emoji", String(repeating: "\u{1F469}\u{200D}", count: 100_000)),
        ("selectors", "戶" + String(repeating: "\u{FE0F}", count: 200_000)),
        ("ideographic selectors", "葛" + String(repeating: "\u{E0100}", count: 100_000)),
        ("spacing marks", "क" + String(repeating: "\u{903}", count: 200_000)),
        ("frames", "1" + String(repeating: "\u{20DD}", count: 200_000)),
    ]

    /// Tests are told which by its name: the text itself would fill the log.
    private static func tower(_ name: String) -> String { towers.first { $0.name == name }?.text ?? "" }

    private static func short(_ tower: String, _ count: Int) -> String {
        String(String.UnicodeScalarView(tower.unicodeScalars.prefix(count)))
    }

    private func quickly(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) rethrows {
        let time = try threadTime(body)
        #expect(time < .seconds(2), "\(time)", sourceLocation: sourceLocation)
    }

    @Test(arguments: towers.map(\.name))
    func `forms and file names`(of name: String) {
        let tower = Self.tower(name)
        quickly {
            let encoded = tower.utf8.prefix(240 << 10).map { "%" + String($0, radix: 16) }.joined()
            #expect(throws: CommonRefusal.self) { try Form(decoding: "stem=" + encoded) }
        }
        quickly { #expect(throws: CommonRefusal.self) { try Form(uploaded: ["stem": [tower]]) } }
        quickly {
            let encoded = tower.utf8.prefix(80 << 10).map { "%" + String($0, radix: 16) }.joined()
            #expect(throws: CommonRefusal.self) { try Form(decoding: encoded + "=a") }
        }
        let file = Self.short(tower, 2000)
        let body = """
            --edge\r\nContent-Disposition: form-data; name="f"; filename="\(file).pdf"\r\n\r\n%PDF\r\n--edge--\r\n
            """
        quickly {
            #expect(throws: CommonRefusal.self) {
                try Upload.parse(Array(body.utf8), contentType: "multipart/form-data; boundary=edge")
            }
        }
        quickly { #expect(AttachmentName.cleaned(tower + ".pdf").utf8.count <= AttachmentName.limit) }
    }

    @Test(arguments: towers.map(\.name))
    func `files of questions, exams and pages name the line`(of name: String) {
        let tower = Self.tower(name)
        quickly {
            let problem = #expect(throws: YAMLProblem.self) {
                try YAMLFile(reading: Array("topic: 出生\nstem: \(tower)\n".utf8), limit: 4 << 20)
            }
            #expect(problem?.line == 2)
        }
        quickly {
            let file = PageFile(
                reading: Array("---\nid: a\n---\n\n\(Self.short(tower, 20_000))\n".utf8), path: "faq/a.md")
            let (isRead, lines) = (file.content != nil, file.problems.map(\.line))
            #expect(!isRead && lines == [5])
        }
    }

    @Test(arguments: towers.map(\.name))
    func `marks that are written as escapes and references, and names of fields`(of name: String) throws {
        let tower = Self.short(Self.tower(name), 20_000)
        let escapes = tower.unicodeScalars.map { scalar in
            scalar.value > 0xFFFF
                ? "\\U" + padded(hexadecimal: scalar.value, to: 8) : "\\u" + padded(hexadecimal: scalar.value, to: 4)
        }.joined()
        quickly {
            for text in ["stem: \"\(escapes)\"", "\"\(escapes)\": a\n\"\(escapes)\": b"] {
                #expect(throws: YAMLProblem.self) { try YAMLFile(reading: Array(text.utf8), limit: 4 << 20) }
            }
        }
        let references = Self.short(tower, 6000).unicodeScalars.map { "&#\($0.value);" }.joined()
        quickly {
            #expect(StreamSafeText.holds(MarkdownEntity.text(of: "&#769;") + MarkdownEntity.text(of: "&#x327;")))
            let page = PageFile(
                reading: Array("---\nid: a\nkind: faq\ntitle: 甲\n---\n\n\(references)\n".utf8), path: "faq/a.md")
            #expect(!page.problems.isEmpty)
        }
        let key = String(data: try JSONEncoder().encode(Self.tower(name)), encoding: .utf8) ?? ""
        let law = """
            {"UpdateDate": "20240101", "Laws": [{"LawName": "甲法", "LawURL": "?pcode=A1", \(key): 1, "LawArticles": []}]}
            """
        quickly {
            #expect(throws: StatuteFileRefusal.self) { try StatuteFile.read(StatuteFile(Data(law.utf8))) { _ in } }
        }
    }

    private func padded(hexadecimal value: UInt32, to length: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    @Test(arguments: towers.map(\.name))
    func `the staff's file names the row`(of name: String) throws {
        let tower = Self.tower(name)
        try quickly {
            let file = try StaffFile(
                bytes: Array("員工編號,姓名,單位,職稱,帳號,臨櫃,到職日,離職日\nA1,\(Self.short(tower, 200)),一課,課員,a1,是,,\n".utf8))
            let (rows, problems) = (file.rows.count, file.problems.count)
            #expect(rows == 0 && problems > 0)
        }
    }

    @Test(arguments: towers.map(\.name))
    func `questions of every format name the place`(of name: String) throws {
        let tower = Self.tower(name)
        quickly {
            let bank = GIFTReader.bank(of: Array("甲{T}\n\n\(tower){T}\n\n// [id:\(tower)]\n乙{T}\n".utf8))
            let (stems, places) = (bank.questions.map(\.stem), bank.problems.map(\.place))
            #expect(stems == ["甲", "乙"] && places == [.line(3), .line(5)])
        }
        for part in [
            "<name><text>\(tower)</text></name>", "<idnumber a=\"\(tower)\"/>", "<\(Self.short(tower, 200))/>",
        ] {
            quickly {
                let bank = MoodleReader.bank(of: Array("<quiz><question type=\"x\">\(part)</question></quiz>".utf8))
                #expect(bank.questions.isEmpty && bank.problems.count + bank.unsupported.count == 1)
            }
        }
        quickly {
            let item = "<qti-assessment-item title=\"\(tower)\"><qti-item-body/></qti-assessment-item>"
            #expect(QTIReader.bank(of: Array(item.utf8)).problems.count == 1)
        }
        let short = Self.short(tower, 2000)
        quickly {
            let bank = QuestionTableReader.bank(ofCSV: Array("題型,題幹,答案\n是非,\(short),○\n是非,甲,○\n".utf8))
            let (stems, places) = (bank.questions.map(\.stem), bank.problems.map(\.place))
            #expect(stems == ["甲"] && places == [.field(line: 2, column: "題幹")])
            #expect(!QuestionTableReader.bank(ofCSV: Array("題型,題幹,答案,\(short)\n".utf8)).problems.isEmpty)
        }
        let book = try SpreadsheetWriter.file([
            .init(name: "試題", widths: [], rows: [["題型", "題幹", "答案"], ["是非", short, "○"]])
        ])
        quickly { #expect(QuestionTableReader.bank(ofXLSX: book).problems.count == 1) }
        quickly { #expect(QuestionFormat(fileName: "a.\(tower)", bytes: []) == nil) }
        quickly { #expect(QuestionTags.parts(of: tower + ":x") == nil) }
    }

    @Test(arguments: towers.map(\.name))
    func `the ministry's file leaves out the article or the statute, and says so`(of name: String) throws {
        let tower = Self.tower(name)
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

    @Test(arguments: towers.map(\.name))
    func `what comes by another way is normalised within bounds`(of name: String) {
        let tower = Self.tower(name)
        quickly { #expect(StreamSafeText.composed(tower).unicodeScalars.count <= 200_001) }
        quickly { _ = StreamSafeText.compatible(tower) }
        quickly { _ = LawText.folded(tower) }
        quickly { _ = SearchText.indexed(tower) }
        quickly { _ = Login.folded(tower) }
    }

    @Test func `nothing else normalises`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Huxue")
        let files = try #require(
            FileManager.default.enumerator(at: sources.standardized, includingPropertiesForKeys: nil))
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
            Self.short(tower.text, 1500)
        }
        try await office.test { browser in
            let visitor = try await browser.signedIn("shufen")
            let begun = ContinuousClock.now
            for text in texts {
                let encoded = Address.encoded(text)
                for path in [
                    "/search?q=", "/public/search?q=", "/attachments/", "/public/attachments/", "/statutes?q=",
                ] {
                    let answer = try await visitor.get(path + encoded)
                    #expect([404, 422].contains(answer.status), "\(path) \(answer.status)")
                }
            }
            #expect(ContinuousClock.now - begun < .seconds(20))
        }
    }
}
