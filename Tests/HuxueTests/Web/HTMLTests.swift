import Testing

@testable import Huxue

@Suite struct HTMLTests {
    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test func `what people typed is escaped, what we wrote is markup`() {
        let typed = #"<script>alert("1")</script>&'"#
        #expect(
            text("<b title=\"\(typed)\">\(typed)</b>")
                == "<b title=\"&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;\">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</b>"
        )
    }

    @Test func `markup interpolates as markup, nil as nothing`() {
        let inner: HTML = "<i>\("<")</i>"
        let missing: HTML? = nil
        #expect(text("<b>\(inner)\(missing)\(nil as String?)</b>") == "<b><i>&lt;</i></b>")
    }

    @Test func `loops and choices`() {
        #expect(
            text("\(each: [1, 2], { "<li>\($0)</li>" })\(when: false, "no")\(when: true, "yes")")
                == "<li>1</li><li>2</li>yes")
    }

    @Test func `rare characters and NUL`() {
        #expect(text("\("𠮷㐂𡘙")\("\0")") == "𠮷㐂𡘙\u{FFFD}")
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil", "", "a", "/a b", "/a\nb"])
    func `only plain local paths are taken as the way back`(text: String) {
        #expect(Address(local: text) == nil)
    }

    @Test func `an address keeps its query`() {
        #expect(Address("/q").with([("a", "戶籍"), ("b", ""), ("c", "1&2")]).text == "/q?a=%E6%88%B6%E7%B1%8D&c=1%262")
        #expect(Address("/q?a=1").with([("b", "2")]).text == "/q?a=1&b=2")
    }
}
