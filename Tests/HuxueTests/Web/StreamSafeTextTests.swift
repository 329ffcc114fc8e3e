import Testing

@testable import Huxue

@Suite struct StreamSafeTextTests {
    @Test func `letters with a few marks pass, towers of marks do not`() {
        #expect(StreamSafeText.holds("戶籍 𠮷㐂𡘙 e\u{301}\u{323}"))
        #expect(StreamSafeText.holds("a" + String(repeating: "\u{301}", count: 30)))
        #expect(!StreamSafeText.holds("a" + String(repeating: "\u{301}", count: 31)))
        #expect(StreamSafeText.holds(String(repeating: "e\u{301}", count: 1000)))
    }

    @Test(
        arguments: [
            ("\u{F967}-1", "\u{4E0D}-1"), ("e\u{301}", "\u{E9}"), ("\u{2F801}", "\u{4E38}"), ("\u{FA11}", "\u{FA11}"),
            ("Ａ１", "Ａ１"),
            ("a" + String(repeating: "\u{301}", count: 40), "\u{E1}" + String(repeating: "\u{301}", count: 29)),
        ])
    func `a key has one spelling`(text: String, key: String) {
        #expect(Array(StreamSafeText.key(text).unicodeScalars) == Array(key.unicodeScalars))
    }

    @Test func `a form of a hundred thousand marks is refused in a moment`() throws {
        let body = "login=a" + String(repeating: "%CC%81%CC%A3", count: 20_000)
        let start = OfficeClock.readMachine().elapsed
        #expect(throws: CommonRefusal.self) { try Form(decoding: body) }
        #expect(OfficeClock.readMachine().elapsed - start < 2000)
    }
}
