import Foundation
import Testing

@testable import Huxue

struct CSVReaderTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSVReader.table(of: Array(text.utf8)).rows.map(\.fields)
    }

    @Test(arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("\"a\"\"b\",\"c,d\"", [["a\"b", "c,d"]]),
        ("\"二\r\n行\",x", [["二\r\n行", "x"]]),
        (",,\n", [["", "", ""]]),
        ("\n\n a , b \n\n", [[" a ", " b "]]),
        ("\"\"\n", [[""]]),
        ("say \"hi\",x", [["say \"hi\"", "x"]]),
        ("𠮷田,㐂屋,𡘙", [["𠮷田", "㐂屋", "𡘙"]]),
        ("", []),
    ])
    func `text is read as RFC 4180 has it`(text: String, expected: [[String]]) throws {
        #expect(try fields(text) == expected)
    }

    @Test(arguments: [
        ("=\"00123\"", "00123"), ("=\"a\"\"b\"", "a\"b"), ("=\"a\"b\"", "=\"a\"b\""),
        ("=00123", "=00123"), ("=\"", "=\""),
        ("'=\"00123\"", "=\"00123\""), ("'+886", "+886"), ("'王", "'王"), ("", ""), ("=\"\"", ""),
    ])
    func `the text that was meant by a formula is taken`(text: String, meant: String) {
        #expect(FormulaGuard.removed(from: text) == meant)
    }

    @Test func `fields that are no formula cost next to nothing`() {
        let field = String(repeating: "南華區戶政事務所", count: 4)
        let time = threadTime { for _ in 0..<100_000 { _ = FormulaGuard.removed(from: field) } }
        #expect(time < .seconds(2))
    }

    @Test func `a row knows the line on which it begins`() throws {
        let rows = try CSVReader.table(of: Array("a\r\n\r\n\"b\rb\nb\r\nb\"\nc\rd".utf8)).rows
        #expect(rows.map(\.line) == [1, 3, 7, 8])
    }

    @Test(arguments: [
        ("a\n\"b\nc", CSVRefusal.unclosedQuote(line: 2)),
        ("a\n\"b\nc\"d", .textAfterQuote(line: 2, end: 3)),
        ("a\n\"b\n" + String(repeating: "x\n", count: CSVLimit.fieldBytes), .fieldTooLong(line: 2)),
        ("a\n" + String(repeating: "x", count: CSVLimit.fieldBytes + 1), .fieldTooLong(line: 2)),
    ])
    func `a broken file is refused with its line`(text: String, expected: CSVRefusal) {
        #expect(throws: expected) { try CSVReader.table(of: Array(text.utf8)) }
    }

    @Test func `limits are inclusive`() throws {
        let longest = String(repeating: "x", count: CSVLimit.fieldBytes)
        #expect(try fields(longest) == [[longest]])
        let most = Array(repeating: UInt8(ascii: "a"), count: CSVLimit.rows).flatMap { [$0, UInt8(ascii: "\n")] }
        #expect(try CSVReader.table(of: most).rows.count == CSVLimit.rows)
        #expect(throws: CSVRefusal.tooManyRows) { try CSVReader.table(of: most + [UInt8(ascii: "a")]) }
        let tooLarge = [UInt8](repeating: UInt8(ascii: "\n"), count: CSVLimit.fileBytes + 1)
        #expect(throws: CSVRefusal.fileTooLarge) { try CSVReader.table(of: tooLarge) }
    }

    @Test(arguments: [
        ("'=1+1", "=1+1"), ("'＝1", "＝1"), ("''=1", "'=1"), ("'quoted'", "'quoted'"), ("'", "'"), ("'-5", "-5"),
    ])
    func `one mark before a formula is taken away`(text: String, expected: String) throws {
        #expect(try fields(text) == [[expected]])
    }

    @Test(arguments: [
        ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]], ";"), ("a\tb\n1\t2", [["a", "b"], ["1", "2"]], "\t"),
        ("a|b\n1|2", [["a", "b"], ["1", "2"]], "|"), ("sep=;\r\na;b\r\n", [["a", "b"]], ";"),
        ("SEP=,\na,b", [["a", "b"]], ","), ("\"sep=|\"\na|b", [["a", "b"]], "|"), ("\na;b", [["a", "b"]], ";"),
        ("a,b;c", [["a", "b;c"]], ","), ("a", [["a"]], ","), ("sep=\na", [["sep="], ["a"]], ","),
    ])
    func `files of other separators are read`(text: String, expected: [[String]], separator: String) throws {
        let table = try CSVReader.table(of: Array(text.utf8))
        #expect(table.rows.map(\.fields) == expected)
        #expect(table.separator.byte == separator.utf8.first)
    }

    @Test func `a line that says the separator counts as a line`() throws {
        #expect(try CSVReader.table(of: Array("sep=;\r\na;b\r\nc;d".utf8)).rows.map(\.line) == [2, 3])
    }

    @Test(arguments: [
        ("=\"00123\"", "00123"), ("\"=\"\"00123\"\"\"", "00123"), ("=\"a\"\"b\"", "a\"b"), ("=\"\"", ""),
        ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
        ("=00123", "=00123"),
    ])
    func `the formula with which Excel keeps zeros is read`(text: String, expected: String) throws {
        #expect(try fields(text) == [[expected]])
    }

    @Test func `no bytes trap`() {
        var generator = SeededBytes(state: 20_261_121)
        let alphabet: [UInt8] = [
            0x22, 0x2C, 0x0D, 0x0A, 0x27, 0x3D, 0x41, 0xA4, 0xE4, 0xB8, 0x80, 0xEF, 0xBB,
            0xBF, 0x00, 0xFF,
        ]
        for round in 0..<20_000 {
            let length = Int(generator.next() % 60)
            let bytes = (0..<length).map { _ in
                round % 2 == 0 ? UInt8(truncatingIfNeeded: generator.next()) : alphabet[Int(generator.next() % 16)]
            }
            _ = try? CSVReader.table(of: bytes)
        }
    }

    @Test func `a row of commas alone is refused by its line, at once`() throws {
        let good = Array((String(repeating: "x,", count: CSVLimit.fieldsPerRow - 1) + "x\n").utf8)
        #expect(try CSVReader.table(of: good).rows.first?.fields.count == CSVLimit.fieldsPerRow)
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: CSVLimit.fileBytes - good.count)
        let time = ContinuousClock().measure {
            #expect(throws: CSVRefusal.tooManyFields(line: 2)) { try CSVReader.table(of: good + commas) }
        }
        #expect(time < .seconds(3))
        #expect(CSVRefusal.tooManyFields(line: 2).sentence.hasPrefix("第 2 列超過 200 格，沒有讀入。"))
        // As in the previews of imports, what the sheet shows as a row is 列.
        let refusals: [CSVRefusal] = [
            .fieldTooLong(line: 2), .tooManyFields(line: 2), .undecodable(line: 2), .unclosedQuote(line: 2),
            .textAfterQuote(line: 2, end: 2), .textAfterQuote(line: 2, end: 1357),
        ]
        for refusal in refusals {
            #expect(refusal.sentence.hasPrefix("第 2 列") && !refusal.sentence.contains("行"), "\(refusal)")
        }
    }

    @Test func `no beginning of a file of any length ends the reader`() throws {
        let files = ["\"sep=;\"\r\na;b", "sep=;\na;b", "\u{feff}\"sep=,\"\n\"a\",\"b\"", "=\"00123\",a\n"]
        for bytes in files.map({ Array($0.utf8) }) {
            for end in bytes.indices {
                _ = try? CSVReader.table(of: Array(bytes[..<end]))
                _ = try? CSVReader.table(of: Array(bytes[..<end]) + [UInt8(ascii: "\n")])
            }
        }
    }
}

/// A small generator (splitmix64) that gives the same bytes in every run.
struct SeededBytes: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
