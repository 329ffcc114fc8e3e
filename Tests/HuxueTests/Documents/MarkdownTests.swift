import Foundation
import Testing

@testable import Huxue

@Suite struct MarkdownTests {
    private func html(_ source: String, links: Markdown.Links = Markdown.Links()) -> String {
        String(decoding: Markdown(source, links: links).html.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("一段\n\n兩段", "<p>一段</p><p>兩段</p>"),
        ("第一行\n第二行", "<p>第一行第二行</p>"),
        ("line one\nline two", "<p>line one line two</p>"),
        ("一  \n二", "<p>一<br>二</p>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("3. 甲\n4. 乙", "<ol start=\"3\"><li>甲</li><li>乙</li></ol>"),
        ("*輕* **重** ~~刪~~ `碼`", "<p><em>輕</em> <strong>重</strong> <del>刪</del> <code>碼</code></p>"),
        ("> 引", "<blockquote><p>引</p></blockquote>"),
        ("```\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
        (
            "|甲|乙|\n|---|---:|\n|一|2|",
            "<div class=\"table-scroll\"><table class=\"table\"><thead><tr><th scope=\"col\">甲</th>"
                + "<th scope=\"col\" class=\"num\">乙</th></tr></thead><tbody><tr><td>一</td><td class=\"num\">2</td></tr>"
                + "</tbody></table></div>"
        ),
        (
            "- [ ] 出生證明書\n- [x] 戶口名簿",
            "<ul><li class=\"task\"><label class=\"check\"><input type=\"checkbox\" name=\"have\" value=\"1\"><span>出生證明書</span></label>"
                + "</li><li class=\"task\"><label class=\"check\"><input type=\"checkbox\" name=\"have\" value=\"2\"><span>戶口名簿</span></label>"
                + "</li></ul>"
        ),
        ("&amp; &#25142; &#x6236; &unknown;", "<p>&amp; 戶 戶 &amp;unknown;</p>"),
        ("𠮷 㐂 𡘙", "<p>𠮷 㐂 𡘙</p>"),
    ])
    func `blocks and spans become markup`(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    /// The signs of a line, how often they stand there, and what they become.
    @Test(arguments: [
        ("> ", 20_000, "<blockquote>"), (">", 17, "<blockquote>"), ("- ", 40, "<ul>"), ("1. ", 40, "<ol>"),
        ("+ ", 17, "<ul>"), ("7) ", 40, "<ol"),
    ])
    func `signs deeper than sixteen quotes or lists are text`(sign: String, count: Int, tag: String) {
        let shown = html(String(repeating: sign, count: count) + "甲")
        #expect(shown.components(separatedBy: tag).count == 17)
        #expect(shown.utf8.count < 6 * sign.utf8.count * count + 2000)
        let rest = String(repeating: sign, count: count - 16) + "甲"
        let plain = Markdown(String(repeating: sign, count: count) + "甲").plainText
        #expect(plain.hasSuffix(rest + "\n"))
        let allowed = html(String(repeating: sign, count: 16) + "甲")
        #expect(allowed.components(separatedBy: tag).count == 17 && !allowed.contains("&gt;"))
    }

    @Test func `quotes and lists in one another count together, and what lies deep over many lines is bounded`() {
        let mixed = html(String(repeating: "> - ", count: 30) + "甲")
        #expect(mixed.components(separatedBy: "<blockquote>").count == 9)
        #expect(mixed.components(separatedBy: "<ul>").count == 9)
        let stairs = (0..<200).map { String(repeating: " ", count: 2 * $0) + "- 甲\($0)" }.joined(separator: "\n")
        let shown = html(stairs)
        #expect((16...40).contains(shown.components(separatedBy: "<ul>").count - 1))
        #expect((0..<200).allSatisfy { shown.contains("甲\($0)") })
    }

    @Test(arguments: ["- ", "-"])
    func `a long line across the page stays one`(sign: String) {
        #expect(html(String(repeating: sign, count: 40)) == "<hr>")
    }

    @Test func `a task is an item, a box, or a paper that may be waived, by the heading above it`() {
        var links = Markdown.Links()
        (links.ticked, links.waived) = ([1], [2])
        links.tasks = { heading in
            switch heading?.text {
            case "紙": .paper
            case "盒": .box
            default: .item
            }
        }
        func box(_ task: Int, _ words: String, ticked: Bool = false) -> String {
            "<label class=\"check\"><input type=\"checkbox\" name=\"have\" value=\"\(task)\"\(ticked ? " checked" : "")><span>\(words)</span></label>"
        }
        let waive =
            "<label class=\"check waive\"><input type=\"checkbox\" name=\"waived\" value=\"2\" checked><span>免附</span></label>"
        let sections = Markdown("## 盒\n- [ ] 甲\n\n## 紙\n- [x] 乙\n\n## 項\n- [ ] 丙\n  - 丁", links: links).sections
        #expect(
            sections.map { String(decoding: $0.html.bytes, as: UTF8.self) } == [
                "<ul><li class=\"task\">\(box(1, "甲", ticked: true))</li></ul>",
                "<ul><li class=\"task\">\(box(2, "乙"))\(waive)</li></ul>", "<ul><li>丙<ul><li>丁</li></ul></li></ul>",
            ])
    }

    @Test(arguments: [
        ("**粗體：**文字", "<p><strong>粗體：</strong>文字</p>"),
        ("文字**「引號」**文字", "<p>文字<strong>「引號」</strong>文字</p>"),
        ("**（一）**第一", "<p><strong>（一）</strong>第一</p>"),
        ("他說*「不得」*。", "<p>他說<em>「不得」</em>。</p>"),
        ("三十日內**應申請。**逾期**仍應受理**。", "<p>三十日內<strong>應申請。</strong>逾期<strong>仍應受理</strong>。</p>"),
        ("`**碼：**字`", "<p><code>**碼：**字</code></p>"),
        ("~~刪除。~~其餘", "<p><del>刪除。</del>其餘</p>"),
    ])
    func `emphasis holds beside Chinese punctuation`(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "甲<b onclick='x'>乙</b>",
        "[甲](javascript:alert(1))", "[甲](JaVaScRiPt:alert(1))", "[甲](&#106;avascript:alert(1))",
        "[甲](data:text/html,x)",
        "[甲](vbscript:x)", "![x](javascript:alert(1))", "[甲](//evil.example/x)", "[甲](/logout)",
        "<javascript:alert(1)>",
        "[甲](http://a\"onmouseover=\"x)",
    ])
    func `nothing in a text becomes a tag, a handler or a script`(source: String) {
        let shown = html(source)
        let allowed = [
            "<p>", "</p>", "<span class=\"soft\">", "</span>", "</a>",
            "<a href=\"http://a&quot;onmouseover=&quot;x\" rel=\"noopener noreferrer\">",
        ]
        var rest = shown
        for tag in allowed { rest = rest.split(separator: tag, omittingEmptySubsequences: false).joined() }
        #expect(!rest.contains("<"), "\(shown)")
        #expect(!shown.contains("href=\"javascript") && !shown.contains("href=\"/"), "\(shown)")
    }

    @Test func `links lead to pages that are known and to addresses of the web`() {
        var links = Markdown.Links()
        links.page = { $0 == "../faq/late.md" ? "/pages/late" : nil }
        links.image = { $0 == "flow.png" ? "/attachments/1" : nil }
        #expect(html("[遲](../faq/late.md)", links: links) == "<p><a href=\"/pages/late\">遲</a></p>")
        #expect(
            html("[網](https://law.moj.gov.tw/?a=1&b=2)", links: links)
                == "<p><a href=\"https://law.moj.gov.tw/?a=1&amp;b=2\" rel=\"noopener noreferrer\">網</a></p>")
        #expect(html("[斷](../faq/none.md)", links: links).contains("連結失效"))
        #expect(html("![流程**圖**](flow.png)", links: links).contains("<img src=\"/attachments/1\" alt=\"流程圖\""))
        #expect(
            Markdown("[一](a.md) ![二](b.png) <https://c.example>").targets == ["a.md", "b.png", "https://c.example"])
    }

    @Test func `references are looked for in whole runs of words, not in links or code`() {
        var links = Markdown.Links()
        links.text = { text, _ in "〔\(text)〕" }
        #expect(
            html("依戶籍法\n第48條 [戶籍法第1條](https://a.example) `戶籍法第2條`", links: links)
                == "<p>〔依戶籍法第48條 〕<a href=\"https://a.example\" rel=\"noopener noreferrer\">戶籍法第1條</a>〔 〕<code>戶籍法第2條</code></p>"
        )
    }

    @Test func `a heading of the second level begins a section`() {
        let markdown = Markdown("前言\n\n## 申請人\n\n本人\n\n### 細節\n\n## 申請人\n\n別人")
        #expect(markdown.sections.map { $0.heading?.text } == [nil, "申請人", "申請人"])
        #expect(markdown.headings.map(\.id) == ["s-申請人", "s-細節", "s-申請人-2"])
        #expect(markdown.plainText == "前言\n申請人\n本人\n細節\n申請人\n別人\n")
        #expect(html("# 大 **題**") == "<h2 id=\"s-大-題\">大 題</h2>")
    }

    @Test func `every heading has an id of its own, also beside one that was written like it`() {
        func ids(_ titles: String...) -> [String] { Markdown(titles.map { "## \($0)\n" }.joined()).headings.map(\.id) }
        #expect(ids("a", "a", "a-2", "a", "a-2") == ["s-a", "s-a-2", "s-a-2-2", "s-a-3", "s-a-2-3"])
        #expect(ids("a-2", "a", "a", "a") == ["s-a-2", "s-a", "s-a-3", "s-a-4"])
    }

    @Test(arguments: ["&#x202E;", "&#8238;", "&#x2066;", "&#xFEFF;", "&#x7F;", "&#1;", "&#0;", "&#xD800;", "&#x2028;"])
    func `no reference brings in what may not stand in a text`(reference: String) {
        #expect(html("甲\(reference)乙") == "<p>甲\u{FFFD}乙</p>")
        #expect(!html("[甲](https://a.example/\(reference))").unicodeScalars.contains(where: YAMLFile.isForbidden))
    }

    @Test func `a hostile text is answered in time`() {
        let texts = [
            String(repeating: "[", count: 100_000), String(repeating: "*a ", count: 60_000),
            String(repeating: "> ", count: 60_000) + "x",
            String(repeating: "|a", count: 50_000) + "\n" + String(repeating: "|-", count: 50_000),
            String(repeating: "`", count: 50_000) + String(repeating: "a`", count: 50_000),
            String(repeating: "**：", count: 60_000), String(repeating: "- ", count: 3_000) + "x",
            String(repeating: "#\n", count: 32_768), String(repeating: "## 甲\n", count: 10_000),
            (1...8_000).map { "# a\n# a-\($0)\n" }.joined(),
            String(repeating: "](a", count: 21_000), "http://a/" + String(repeating: ")", count: 65_000),
            String(repeating: "（戶籍法第1條）", count: 3_000), String(repeating: "{{a}}[^1]", count: 7_000) + "\n\n[^1]: a",
        ]
        for text in texts {
            let took = threadTime { _ = Markdown(text).html.bytes.count }
            // A debug build on a busy machine was seen to take 1.8 s for 100 KiB.
            let limit = Duration.seconds(4) * ((text.utf8.count + 102_399) / 102_400)
            #expect(took < limit, "\(text.prefix(12)), \(text.utf8.count) bytes")
        }
    }
}
