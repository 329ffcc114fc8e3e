import Foundation
import Testing

@testable import Huxue

/// Archives as any program writes them.
enum SampleZip {
    /// `packs`: whether the files are deflated, or stored as they are; `lie`: added to the size in the list.
    static func archive(_ files: [(String, Data)], packs: Bool = true, flags: UInt16 = 0, lie: Int = 0) -> Data {
        var (bytes, list) = (Data(), Data())
        for (name, content) in files {
            guard let gzip = try? Gzip.compressed(Array(content)) else { continue }
            // A gzip file is 10 bytes of head, the data, the checksum and the size.
            let packed = packs ? Data(gzip[10..<(gzip.count - 8)]) : content
            let checksum = Data(gzip[(gzip.count - 8)..<(gzip.count - 4)])
            let common =
                number(20, 2) + number(Int(flags), 2) + number(packs ? 8 : 0, 2) + number(0, 4) + checksum
                + number(packed.count, 4) + number(content.count + lie, 4) + number(name.utf8.count, 2) + number(0, 2)
            list += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(bytes.count, 4)
            list += Data(name.utf8)
            bytes += number(0x0403_4B50, 4) + common + Data(name.utf8) + packed
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
        return bytes + list + end
    }

    private static func number(_ value: Int, _ count: Int) -> Data {
        Data((0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) })
    }
}

struct ZipArchiveTests {
    private func unpacked(_ archive: Data, limit: Int = 1 << 20) throws -> [String: Data] {
        let path = NSTemporaryDirectory() + UUID().uuidString
        try archive.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let opened = try ZipArchive(try #require(FileHandle(forReadingAtPath: path)))
        return try opened.entries.reduce(into: [:]) { found, entry in
            let reader = try opened.reader(of: entry, limit: limit)
            var content = Data()
            while let piece = try reader.next() { content += piece }
            found[entry.name] = content
        }
    }

    @Test(arguments: [true, false]) func `what was packed comes out`(packs: Bool) throws {
        let long = Data((0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) })
        let files = [("甲.json", Data("{}".utf8)), ("long", long), ("empty", Data())]
        #expect(try unpacked(SampleZip.archive(files, packs: packs)) == Dictionary(uniqueKeysWithValues: files))
    }

    @Test func `a bomb, a lie, a secret and a broken one are refused`() throws {
        let zeros = Data(count: 900_000)
        #expect(throws: ZipArchive.Fault.oversized) { try unpacked(SampleZip.archive([("a", zeros)])) }
        #expect(throws: ZipArchive.Fault.oversized) {
            try unpacked(SampleZip.archive([("a", Data("abc".utf8))]), limit: 2)
        }
        #expect(throws: ZipArchive.Fault.damaged) { try unpacked(SampleZip.archive([("a", Data("abc".utf8))], lie: 1)) }
        #expect(throws: ZipArchive.Fault.damaged) {
            try unpacked(SampleZip.archive([("a", Data("abc".utf8))], lie: -1))
        }
        #expect(throws: ZipArchive.Fault.unsupported) {
            try unpacked(SampleZip.archive([("a", Data("abc".utf8))], flags: 1))
        }
        for archive in [Data(), Data("PK".utf8), SampleZip.archive([("a", Data("abc".utf8))]).dropFirst(10)] {
            #expect(throws: ZipArchive.Fault.damaged) { try unpacked(Data(archive)) }
        }
    }

    @Test func `no bytes trap`() throws {
        var generator = SeededBytes(state: 9)
        let whole = SampleZip.archive([("a.json", Data("{\"Laws\": []}".utf8)), ("b", Data("x".utf8))])
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<(1 + generator.next() % 4) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            let length = Int.random(in: bytes.indices, using: &generator)
            _ = try? unpacked(Bool.random(using: &generator) ? bytes.prefix(length) : bytes)
        }
    }
}
