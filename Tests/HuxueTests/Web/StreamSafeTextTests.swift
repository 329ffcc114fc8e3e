import Testing

@testable import Huxue

@Suite struct StreamSafeTextTests {
    @Test func `letters with a few marks pass, towers of marks do not`() {
        #expect(StreamSafeText.holds("戶籍 𠮷㐂𡘙 e\u{301}\u{323}"))
        #expect(StreamSafeText.holds("a" + String(repeating: "\u{301}", count: 30)))
        #expect(!StreamSafeText.holds("a" + String(repeating: "\u{301}", count: 31)))
        #expect(StreamSafeText.holds(String(repeating: "e\u{301}", count: 1000)))
    }

    @Test func `a form of a hundred thousand marks is refused in a moment`() throws {
        let body = "login=a" + String(repeating: "%CC%81%CC%A3", count: 20_000)
        let start = OfficeClock.readMachine().elapsed
        #expect(throws: CommonRefusal.self) { try Form(decoding: body) }
        #expect(OfficeClock.readMachine().elapsed - start < 2000)
    }
}
