import Testing

@testable import Huxue

struct CSVWriterTests {
    private func text(_ rows: [[CSVCell]]) -> String {
        var writer = CSVWriter()
        for row in rows { writer.add(row) }
        return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
    }

    @Test func `a file begins with a mark and ends its lines as Excel wants`() {
        let bytes = CSVWriter.file(header: ["姓名", "分數"], rows: [["𠮷田", .number(85)]])
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "姓名,分數\r\n𠮷田,85\r\n")
    }

    @Test(arguments: [
        "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\u{0}x", "＝1", "＋1", "－1", "＠x", "'=1",
    ])
    func `text that a spreadsheet would run is kept as text`(cell: String) {
        #expect(text([[.text(cell), "x"]]) == "\"'\(cell)\",x\r\n")
    }

    @Test(arguments: [
        (CSVCell.number(-5), "-5"), (.hundredths(8525), "85.25"), (.hundredths(8500), "85"),
        (.hundredths(8550), "85.5"),
        (.hundredths(5), "0.05"), (.hundredths(-125), "-1.25"), (.empty, ""), (.text("a\"b"), "\"a\"\"b\""),
        (.text("a,b"), "\"a,b\""), (.text("a\r\nb"), "\"a\r\nb\""), (.text("O'Brien"), "O'Brien"),
        (.hundredths(.min), "-92233720368547758.08"),
    ])
    func `cells are written plainly`(cell: CSVCell, expected: String) {
        #expect(text([["x", cell]]) == "x,\(expected)\r\n")
    }

    @Test func `what is written is read back`() throws {
        let hostile = [
            "=cmd|' /C calc'!A0", "''=x", "'", "'x", "", " ", "\"", ",", "\r", "\n", "\r\n", "\t", "\u{0}", "＠", "-",
            "𡘙",
            "㐂\u{0301}", "a\u{FEFF}b",
        ]
        var writer = CSVWriter()
        for text in hostile {
            writer.add([.text(text)])
            writer.add([.text(text), "x", .text(text)])
        }
        let rows = try CSVReader.table(of: writer.bytes).rows.map(\.fields)
        #expect(rows == hostile.flatMap { [[$0], [$0, "x", $0]] })
    }
}
