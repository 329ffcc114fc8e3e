import Testing

@testable import Huxue

/// Private characters of the ministry's file, and ㄧ typed for 一.
struct OddSignsTests {
    @Test(arguments: [
        ("甲\u{E123}乙", "甲〓乙"), ("\u{F8F0}", "〓"), ("\u{F0001}甲", "〓甲"), ("\u{10FFFD}", "〓"), ("甲乙", "甲乙"),
        ("𠮷㐂", "𠮷㐂"), ("規定之ㄧ", "規定之ㄧ"), ("", ""),
    ])
    func `a private character has the printer's mark`(text: String, shown: String) {
        #expect(OddSigns.marked(text) == shown)
        #expect(OddSigns.arePrivate(in: text) == (text != shown))
    }

    @Test(
        arguments: [
            ("甲\u{E123}乙。", "甲丙乙。", .relaid), ("甲丙乙。", "甲\u{E123}乙。", .relaid), ("甲\u{E123}。", "甲\u{E456}。", .relaid),
            ("甲\u{E123}。", "甲𠮷。", .relaid), ("規定之ㄧ。", "規定之一。", .relaid), ("髙雄。", "高雄。", .relaid),
            ("第ㄧ項\u{E123}。\r\n乙。", "第一項丙。\r\n乙。", .relaid), ("甲\u{E123}乙。", "甲丙丁。", .changed),
            ("甲\u{E123}。", "甲丙丁。", .changed), ("甲\u{E123}。\r\n乙。", "甲丙。乙。", .regrouped), ("甲乙。", "甲丙。", .changed),
        ] as [(String, String, StatuteComparison.Change)])
    func `an edition that only mends characters is no amendment`(
        old: String, new: String, change: StatuteComparison.Change
    ) {
        #expect(StatuteComparison.change(from: old, to: new) == change)
    }

    @Test func `the page of an article says what the mark stands for, and where the character can be seen`() throws {
        let number = try #require(ArticleNumber(12))
        func text(_ text: String) -> String {
            String(decoding: ArticleTextViews.text(text, of: "D0080033", number).bytes, as: UTF8.self)
        }
        let odd = text("一、甲\u{E123}乙。")
        #expect(odd.contains("甲〓乙。") && !odd.contains("\u{E123}"))
        #expect(odd.contains("造字"))
        #expect(odd.contains("LawSingle.aspx?pcode=D0080033&amp;flno=12\""))
        #expect(!text("甲乙。").contains("造字"))
    }
}
