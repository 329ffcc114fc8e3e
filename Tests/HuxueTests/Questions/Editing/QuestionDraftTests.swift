import Testing

@testable import Huxue

/// Questions that somebody has begun to write.
@Suite struct QuestionDraftTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private static func form(_ stem: String) -> [(String, String)] {
        [
            ("topic", "出生登記"), ("unit", ""), ("type", "single"), ("level", "recall"), ("stem", stem), ("seen", ""),
            ("intent", "draft"),
        ]
    }

    @Test func `the home page of their writer, and of nobody else, leads to drafts that were begun`() async throws {
        let key = String(repeating: "a", count: 32)
        try await office.test { browser in
            let writer = try await browser.signedIn("guanting")
            #expect(try await !writer.get("/").text.contains("寫到一半"))
            let new = Self.form("新的一題？") + [("draft", key), ("base", "0")]
            #expect(try await writer.post("/questions/new", new).status == 303)
            let one = try await writer.get("/").text
            #expect(one.contains("您有 1 題寫到一半，還沒有儲存。") && one.contains("href=\"/questions#drafts\""))
            let change = Self.form("改過的一題？") + [("draft", ""), ("base", "1")]
            #expect(try await writer.post("/questions/birth-001/edit", change).status == 303)
            #expect(try await writer.get("/").text.contains("您有 2 題寫到一半，還沒有儲存。"))
            let list = try await writer.get("/questions").text
            #expect(list.contains("id=\"drafts\"") && list.contains("新的一題？") && list.contains("改過的一題？"))
            for other in ["shufen", "yachu"] {
                #expect(try await !browser.signedIn(other).get("/").text.contains("寫到一半"))
            }
            #expect(try await writer.post("/questions/drafts/\(key)/removal").status == 303)
            #expect(try await writer.get("/").text.contains("您有 1 題寫到一半，還沒有儲存。"))
        }
    }
}
