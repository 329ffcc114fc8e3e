import CIconv
import Foundation

/// Converts text files to UTF-8 from UTF-8 with or without BOM, or from Big5 (code page 950).
///
/// Excel in Taiwan still writes Big5.
enum TextDecoding {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text as valid UTF-8 without BOM.
    /// - Throws: `CSVRefusal.undecodable` with the line of the first byte that neither encoding can read.
    static func utf8(from bytes: [UInt8]) throws(CSVRefusal) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        let isMarked = bytes.starts(with: byteOrderMark)
        let text = isMarked ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
        if String(validating: text, as: UTF8.self) != nil { return text }
        var good = goodPrefix(of: text, as: "UTF-8")
        if !isMarked {
            switch converted(text, from: "CP950") {
            case .success(let decoded): return decoded
            case .failure(let failure): good = max(good, failure.offset)
            }
        }
        throw .undecodable(line: 1 + lineBreaks(in: text.prefix(good)))
    }

    private struct BadByte: Error {
        /// The number of valid bytes before it.
        let offset: Int
    }

    private static func goodPrefix(of bytes: [UInt8], as encoding: String) -> Int {
        switch converted(bytes, from: encoding) {
        case .success: bytes.count
        case .failure(let failure): failure.offset
        }
    }

    /// Converts strictly with iconv: one invalid byte makes the whole text fail.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> Result<[UInt8], BadByte> {
        let converter = iconv_open("UTF-8", encoding)
        guard let converter, Int(bitPattern: converter) != -1 else { return .failure(BadByte(offset: 0)) }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var inputLeft = input.count
        // In UTF-8 no character takes more than three times its bytes in the other encoding.
        var output = [CChar](repeating: 0, count: input.count * 3 + 16)
        var outputLeft = output.count
        let outcome = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        guard outcome != size_t.max, inputLeft == 0 else {
            return .failure(BadByte(offset: bytes.count - inputLeft))
        }
        let decoded = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
        guard String(validating: decoded, as: UTF8.self) != nil else { return .failure(BadByte(offset: 0)) }
        return .success(decoded)
    }

    /// The number of line breaks; CR, LF and CRLF each count as one.
    ///
    /// Counting bytes is safe, because neither CR nor LF occurs inside a character of UTF-8 or Big5.
    private static func lineBreaks(in bytes: ArraySlice<UInt8>) -> Int {
        var breaks = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r")) {
                breaks += 1
            }
            previous = byte
        }
        return breaks
    }
}
