import CZlib

/// Writes a ZIP file in memory.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a file; names are ours, short and with `/` between folders.
    ///
    /// `isStored`: whether it must not be packed.
    mutating func add(_ name: String, _ content: [UInt8], isStored mustStore: Bool = false) {
        let packed = mustStore ? content : Self.deflated(content) ?? content
        let isStored = packed.count >= content.count
        let data = isStored ? content : packed
        let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        let start = bytes.count
        // Version 2.0; bit 11 says that the name is UTF-8; 1980-01-01, so that equal content makes equal files.
        var facts = Self.little(20, 2) + Self.little(1 << 11, 2) + Self.little(isStored ? 0 : 8, 2)
        facts += Self.little(0, 2) + Self.little(0x21, 2) + Self.little(Int(sum), 4)
        facts += Self.little(data.count, 4) + Self.little(content.count, 4) + Self.little(name.utf8.count, 2)
        facts += Self.little(0, 2)
        bytes += Array("PK\u{3}\u{4}".utf8) + facts + Array(name.utf8) + data
        directory += Array("PK\u{1}\u{2}".utf8) + Self.little(20, 2) + facts + Self.little(0, 2) + Self.little(0, 2)
        directory += Self.little(0, 2) + Self.little(0, 4) + Self.little(start, 4) + Array(name.utf8)
        count += 1
    }

    /// The whole file.
    func finished() -> [UInt8] {
        bytes + directory + Array("PK\u{5}\u{6}".utf8) + Self.little(0, 4) + Self.little(count, 2)
            + Self.little(count, 2) + Self.little(directory.count, 4) + Self.little(bytes.count, 4) + Self.little(0, 2)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// Raw DEFLATE data; nil when zlib refuses.
    private static func deflated(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // A negative window size means raw DEFLATE data without zlib's header.
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        var input = content
        let end = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        return end == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }
}
