import Testing

@testable import Huxue

/// However a text of 64 KB is written, what becomes of it is bounded, and within a moment.
@Suite struct MarkdownBoundsTests {
    private static func `repeat`(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func table(columns: Int, rows: Int, row: String = "|\n") -> String {
        `repeat`("|a", columns) + "\n" + `repeat`("|-", columns) + "\n" + `repeat`(row, rows) + "\n"
    }

    /// Texts that other readers of Markdown answer with megabytes or minutes.
    private static let towers: [(name: String, text: String)] = [
        ("a wide table of rows without cells", table(columns: 1000, rows: 2000)),
        ("a wider one", table(columns: 12_000, rows: 8000)),
        ("many tables", `repeat`(table(columns: 60, rows: 60), 150)),
        ("a row of bars", "a|b\n-|-\n" + `repeat`("|", 64_000)),
        ("a table in a list in a quote", "> - |a|b\n>   |-|-\n" + `repeat`(">   |\n", 10_000)),
        ("backticks in a row", "a|b\n-|-\n" + (1...300).map { `repeat`("`", $0) + " " }.joined()),
        ("a long address and its name", "[a]: http://a.tw/" + `repeat`("x", 1900) + "\n\n" + `repeat`("[a]", 20_000)),
        ("a longer one", "[a]: http://a.tw/" + `repeat`("x", 30_000) + "\n\n" + `repeat`("[a] ", 8000)),
        ("images by name", "[a]: http://a.tw/" + `repeat`("x", 1900) + "\n\n" + `repeat`("![a]", 15_000)),
        ("many names", (0..<2500).map { "[a\($0)]: http://a.tw/\($0)\n" }.joined()),
        ("one name defined often", `repeat`("[a]: b.md\n", 6000) + "[a]"),
        ("quotes", `repeat`("> ", 20_000) + "x"), ("quotes in a row", `repeat`(`repeat`(">", 200) + "x\n\n", 300)),
        ("lists", `repeat`("- ", 20_000) + "x"), ("numbered lists", `repeat`("1. ", 20_000) + "x"),
        ("deeper and deeper lists", (0..<300).map { `repeat`("  ", $0) + "- a\n" }.joined()),
        ("backslashes", `repeat`("\\", 64_000)), ("blocks of code", `repeat`("```a\n", 12_000)),
        ("empty definitions", `repeat`("[a]:", 16_000)), ("dashes", `repeat`("a\n-\n", 16_000)),
        ("tasks", `repeat`("- [ ] \n", 9000)), ("footnotes", "[^1]: x\n" + `repeat`("[^1]", 16_000)),
        ("the same footnote", `repeat`("[^1]: x\n", 8000)), ("titles", `repeat`("[](a. \"b\")", 6000)),
        ("brackets", `repeat`("[", 64_000)), ("asterisks", `repeat`("**a", 21_000)),
    ]

    /// Tests are told which by its name: the text itself would fill the log.
    @Test(arguments: towers.map(\.name))
    func `output grows with the text alone`(name: String) throws {
        let text = try #require(Self.towers.first { $0.name == name }?.text)
        var markdown = Markdown("")
        let time = threadTime { markdown = Markdown(text) }
        // A debug build on a busy machine.
        #expect(time < .seconds(3), "\(time)")
        #expect(markdown.html.bytes.count < 40 * text.utf8.count + 256 << 10)
        #expect(markdown.plainText.utf8.count < 3 * text.utf8.count + 64 << 10)
        #expect(markdown.targets.reduce(0) { $0 + $1.utf8.count } <= text.utf8.count + MarkdownReferences.limit)
    }

    @Test func `a table with too many missing cells stays lines of text, and the writer is told where`() {
        let markdown = Markdown("前文\n\n" + Self.table(columns: 100, rows: 60))
        #expect(markdown.excesses == [MarkdownExcess(kind: .table, line: 55)])
        let html = String(decoding: markdown.html.bytes, as: UTF8.self)
        #expect(!html.contains("<table") && html.contains("|-|-|"))
        #expect(markdown.plainText.filter { $0 == "|" }.count == 100 + 100 + 60)
    }

    @Test func `missing cells within bounds are there`() {
        let markdown = Markdown(Self.table(columns: 20, rows: 20, row: "|b|\n"))
        #expect(markdown.excesses.isEmpty)
        #expect(String(decoding: markdown.html.bytes, as: UTF8.self).split(separator: "<td>").count - 1 == 400)
    }

    @Test func `a long address used too often stays text, with its line`() {
        let address = "http://a.tw/" + String(repeating: "x", count: 1500)
        let markdown = Markdown("[甲]: b.md\n[乙]: \(address)\n\n[甲]、" + String(repeating: "[乙]、", count: 100))
        #expect(markdown.excesses == [MarkdownExcess(kind: .reference, line: 2)])
        #expect(markdown.targets == [address, "b.md"])
        #expect(markdown.plainText == "[乙]: \(address)\n甲、" + String(repeating: "[乙]、", count: 100) + "\n")
    }

    @Test func `quotes and lists deeper than sixteen are text`() {
        let markdown = Markdown(String(repeating: ">", count: 18) + " 甲\n\n" + String(repeating: "- ", count: 17) + "乙")
        #expect(markdown.excesses == [MarkdownExcess(kind: .nesting, line: 1)])
        #expect(markdown.plainText == ">> 甲\n- 乙\n")
    }
}
