import CZlib

/// Decompresses DEFLATE data.
enum Inflation {
    /// The decompressed data; nil unless it is valid and exactly `size` bytes long.
    static func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
        var stream = z_stream()
        // A negative window size means raw DEFLATE data without zlib's header.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        // One extra byte reveals data that is longer than `size`.
        var output = [UInt8](repeating: 0, count: size + 1)
        var input = packed
        let end = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        guard end == Z_STREAM_END, stream.avail_in == 0, Int(stream.total_out) == size else { return nil }
        output.removeLast()
        return output
    }
}
