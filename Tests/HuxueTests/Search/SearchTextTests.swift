import Testing

@testable import Huxue

@Suite struct SearchTextTests {
    @Test(arguments: [
        ("戶籍法", "户 籍 法"), ("户籍法", "户 籍 法"), ("臺北市", "台 北 市"), ("台北巿", "台 北 市"),
        ("第48條", "第 48 条"), ("第４８條", "第 48 条"), ("ＡＢＣ def", "abc def"), ("身分證IC卡", "身 分 证 ic 卡"),
        ("𠮷 㐂 𡘙", "𠮷 㐂 𡘙"), ("申請。逾期", "申 请 \u{F8FF} 逾 期"), ("甲、乙（丙）", "甲 乙 丙"), ("；；", ""), ("", ""),
        ("第14-1條", "第 14 1 条"), ("Café", "café"), ("⼾籍", "户 籍"), ("身份", "身 分"), ("計劃", "计 画"),
        ("髙雄", "高 雄"), ("規定之ㄧ", "规 定 之 一"), ("第ㄧ項", "第 一 项"), ("値月", "值 月"),
    ])
    func `text becomes tokens in which writing makes no difference`(text: String, expected: String) {
        #expect(SearchText.indexed(text) == expected)
    }

    @Test func `a token tells where it stands`() {
        let tokens = SearchText("依𠮷ABC法").tokens
        #expect(tokens.map(\.place) == [0..<1, 1..<2, 2..<5, 5..<6])
    }

    @Test(arguments: [
        ("戶籍 登記", "\"户 籍\" AND \"登 记\"", "\"户 籍\" OR \"登 记\""),
        ("出生登記", "\"出 生 登 记\"", "\"出 生\" OR \"生 登\" OR \"登 记\""), ("登記", "\"登 记\"", nil),
        ("passport", "\"passport\" *", nil), ("\" OR 1", "\"or\" * AND \"1\" *", "\"or\" * OR \"1\" *"),
        ("title:戶", "\"title 户\"", nil), ("甲。乙", "\"甲\" AND \"乙\"", "\"甲\" OR \"乙\""),
    ])
    func `a query asks for all its words, and failing that for any`(text: String, all: String, any: String?) {
        #expect(SearchQuery(text).all == all)
        #expect(SearchQuery(text).any == any)
    }

    @Test(arguments: ["", "  ", "，。", "\"*", "　"])
    func `a query of marks alone is empty`(text: String) {
        #expect(SearchQuery(text).isEmpty)
    }

    private func shown(_ excerpt: SearchExcerpt) -> String {
        excerpt.pieces.map { $0.isMatch ? "〔\($0.text)〕" : $0.text }.joined()
    }

    @Test(arguments: [
        ("應於三十日內申請戶籍登記。", "户籍登记", "應於三十日內申請〔戶籍登記〕。"),
        ("戶籍法與户籍法", "戶籍", "〔戶籍〕法與〔户籍〕法"), ("Passport 與護照", "pass", "〔Passport〕 與護照"),
        ("沒有", "戶籍", "沒有"), ("1150101. 列管編號\n3. 5 元\n", "編號", "1150101. 列管〔編號〕 3. 5 元"),
        ("規費\r\n5 元\n\n另計", "5", "規費 〔5〕 元 另計"), ("甲\n乙\n", "乙", "甲 〔乙〕"), ("登記登記", "登記", "〔登記登記〕"),
        ("戶，籍", "戶籍", "〔戶，籍〕"),
    ])
    func `found words are marked as they are written`(text: String, query: String, expected: String) {
        #expect(shown(SearchExcerpt.whole(text, phrases: SearchQuery(query).words)) == expected)
    }

    @Test(arguments: 1...40)
    func `whatever a text's lines are, an excerpt joins none without a space`(seed: Int) {
        let lines = (0..<6).map { "\($0 * 7 + seed). 第\($0)點" }
        let text = lines.joined(separator: "\n") + "\n"
        for word in ["點", "第3點", "\(seed)", "沒有"] {
            let excerpt = SearchExcerpt(of: text, phrases: SearchQuery(word).words)
            #expect(excerpt.pieces.map(\.text).joined() == lines.joined(separator: " "), "\(word)")
        }
    }

    @Test func `an excerpt shows the place where most words stand`() {
        let text = String(repeating: "前文", count: 100) + "罰鍰" + String(repeating: "中", count: 120) + "逾期申請處罰鍰。" + "後"
        let excerpt = SearchExcerpt(of: text, phrases: SearchQuery("逾期 罰鍰").words)
        #expect(shown(excerpt).hasSuffix("〔逾期〕申請處〔罰鍰〕。後"))
        #expect(shown(excerpt).hasPrefix("…"))
        #expect(excerpt.pieces.map(\.text).joined().unicodeScalars.count <= 98)
    }
}
