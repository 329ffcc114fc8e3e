import Testing

@testable import Huxue

@Suite struct FormTests {
    @Test func `fields are decoded, in order, composed and trimmed`() throws {
        let form = try Form(decoding: "a=%E6%88%B6+1&b=2&b=3&c=%20x%20&d=e%CC%81")
        #expect(try form.text("a") == "戶 1")
        #expect(form.all("b") == ["2", "3"])
        #expect(try form.text("c") == "x")
        #expect(try form.verbatim("c") == " x ")
        #expect(try form.text("d").unicodeScalars.count == 1)
        #expect(try form.text("missing") == "")
    }

    @Test func `what nobody sees is taken out, and what turns the direction where nobody refuses it`() throws {
        let form = Form(["a": ["\u{FEFF}王\u{202E}\u{200B}明 "]])
        #expect(try form.text("a") == "王明")
        #expect(try form.text("a", keepingTurns: true) == "王\u{202E}明")
    }

    @Test func `a field that stands twice is refused where one is wanted`() throws {
        let form = try Form(decoding: "a=1&a=2")
        #expect(throws: CommonRefusal.self) { try form.text("a") }
    }

    @Test(arguments: ["a=%FF", "a=%4", "a=%zz", "%C3=1", "a=%ED%A0%80"])
    func `bytes that are no text are refused`(body: String) {
        #expect(throws: CommonRefusal.self) { try Form(decoding: body) }
    }

    @Test func `too many fields are refused`() {
        #expect(throws: CommonRefusal.self) {
            try Form(decoding: String(repeating: "a=1&", count: 2001))
        }
    }

    @Test func `random bytes never trap`() {
        var generator = SeededGenerator("form")
        for _ in 0..<5000 {
            let bytes = (0..<generator.below(40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            _ = try? Form(decoding: String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: [("10", 10), ("１０", 10), ("-3", -3), ("十", nil), ("1 0", nil), ("", nil)])
    func `whole numbers are read as people type them`(text: String, expected: Int?) {
        #expect(Form.number(typed: text) == expected)
    }
}
