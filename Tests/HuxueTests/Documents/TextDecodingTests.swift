import Testing

@testable import Huxue

struct TextDecodingTests {
    private func text(_ bytes: [UInt8]) throws -> String {
        String(decoding: try TextDecoding.utf8(from: bytes), as: UTF8.self)
    }

    @Test func `UTF-8 is read with and without its mark`() throws {
        #expect(try text(Array("戶政".utf8)) == "戶政")
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("戶政".utf8)) == "戶政")
        #expect(try text([]) == "")
    }

    /// 許功蓋 end in the bytes of `\`; 碁銹恒 are code page 950's own; the euro sign is its youngest.
    @Test(arguments: [
        ([0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C], "許功蓋"), ([0xF9, 0xD6, 0xF9, 0xD7, 0xF9, 0xDA], "碁銹恒"),
        ([0xA3, 0xE1], "€"), ([0x41, 0x2C, 0xA4, 0xA4, 0xA4, 0xE5, 0x0D, 0x0A], "A,中文\r\n"),
    ])
    func `Big5 is read`(bytes: [UInt8], expected: String) throws {
        #expect(try text(bytes) == expected)
    }

    @Test(arguments: [
        // A lead byte at the end, a byte that is none, a character of the office's own (造字).
        ([0x41, 0x0D, 0x0A, 0xA4], 2), ([0x41, 0x0A, 0x42, 0x0A, 0xFF, 0x41], 3), ([0x41, 0x0D, 0xFA, 0x40], 2),
        // UTF-8 that breaks off in line 2, and a surrogate.
        ([0xE6, 0x88, 0xB6, 0x0A, 0xE6, 0x88, 0xFF, 0xFF], 2), ([0x0A, 0x0A, 0xED, 0xA0, 0x80, 0x0A], 3),
    ])
    func `a byte that nobody can read is named by its line`(bytes: [UInt8], line: Int) {
        #expect(throws: CSVRefusal.undecodable(line: line)) { try TextDecoding.utf8(from: bytes) }
    }

    @Test func `marked as UTF-8, it is never taken for Big5`() {
        #expect(throws: CSVRefusal.undecodable(line: 1)) {
            try TextDecoding.utf8(from: [0xEF, 0xBB, 0xBF, 0xA4, 0xA4])
        }
    }

    @Test func `UTF-16 is refused by name`() {
        #expect(throws: CSVRefusal.utf16) { try TextDecoding.utf8(from: [0xFF, 0xFE, 0x36, 0x62]) }
    }
}
