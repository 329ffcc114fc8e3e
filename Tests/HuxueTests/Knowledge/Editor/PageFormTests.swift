import Foundation
import Testing

@testable import Huxue

struct PageFormTests {
    @Test func `every shipped page goes through the form unchanged`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../../kb")
        let files = PageFiles(try PageFolder.read(folder.standardized.path).files, in: PageRules.Surroundings())
        #expect(files.entries.count >= 40)
        for entry in files.entries {
            let (file, problems) = PageForm(json: PageForm(entry.content).json).file()
            #expect(problems.isEmpty, "\(entry.path): \(problems.map(\.sentence))")
            #expect(file?.content == entry.content, "\(entry.path)")
            #expect(file?.source == PagePrinter.print(entry.content), "\(entry.path)")
        }
    }

    @Test func `values with commas in them survive`() {
        for items in [["甲、乙"], ["甲", "乙,丙"], ["甲", "乙"], ["甲"], []] {
            #expect(PageForm.items(PageForm.joined(items)) == items)
        }
        #expect(PageForm.items(" 甲 ,乙，、丙、") == ["甲", "乙", "丙"])
    }

    @Test func `what is missing or cannot be read is named by its field`() {
        var form = PageForm([.kind: "interpretation", .code: "Not A Code", .lawAsOf: "昨天", .reviewMonths: "很久"])
        var found = Dictionary(grouping: form.file().problems, by: \.field).mapValues { $0.map(\.sentence) }
        #expect(
            Set(found.keys) == [.title, .owner, .number, .issuer, .issuedOn, .lawAsOf, .reviewMonths, .code, .body])
        form = PageForm(SamplePages.content("page-1"))
        form[.code] = "Not A Code"
        found = Dictionary(grouping: form.file().problems, by: \.field).mapValues { $0.map(\.sentence) }
        #expect(Array(found.keys) == [.code])
        for (field, value) in [
            (PageField.title, String(repeating: "長", count: 101)), (.reviewMonths, "61"), (.body, "  \n "),
            (.body, String(repeating: "字", count: 30_000)), (.body, "a\u{7}b"),
            (.subject, String(repeating: "長", count: 51)),
            (.title, ""), (.code, "new"),
            (.body, "\(WritingTerms.mineMark)\n甲\n\(WritingTerms.betweenMark)\n乙\n\(WritingTerms.theirsMark)"),
        ] {
            form = PageForm(SamplePages.content("page-1"))
            form[field] = value
            let (file, problems) = form.file()
            #expect(file == nil)
            #expect(problems.map(\.field) == [field], "\(field) \(problems.map(\.sentence))")
        }
    }

    @Test(arguments: [PageField.title, .keywords, .subject, .unit, .reason])
    func `a sign of direction is refused at its field with its code`(field: PageField) throws {
        var form = PageForm(SamplePages.content("page-1"))
        form[field] = "甲\u{202E}乙"
        let (file, problems) = form.file()
        #expect(file == nil)
        #expect(
            problems.contains { $0.field == field && $0.sentence.contains("（U+202E）") },
            "\(problems.map(\.sentence))")
        let sent = try PageForm(Form([field.rawValue: ["甲\u{202E}\u{200B}乙"]]))
        #expect(sent[field] == "甲\u{202E}乙")
    }

    @Test func `strange text in fields is kept as it is or refused`() throws {
        for value in ["true", "null", "- a", "#", "a: b", "'\"", "𠮷 & <b>", "115", "[甲]", "*甲", "甲\\乙"] {
            var form = PageForm(SamplePages.content("page-1"))
            form[.title] = value
            form[.keywords] = value
            let content = try #require(form.file().file?.content, "\(value)")
            #expect(content.title == value)
            #expect(content.keywords == [value])
        }
    }

    @Test func `a procedure begins with its parts empty, and all of them may be written`() throws {
        var form = PageForm(blank: .procedure, code: "page-1", unit: "", lawAsOf: SampleStaff.today)
        #expect(try form.parts().isEmpty)
        form[.title] = "甲"
        var parts = PageParts()
        for part in PagePart.allCases { parts[part] = "- 乙" }
        form[.body] = parts.body
        let content = try #require(form.file().file?.content)
        #expect(PageReading(content).headings.map(\.text) == PagePart.allCases.map(\.title))
        #expect(PageRules.problems(of: content, PageReading(content), in: PageRules.Surroundings()).isEmpty)
    }
}
