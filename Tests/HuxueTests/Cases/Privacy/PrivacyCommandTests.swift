import Testing

@testable import Huxue

@Suite struct PrivacyCommandTests {
    @Test func `places are lines and columns from 1`() {
        let text = "第一行沒有。\r\n請電 0912-345-678 洽詢。\n身分證 A123456789"
        let finds = PrivacyScanCommand.places(of: PrivacyRules.findings(in: text), in: text)
        #expect(finds.map { "\($0.line):\($0.column) \($0.kind.rawValue)" } == ["2:4 mobile", "3:5 identityNumber"])
    }
}
