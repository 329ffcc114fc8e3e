import Testing

@testable import Huxue

/// What an office types is what is read: shown, searched, excerpted and printed.
@Suite struct MarkdownTypingTests {
    private func html(_ source: String) -> String {
        String(decoding: Markdown(source).html.bytes, as: UTF8.self)
    }

    private func read(_ source: String) -> String { Markdown(source).plainText }

    @Test(arguments: [
        "受理 3~5 日，補正 10~15 日", "3~5日，10~15日", "王*明、李*華", "5*3*2", "A12***6789", "09**-***123", "王**、李**同意",
        "113. 5. 24 修正公布", "94. 1. 1 起至 94.12.31 止", "1150101. 列管編號", "100. 起算", "[注意]: 逾期仍應受理",
        "[注意]：逾期仍應受理", "[一]: ../沒有人指向它的檔案.md", "甲[1]乙", "甲[^1]乙", "2 * 3 * 4", "一~二~三", "~甲~", "姓名：____", "_甲_",
        "[註](詳第3頁)", "[註]()", "（*）見備註",
        "甲_乙_丙", "=====", "3.5 元", "1.甲", "#1 櫃檯", "100%~120%", "A~B*C~D",
    ])
    func `text stays as it was typed`(line: String) {
        #expect(read(line) == line + "\n")
        #expect(!html(line).contains("<del>") && !html(line).contains("<em>") && !html(line).contains("<ol"))
    }

    @Test(arguments: [
        ("**注意(half):**請帶", "<p><strong>注意(half):</strong>請帶</p>"),
        ("請**務必**攜帶", "<p>請<strong>務必</strong>攜帶</p>"),
        ("~~舊~~新", "<p><del>舊</del>新</p>"),
        ("*重要* 事項", "<p><em>重要</em> 事項</p>"),
        ("113. 5. 24 修正公布\n112. 5. 23 修正公布", "<p>113. 5. 24 修正公布<br>112. 5. 23 修正公布</p>"),
        ("一、甲\n二、乙", "<p>一、甲<br>二、乙</p>"),
        ("說明：\n（一）甲\n（二）乙", "<p>說明：<br>（一）甲<br>（二）乙</p>"),
        ("甲\n===", "<p>甲<br>===</p>"),
        ("甲\n---", "<p>甲</p><hr>"),
        ("1. 甲\n3. 乙\n4. 丙", "<ol><li>甲</li><li value=\"3\">乙</li><li>丙</li></ol>"),
        ("1. **甲**\n1. `乙`", "<ol><li><strong>甲</strong></li><li value=\"1\"><code>乙</code></li></ol>"),
        ("1) 甲\n2) 乙", "<ol class=\"paren\"><li>甲</li><li>乙</li></ol>"),
        ("1. 甲\n   1. 子\n   2. 丑\n5. 乙", "<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li value=\"5\">乙</li></ol>"),
        ("- 1. 甲\n- 3. 乙", "<ul><li><ol><li>甲</li></ol></li><li><ol start=\"3\"><li>乙</li></ol></li></ul>"),
        (
            "[法規]: https://a.example/\n\n見[法規]",
            "<p>見<a href=\"https://a.example/\" rel=\"noopener noreferrer\">法規</a></p>"
        ),
        (
            "內文[^1]。\n\n[^1]: 戶籍法之說明\n[^2]: 其他",
            "<p>內文<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>。</p>"
                + "<p><span class=\"footnote\" id=\"fn-1\"><a href=\"#fnref-1\">1</a></span> 戶籍法之說明</p>"
                + "<p><span class=\"footnote\" id=\"fn-2\">2</span> 其他</p>"
        ),
        (
            "- [ ] 甲\n\n  說明",
            "<ul><li class=\"task\"><label class=\"check\"><input type=\"checkbox\" name=\"have\" value=\"1\"><span>甲</span>"
                + "</label><p>說明</p></li></ul>"
        ),
    ])
    func `what offices write becomes what they mean`(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    /// A line that ends is no space between Chinese characters, and one beside digits and letters.
    @Test(arguments: [
        ("不收費。\n試辦", "不收費。試辦"), ("甲**乙**\n丙", "甲乙丙"), ("甲\n**乙**", "甲乙"), ("甲\n（二）乙", "甲 （二）乙"),
        ("共 5\n元", "共 5 元"), ("規費\n5 元", "規費 5 元"), ("規費\n**5** 元", "規費 5 元"), ("規費\n`5` 元", "規費 5 元"),
        ("以 PDF\n檔", "以 PDF 檔"), ("one\ntwo", "one two"), ("規費\n５元", "規費 ５元"), ("10\n20", "10 20"),
        ("113. 5. 24 修正公布\n112. 5. 23 修正公布", "113. 5. 24 修正公布 112. 5. 23 修正公布"), ("甲  \n乙", "甲 乙"),
        ("1150101. 列管編號\n3. 5 元", "1150101. 列管編號 3. 5 元"), ("- 甲\n  5 元", "甲 5 元"),
    ])
    func `lines of a paragraph are joined as they are read`(source: String, expected: String) {
        #expect(read(source) == expected + "\n")
        let shown = html(source).replacing("<br>", with: " ").replacing(/<[^>]*>/, with: "")
        #expect(shown == expected)
    }

    @Test func `a bar in code in a table is a bar`() {
        #expect(html("|甲|\n|---|\n|`甲\\|乙`|").contains("<td><code>甲|乙</code></td>"))
    }

    @Test func `numbers of lists are read, searched and excerpted as typed`() {
        #expect(read("說明：\n\n3. 甲\n7. 乙\n\n1) 丙") == "說明：\n3. 甲\n7. 乙\n1) 丙\n")
    }

    @Test(arguments: [
        ("見 https://law.moj.gov.tw/，詳見說明。", "https://law.moj.gov.tw/"),
        ("網址：https://law.moj.gov.tw/a", "https://law.moj.gov.tw/a"), ("（https://a.example/x）", "https://a.example/x"),
        ("「https://a.example」", "https://a.example"), ("見https://a.example.", "https://a.example"),
        ("xhttps://a.example/", "https://a.example/"),
        ("https://a.example/停留/?type=短期；其餘", "https://a.example/停留/?type=短期"),
        ("https://a.example請參閱", "https://a.example"),
        ("https://a.example/_a_/b*c*d~e", "https://a.example/_a_/b*c*d~e"),
        ("**https://a.example/**", "https://a.example/"), ("(https://a.example/x_(y))", "https://a.example/x_(y)"),
        ("https://a.example/?a=1&copy=2", "https://a.example/?a=1&copy=2"),
    ])
    func `a bare address becomes a link to exactly what belongs to it`(source: String, address: String) {
        let markdown = Markdown(source)
        #expect(markdown.targets == [address])
        #expect(markdown.plainText == source.replacing("**", with: "") + "\n")
    }

    @Test(arguments: ["http://", "https://，", "http", "httpsx://a", "`https://a.example`"])
    func `what is no address stays text`(source: String) {
        #expect(!html(source).contains("<a "))
        #expect(read(source) == source.replacing("`", with: "") + "\n")
    }

    /// Lines as offices write them: days, ranges, amounts, masks, brackets and marks.
    private func line(_ generator: inout SplitMix) -> String {
        let pieces = [
            "受理", "王*明", "李**", "3~5", "10～15", "113. 5. 24", "114.1.1", "100.", "（一）", "[註]", "[^9]", "：", "，", "。",
            "「", "」",
            "5*3", "12***9", "~", "2/3", "50%", "#", "第48條", " ", "  ", "+", "=", "_", "&", "(", ")", ":",
            "0.5", "①", "、",
        ]
        var line = ""
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            line += pieces.randomElement(using: &generator) ?? ""
        }
        return line.replacing(/~+/, with: "~").replacing("(#", with: "(").split(separator: " ").joined(separator: " ")
    }

    /// Where two texts part, and what follows; nil when they are equal.
    private func difference(_ read: String, _ typed: String) -> String? {
        guard read != typed else { return nil }
        let same = zip(read, typed).prefix { $0 == $1 }.count
        let from = max(0, same - 10)
        return "\(read.dropFirst(from).prefix(30)) ≠ \(typed.dropFirst(from).prefix(30))"
    }

    @Test(arguments: 1...60)
    func `whatever days, ranges, brackets and marks a line holds, it is read as typed`(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        for _ in 0..<40 {
            let line = "文" + line(&generator)
            #expect(difference(read(line), line + "\n") == nil)
        }
        // Behind one another too: a list begins only where its number and a space say so.
        let lines = (0..<20).map { _ in line(&generator) }.filter { $0.first.map { !"#+=[".contains($0) } ?? false }
        let typed = lines.joined(separator: "\n")
        #expect(difference(read(typed).filter { !$0.isWhitespace }, typed.filter { !$0.isWhitespace }) == nil)
    }
}
