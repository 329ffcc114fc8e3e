import Testing

@testable import Huxue

/// Everything that was typed is shown, unless it is markup with an effect that is seen.
@Suite struct MarkdownShownTests {
    private static func html(_ source: String) -> String {
        String(decoding: Markdown(source).html.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("- [注意]: 逾期仍應受理", "<ul><li>[注意]: 逾期仍應受理</li></ul>"),
        ("1. [注意]: 逾期", "<ol><li>[注意]: 逾期</li></ol>"),
        ("> [注意]: 逾期", "<blockquote><p>[注意]: 逾期</p></blockquote>"),
        ("[注意\n事項]: 逾期仍應受理", "<p>[注意事項]: 逾期仍應受理</p>"),
        ("[注意]:\n逾期", "<p>[注意]: 逾期</p>"),
        ("[注\\]意]: 逾期", "<p>[注]意]: 逾期</p>"),
        (
            "> ```\n> code\n\n[注意]: 逾期仍應受理",
            "<blockquote><pre><code>code\n</code></pre></blockquote><p>[注意]: 逾期仍應受理</p>"
        ),
        ("- ~~~\n  碼\n\n[注意]: 逾期", "<ul><li><pre><code>碼\n\n</code></pre></li></ul><p>[注意]: 逾期</p>"),
        ("```注意事項\n內容\n```", "<p class=\"soft\">注意事項</p><pre><code>內容\n</code></pre>"),
        ("```C:\\_x\n內容\n```", "<p class=\"soft\">C:\\_x</p><pre><code>內容\n</code></pre>"),
        ("~~~注意~~~\n內容\n\n後文", "<p>~~~注意~~~ 內容</p><p>後文</p>"),
        (">=5 人", "<p>&gt;=5 人</p>"), ("> 30 日以上", "<p>&gt; 30 日以上</p>"), ("- >5 人", "<ul><li>&gt;5 人</li></ul>"),
        ("甲\n>=5 人", "<p>甲<br>&gt;=5 人</p>"),
        ("> 甲\n>=5 人", "<blockquote><p>甲<br>&gt;=5 人</p></blockquote>"),
        ("> 1. 甲", "<blockquote><ol><li>甲</li></ol></blockquote>"),
        ("> 115年1月1日起", "<blockquote><p>115年1月1日起</p></blockquote>"),
        ("\\\\fileserver\\公用", "<p>\\\\fileserver\\公用</p>"), ("C:\\_temp", "<p>C:\\_temp</p>"),
        ("D:\\公用\\", "<p>D:\\公用\\</p>"), ("D:\\*.txt", "<p>D:\\*.txt</p>"), ("D:\\(甲)\\#1", "<p>D:\\(甲)\\#1</p>"),
        ("甲\\\n乙", "<p>甲\\<br>乙</p>"),
        ("\\*甲\\*", "<p>*甲*</p>"), ("\\# 甲", "<p># 甲</p>"), ("1\\. 甲", "<p>1. 甲</p>"),
        ("\\[甲](b.md)", "<p>[甲](b.md)</p>"),
        ("- \\[ ] 甲", "<ul><li>[ ] 甲</li></ul>"),
        ("10. 5. 24 修正\n9. 5. 24 修正", "<p>10. 5. 24 修正<br>9. 5. 24 修正</p>"),
        ("- 9. 5. 24 修正", "<ul><li>9. 5. 24 修正</li></ul>"), ("1. 3.5 元", "<ol><li>3.5 元</li></ol>"),
        ("甲：\n3. 乙\n4. 丙", "<p>甲：<br>3. 乙<br>4. 丙</p>"),
        ("[甲](http://a.tw/ \"題\")", "<p><a href=\"http://a.tw/\" rel=\"noopener noreferrer\">甲</a>（題）</p>"),
        ("### ###\n\n#", "<p>### ###</p><p>#</p>"), ("> 甲\n> ---", "<blockquote><p>甲</p><hr></blockquote>"),
        ("&#x10FFF3;本所：地址&#x10FFF2;", "<p>\u{FFFD}本所：地址\u{FFFD}</p>"),
        ("&#x10FFF1;甲&#x10FFF2;&#x10F000;&#x10FF2A;", "<p>\u{FFFD}甲\u{FFFD}\u{FFFD}\u{FFFD}</p>"),
        ("\u{10FFF1}甲\u{10FFF2}\u{10F000}", "<p>\u{FFFD}甲\u{FFFD}\u{FFFD}</p>"),
        (
            "[^1]: 甲\n\n[^1]: 乙\n\n見[^1]",
            "<p><span class=\"footnote\" id=\"fn-1\">1</span> 甲</p><p>[^1]: 乙</p>"
                + "<p>見<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup></p>"
        ),
    ])
    func `text stays text`(source: String, expected: String) {
        #expect(Self.html(source) == expected)
    }

    @Test(arguments: [
        ("[" + String(repeating: "長", count: 250) + "]: 逾期", 0), ("[甲]: b.md", 0), ("[甲]: b.md\n\n[乙]", 0),
        ("[甲]: b.md\n\n見[甲]", 1), ("[甲]: b.md\n[乙]: c.md\n\n見[乙]", 1), ("見[甲]\n[甲]: b.md", 1),
        ("[甲]: b.md\n[甲]: c.md\n\n[甲]", 1), ("`[甲]`\n\n[甲]: b.md", 0), ("[甲]: b.md \"題\"\n\n[甲]", 0),
        ("> - [甲]: b.md\n\n見[甲]", 1),
    ])
    func `only a line that a link needs is not shown`(source: String, links: Int) {
        let markdown = Markdown(source)
        #expect(markdown.targets.count == links)
        #expect(
            markdown.plainText.split(separator: "]: ").count - 1 + links == source.split(separator: "]: ").count - 1)
    }

    @Test
    func `what stands beyond the columns of a table is read in its last cell, and an empty cell stays in its place`() {
        #expect(Markdown("|甲|乙|\n|-|:-:|\n|一|二|三|\n|四|").plainText == "甲\n乙\n一\n二|三|\n四\n")
        #expect(
            Self.html("甲|乙|丙\n-|-|-\n一||三\n`a|b`|x\\|y|z").contains(
                "<tr><td>一</td><td></td><td>三</td></tr><tr><td><code>a|b</code></td><td>x|y</td><td>z</td></tr>"))
        // Below a wider head stands no table.
        #expect(Markdown("|甲|乙|丙|\n|---|---|").plainText == "|甲|乙|丙| |---|---|\n")
    }

    /// What may be typed, and what is read of it.
    private static let constructs: [(typed: String, read: String)] = [
        ("[注意]: 逾期仍應受理", "[注意]: 逾期仍應受理"), ("[注意\n事項]: 逾期", "[注意事項]: 逾期"),
        ("[網]: http://a.tw/x", "[網]: http://a.tw/x"), ("[址]:\nhttp://a.tw", "[址]: http://a.tw"),
        ("[檔]: b.md\n\"題目\"", "[檔]: b.md \"題目\""),
        ("```注意\n內容\n```", "注意內容"), ("~~~注意~~~\n內容", "~~~注意~~~內容"), ("```\n[碼]: 甲\n\n[碼]: 乙", "[碼]: 甲[碼]: 乙"),
        ("113. 5. 24 修正", "113. 5. 24 修正"), ("10. 5. 24 修正\n9. 5. 24 修正", "10. 5. 24 修正9. 5. 24 修正"),
        (">=5 人", ">=5 人"), ("\\\\fs\\公用\\", "\\\\fs\\公用\\"), ("C:\\_temp\\甲\\#", "C:\\_temp\\甲\\#"),
        ("甲\n===", "甲==="),
        ("[甲](乙)", "[甲](乙)"), ("# #", "# #"), ("`C:\\_x`", "C:\\_x"), ("甲|乙\n-|-\n一|二|三", "甲乙一二|三"), ("____", "____"),
    ]

    private static let containers = ["", "- ", "1. ", "> ", "- - ", "> - ", "- > ", "1. > - ", "> > "]

    /// The lines in a quote or an item, whose mark stands on the first alone unless `marksAll`.
    private static func put(_ text: String, in container: String, marksAll: Bool) -> String {
        let margin = marksAll ? String(container.map { $0 == ">" ? ">" : " " }) : ""
        return container + text.replacing("\n", with: "\n" + margin)
    }

    @Test(arguments: containers)
    func `whatever stands in whatever quote or list is shown`(container: String) {
        // Inside a block of code that is left open the lines of a table are shown too.
        func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && !"|-".contains($0) } }
        for (typed, read) in Self.constructs {
            for marksAll in [true, false] {
                for (place, next) in Self.constructs.enumerated() {
                    let first = Self.put(typed, in: container, marksAll: marksAll)
                    let other = Self.containers[place % Self.containers.count]
                    let text = first + "\n\n" + Self.put(next.typed, in: other, marksAll: true)
                    let shown = letters(Markdown(text).plainText)
                    // So are its quotes' signs.
                    let bare = shown.replacing(">", with: "")
                    let both = [letters(read), letters(next.read)].allSatisfy {
                        shown.contains($0) || bare.contains($0)
                    }
                    #expect(both, "\(text)\n→ \(shown)")
                }
            }
        }
    }
}
