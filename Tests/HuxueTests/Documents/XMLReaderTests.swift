import Testing

@testable import Huxue

struct XMLReaderTests {
    private func read(_ text: String, depth: Int = 2) -> (elements: [XMLElement], problem: XMLProblem?) {
        let reader = XMLReader(Array(text.utf8), depth: depth)
        var elements: [XMLElement] = []
        do throws(XMLProblem) {
            while let element = try reader.next() { elements.append(element) }
            return (elements, nil)
        } catch {
            return (elements, error)
        }
    }

    @Test func `elements come one after another with all that they hold`() throws {
        let (elements, problem) = read(
            """
            <?xml version="1.0"?>
            <!-- &nothing; -->
            <x:list a="1"><x:item x:id="甲&lt;&#x4E59;">丙<b>丁</b><![CDATA[<戊>]]></x:item>
            <item/>
            </x:list>
            """)
        #expect(problem == nil)
        try #require(elements.count == 2)
        #expect(elements[0].name == "item" && elements[0].attributes == ["id": "甲<乙"] && elements[0].line == 3)
        #expect(elements[0].text == "丙丁<戊>" && elements[0].first("b")?.text == "丁" && elements[0].elements.count == 1)
        #expect(elements[1].line == 4 && elements[1].content.isEmpty)
    }

    @Test func `the root by itself, and everything across slices of the file`() throws {
        #expect(read("<a><b>甲</b>乙</a>", depth: 1).elements.map(\.text) == ["甲乙"])
        let text = "<a>" + (1...30_000).map { "<b>第\($0)題</b>" }.joined() + "</a>"
        let (elements, problem) = read(text)
        #expect(problem == nil && elements.map(\.text) == (1...30_000).map { "第\($0)題" })
        let reader = XMLReader(Array("<a x='1'>".utf8), depth: 2)
        #expect(throws: XMLProblem(line: 1, kind: .cut)) { try reader.next() }
        #expect(reader.root?.attributes == ["x": "1"])
    }

    @Test(
        arguments: [
            ("", XMLProblem.Kind.cut, 1), ("<a>\n<b>", .cut, 2), ("<a>\n</b>", .mismatch, 2),
            ("<a>\n& </a>", .malformed, 2),
            ("<a>\n&nbsp;</a>", .unknownEntity, 2), ("\n<!DOCTYPE a><a/>", .documentType, 2),
            ("<?xml version='1.0' encoding='Big5'?><a/>", .unknownEncoding, 1), ("<a>\n</a>x", .malformed, 2),
            ("<a x='1' x='2'/>", .malformed, 1), ("plain", .malformed, 1),
        ])
    func `what is wrong has its line`(text: String, kind: XMLProblem.Kind, line: Int) {
        #expect(read(text).problem == XMLProblem(line: line, kind: kind))
    }

    @Test func `what stands before a problem is handed over`() {
        let (elements, problem) = read("<a><b>1</b><b>2</b></c>")
        #expect(elements.map(\.text) == ["1", "2"] && problem?.kind == .mismatch)
    }

    @Test func `marks without end are refused wherever they stand`() {
        for (_, tower) in StackedMarksTests.towers {
            #expect(read("<a><b>\(tower)</b></a>").problem?.kind == .stackedMarks)
            #expect(read("<a><b c=\"\(tower)\"/></a>").problem?.kind == .stackedMarks)
        }
        let references = "甲" + String(repeating: "&#x301;", count: 100)
        #expect(read("<a><b>\(references)</b></a>").problem?.kind == .stackedMarks)
    }

    @Test(
        arguments: [
            ("<p>甲</p><p>乙</p>", "甲\n乙\n"), ("甲<br>乙<br/>丙", "甲\n乙\n丙"), ("甲\n  乙", "甲乙"), ("a\n  b", "a b"),
            ("甲 &amp; 乙 &lt;b&gt; &#20057;&nbsp;&copy;", "甲 & 乙 <b> 乙 ©"), ("a < b && c &x; &", "a < b && c &x; &"),
            ("<b>甲</b><!-- <i>x</i> -->乙<script>alert('<b>')</script>丙", "甲乙丙"),
            ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙\n"),
            ("<a href=\"javascript:x\">甲</a>", "甲"), ("<", "<"), ("<b", "<b"), ("<!--", ""), ("</p>", ""),
            ("5<6>4", "5<6>4"),
        ])
    func `plain text out of HTML`(html: String, text: String) {
        #expect(HTMLText(html).text == text)
    }

    @Test func `emphasis is kept when asked for, and media are told`() {
        #expect(HTMLText("何者<b>不</b><EM>得</EM>", emphasis: "*").text == "何者*不**得*")
        #expect(
            HTMLText("甲<img src=a>").hasMedia && HTMLText("<MATH>x</MATH>").hasMedia && !HTMLText("<p>甲</p>").hasMedia)
        #expect(HTMLText.isLikely("甲<br>") && HTMLText.isLikely("<P class='x'>甲") && !HTMLText.isLikely("甲 < 乙 > 丙"))
    }
}
