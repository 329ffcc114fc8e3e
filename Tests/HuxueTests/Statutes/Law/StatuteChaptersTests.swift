import Foundation
import Testing

@testable import Huxue

@Suite struct StatuteChaptersTests {
    private func outline(_ text: String) -> [StatuteOutline] {
        text.split(separator: " ").compactMap { word in
            if let number = ArticleNumber(plain: String(word)) { return .article(number) }
            let depth = ["編", "章", "節"].firstIndex(of: String(word.suffix(1))) ?? 3
            return .heading(StatuteHeading(depth: depth, title: String(word), mark: String(word)))
        }
    }

    private func numbers(_ range: ClosedRange<Int>) -> String { range.map(String.init).joined(separator: " ") }

    @Test func `a short statute stays whole`() {
        let chapters = StatuteChapters(outline("一章 \(numbers(1...60)) 二章 \(numbers(61...100))")) { _ in 100 }
        #expect(chapters.isWhole && chapters.chapters.map(\.range) == [0..<102])
        #expect(StatuteChapters([]) { _ in 1 }.isWhole)
    }

    @Test func `a long one is cut where its widest headings stand, and further where that is not enough`() {
        let text =
            "一編 甲章 \(numbers(1...40)) 乙章 \(numbers(41...90)) 二編 丙章 \(numbers(91...120)) 丁章 子節 \(numbers(121...150)) 丑節 \(numbers(151...260))"
        let chapters = StatuteChapters(outline(text)) { _ in 100 }
        #expect(
            chapters.chapters.map(\.title)
                == ["甲章", "丙章", "子節", "丑節（第 151 條至第 200 條）", "丑節（第 201 條至第 250 條）", "丑節（第 251 條至第 260 條）"].enumerated()
                .map { $0.offset == 3 ? "丑節" : $0.element })
        #expect(chapters.chapters.map { $0.above.map(\.title) }.last == ["二編", "丁章", "丑節"])
        #expect(chapters.chapters.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(
            chapters.lines.map { "\($0.heading?.title ?? "")\($0.first?.plain ?? "")-\($0.last?.plain ?? "")" } == [
                "一編1-90", "甲章1-40", "乙章41-90", "二編91-260", "丙章91-120", "丁章121-260", "子節121-150", "丑節151-260", "201-250",
                "251-260",
            ])
    }

    @Test func `large articles make pages of few`() {
        let chapters = StatuteChapters(outline(numbers(1...9))) { _ in 25_000 }
        #expect(chapters.chapters.map(\.title).first == "第 1 條至第 2 條")
        #expect(chapters.chapters.count == 5)
    }

    @Test func `every part stands on exactly one page, however the headings lie`() {
        var generator = SeededBytes(state: 5)
        for _ in 0..<60 {
            var main = 0
            let parts: [StatuteOutline] = (0..<Int.random(in: 0...400, using: &generator)).compactMap { _ in
                if Int.random(in: 0...12, using: &generator) == 0 {
                    let depth = Int.random(in: 0...4, using: &generator)
                    return .heading(StatuteHeading(depth: depth, title: "題", mark: ""))
                }
                main += 1
                return ArticleNumber(main).map(StatuteOutline.article)
            }
            let chapters = StatuteChapters(parts) { 200 + ($0.main * 7919) % 3000 }
            #expect(chapters.chapters.flatMap { Array($0.range) } == Array(parts.indices))
            for chapter in chapters.chapters {
                let articles = parts[chapter.range].compactMap(\.article)
                #expect(articles.count <= 100)
                #expect(articles.count == 1 || articles.reduce(0) { $0 + 200 + ($1.main * 7919) % 3000 } <= 60_000)
            }
        }
    }

    @Test func `no page of a statute as long as the civil code takes more than 100 KB`() async throws {
        let office = try SampleOffice()
        func part(_ type: String, _ number: String, _ text: String) -> String {
            "{\"ArticleType\": \"\(type)\", \"ArticleNo\": \"\(number)\", \"ArticleContent\": \"\(text)\"}"
        }
        var generator = SeededBytes(state: 8)
        let sentence = "樣本之當事人，應於知悉其事由後三十日內，以書面向樣本機關申請之。"
        var parts: [String] = []
        for main in 1...1225 {
            if main % 245 == 1 { parts.append(part("C", "", "第 \(main / 245 + 1) 編 樣本編")) }
            if main % 120 == 1 { parts.append(part("C", "", "   第 \(main / 120 + 1) 章 樣本章")) }
            if main % 7 == 1 { parts.append(part("C", "", "      第 \(main) 節 樣本節")) }
            let lines = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                String(repeating: sentence, count: Int.random(in: 1...3, using: &generator))
            }
            parts.append(part("A", "第 \(main) 條", lines.joined(separator: "\\r\\n")))
        }
        let history = (1...60).map { "\($0).中華民國一百年一月\($0 % 28 + 1)日總統令修正公布第 1 條條文" }.joined(separator: "\\r\\n")
        func file(_ modified: String, _ parts: [String]) -> Data {
            let law = SampleLaw.statute("樣本民法", "B0000001", modified: modified, histories: history, articles: [])
                .replacing("\"LawArticles\": []", with: "\"LawArticles\": [\(parts.joined(separator: ","))]")
            return SampleLaw.file(updated: modified, statutes: [law])
        }
        for data in [
            file("20200101", parts), file("20210101", parts.map { $0.replacing("三十日", with: "六十日") }),
        ] {
            let actions = StatuteImportActions(database: office.database, clock: office.clock, sources: [])
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let contents = try await yachu.get("/statutes/B0000001")
            #expect(contents.text.utf8.count < 100_000 && contents.text.contains("第 246–490 條"))
            var seen = Set(
                contents.text.matches(of: /"(\/statutes\/B0000001\/[a-z]+[^"#]*)/).map { String($0.output.1) })
            #expect(seen.count > 10)
            var waiting = Array(seen)
            var articles = 0
            while let uri = waiting.popLast() {
                let page = try await yachu.get(uri.replacing("&amp;", with: "&"))
                // Where forms lead, which bring a query of their own.
                if uri.hasSuffix("/articles") || uri.hasSuffix("/comparison") { continue }
                #expect(page.status == 200 && page.text.utf8.count < 100_000, "\(uri) \(page.text.utf8.count)")
                articles += uri.contains("chapters") ? page.text.matches(of: /id="a[0-9]/).count : 0
                for link in page.text.matches(of: /"(\/statutes\/B0000001\/(?:chapters|comparison)[^"#]*)/) {
                    if seen.insert(String(link.output.1)).inserted { waiting.append(String(link.output.1)) }
                }
            }
            #expect(articles == 1225)
            #expect(seen.count { $0.contains("comparison") } > 10)
        }
    }
}
