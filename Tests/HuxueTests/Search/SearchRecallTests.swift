import Foundation
import Testing

@testable import Huxue

/// The index against reading every text from its beginning to its end.
@Suite struct SearchRecallTests {
    private let office: SampleOffice
    private let texts: [String: String]

    private static let words = [
        "戶籍", "登記", "申請", "主管", "機關", "遷徙", "期間", "證明", "文件", "罰鍰", "逾期", "通知", "台灣", "臺北", "委託", "子女", "認領",
        "監護", "喪失", "回復", "身分", "姓名", "護照", "IC卡", "第三", "十日", "㐂𠮷", "𡘙華",
    ]
    private static let joints = ["，", "、", "之", "應", "於", "\\r\\n", "。", "及", "（", "：", "　", " "]

    init() throws {
        office = try SampleOffice()
        var generator = Xorshift(state: 0x1157)
        var texts: [String: String] = [:]
        let statutes = (1...6).map { statute -> String in
            let articles = (1...50).map { number -> (String, String) in
                let text = (0..<Int.random(in: 2...14, using: &generator)).map { _ in
                    (Self.words.randomElement(using: &generator) ?? "")
                        + (Self.joints.randomElement(using: &generator) ?? "")
                }.joined()
                texts["樣本\(statute)法\(number)"] = text.replacing("\\r\\n", with: "\r\n")
                return ("第 \(number) 條", text)
            }
            return SampleLaw.statute(
                "樣本\(statute)法", "Z000000\(statute)", modified: "20240101", histories: "", articles: articles)
        }
        self.texts = texts
        let file = SampleLaw.file(updated: "20241011", statutes: statutes)
        let actions = StatuteImportActions(database: office.database, clock: office.clock, sources: [])
        _ = try actions.run(
            actions.plan(StatuteFile(file)), from: StatuteFile(file), by: office.session.acting)
    }

    private func found(_ words: String) throws -> Set<String> {
        let visitor = try office.visitor("yachu")
        let request = SearchQuery(words).request(limit: SearchRequest.countLimit)
        let findings = try office.database.readAndWait {
            try ArticleSearchStore().findings(request, for: visitor, in: $0)
        }
        #expect(findings.count == findings.hits.count)
        return Set(
            findings.hits.map { hit in
                hit.title.pieces.map(\.text).joined().replacing("法第", with: "法").replacing("條", with: "")
            })
    }

    /// What a reader sees who takes no notice of marks and line breaks, but of the ends of sentences.
    private func scanned(_ word: String) -> Set<String> {
        Set(
            texts.filter { _, text in
                let scalars = text.unicodeScalars.filter { $0 == "。" || $0.properties.isAlphabetic }
                return String(String.UnicodeScalarView(scalars)).contains(word)
            }.keys)
    }

    @Test func `every word of two characters is found wherever it stands, and nowhere else`() throws {
        var generator = Xorshift(state: 7)
        var tried: Set<String> = []
        while tried.count < 200 {
            let text = Array(texts.sorted { $0.key < $1.key }.randomElement(using: &generator)?.value ?? "")
            let start = Int.random(in: 0..<text.count - 1, using: &generator)
            let word = String(text[start...start + 1])
            let isWord = word.unicodeScalars.allSatisfy { $0.properties.isIdeographic } && !word.contains("臺")
            guard isWord, !word.contains("台"), tried.insert(word).inserted else { continue }
            let expected = scanned(word)
            #expect(!expected.isEmpty)
            #expect(try found(word) == expected, "\(word)")
        }
    }

    @Test(arguments: [
        ("户籍", "戶籍"), ("臺灣", "台灣"), ("台北", "臺北"), ("ＩＣ卡", "IC卡"), ("ic卡", "IC卡"), ("证明", "證明"), ("監護", "监护"),
        ("申 請", "申請 請"),
    ])
    func `variants, simplified forms, width and case find the same`(written: String, same: String) throws {
        let found = try found(written)
        #expect(!found.isEmpty)
        #expect(try found == self.found(same))
    }

    @Test func `words of one, two and more characters find what has all of them`() throws {
        #expect(try found("籍") == scanned("籍"))
        #expect(try found("戶籍 遷徙") == scanned("戶籍").intersection(scanned("遷徙")))
        #expect(try found("主管機關").isSubset(of: scanned("主管機關")))
        #expect(try found("樣本3法").count == 50)
    }
}

/// The same numbers every time.
private struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
