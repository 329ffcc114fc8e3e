import Testing

@testable import Huxue

@Suite struct TextDocumentTests {
    @Test func `what is written comes back, and markup in it stays text`() throws {
        var document = TextDocument(title: "甲 <乙> & 丙")
        document.heading(2, "第一")
        document.paragraph("句子")
        document.table([[["名稱"], ["一", "二"]], [["理由"], []]])
        let listing = try ZipListing(reading: document.bytes())
        let entry = try #require(listing.entries.first { $0.name == "content.xml" })
        let text = String(decoding: try listing.contents(of: entry), as: UTF8.self)
        #expect(text.contains("甲 &lt;乙&gt; &amp; 丙") && text.contains("<text:p>句子</text:p>"))
        #expect(text.ranges(of: "<table:table-row>").count == 2)
        let first = try #require(listing.entries.first)
        #expect(first.name == "mimetype")
        // Its bytes stand in the file as they are.
        #expect(document.bytes()[38...].starts(with: TextDocument.type.utf8))
    }
}
