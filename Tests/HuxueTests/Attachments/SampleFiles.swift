import CZlib
import Foundation

/// Files of every kind, made byte by byte.
enum SampleFiles {
    static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

    // MARK: ZIP

    struct Part {
        let name: String
        var bytes: [UInt8] = Array("x".utf8)
        var isPacked = false
        /// What the directory says; nil for the truth.
        var claimed: Int?
        var flags = 0
    }

    static func zip(_ parts: [Part], comment: [UInt8] = []) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let data = part.isPacked ? deflated(part.bytes) : part.bytes
            let name = Array(part.name.utf8)
            let start = file.count
            let sizes = little(0, 4) + little(data.count, 4) + little(part.claimed ?? part.bytes.count, 4)
            let head = little(20, 2) + little(part.flags, 2) + little(part.isPacked ? 8 : 0, 2) + little(0, 4) + sizes
            file += Array("PK\u{3}\u{4}".utf8) + head + little(name.count, 2) + little(0, 2) + name + data
            directory += Array("PK\u{1}\u{2}".utf8) + little(20, 2) + head + little(name.count, 2)
            directory += little(0, 12) + little(start, 4) + name
        }
        let end = Array("PK\u{5}\u{6}".utf8) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
        return file + directory + end + little(directory.count, 4) + little(file.count, 4)
            + little(comment.count, 2) + comment
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        var input = bytes
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }

    static let odtParts = [
        Part(name: "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8)),
        Part(name: "content.xml", bytes: Array(repeating: UInt8(ascii: "a"), count: 300), isPacked: true),
        Part(name: "META-INF/manifest.xml", bytes: Array("<manifest/>".utf8), isPacked: true),
    ]

    static func docxParts(_ types: String = "wordprocessingml.document.main+xml") -> [Part] {
        [
            Part(
                name: "[Content_Types].xml",
                bytes: Array("<Types>application/vnd.openxmlformats-officedocument.\(types)</Types>".utf8),
                isPacked: true),
            Part(name: "word/document.xml", bytes: Array("<w/>".utf8), isPacked: true),
        ]
    }

    // MARK: Images

    static func png(width: Int = 2, height: Int = 3, secret: String = "") -> [UInt8] {
        let head = big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]
        let texts =
            secret.isEmpty ? [] : chunk("tEXt", Array("Author\0\(secret)".utf8)) + chunk("eXIf", Array(secret.utf8))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head) + texts
            + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + Array(type.utf8) + data + big(0, 4)
    }

    /// `turn`: 1 to 8, in an EXIF segment that also holds the secret.
    static func jpeg(width: Int = 4, height: Int = 5, secret: String = "", turn: Int? = nil) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        if let turn {
            bytes += segment(
                0xE1,
                Array("Exif\0\0II".utf8) + little(42, 2) + little(8, 4) + little(1, 2) + little(0x0112, 2)
                    + little(3, 2)
                    + little(1, 4) + little(turn, 4) + little(0, 4) + Array(secret.utf8))
        }
        if !secret.isEmpty { bytes += segment(0xED, Array(secret.utf8)) + segment(0xFE, Array(secret.utf8)) }
        bytes += segment(0xC0, [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0])
        bytes += segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
        return bytes + [0xFF, 0xD9]
    }

    private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(data.count + 2, 2) + data
    }

    static func webp(width: Int = 6, height: Int = 7, secret: String = "") -> [UInt8] {
        var parts = riff("VP8X", [0b1100, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
        parts += riff("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4) + [1, 2])
        if !secret.isEmpty { parts += riff("EXIF", Array(secret.utf8)) + riff("XMP ", Array(secret.utf8)) }
        return Array("RIFF".utf8) + little(parts.count + 4, 4) + Array("WEBP".utf8) + parts
    }

    private static func riff(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
    }

    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }

    static func big(_ number: Int, _ count: Int) -> [UInt8] { little(number, count).reversed() }
}
