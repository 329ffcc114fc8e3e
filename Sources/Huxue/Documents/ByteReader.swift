/// Reads numbers and text at given places of bytes; results are nil, or false, beyond the end.
struct ByteReader: Sendable {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    /// The unsigned little-endian number of `size` bytes.
    func little(_ size: Int, at place: Int) -> Int? {
        guard place >= 0, size <= 4, place <= bytes.count - size else { return nil }
        return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    /// The unsigned big-endian number of `size` bytes.
    func big(_ size: Int, at place: Int) -> Int? {
        guard place >= 0, size <= 4, place <= bytes.count - size else { return nil }
        return (0..<size).reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    }

    func has(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place <= bytes.count - text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { bytes[place..<place + $0.count].elementsEqual($0) }
    }

    /// The `length` bytes from `place` on; nil when there are fewer.
    func slice(_ place: Int, _ length: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, length >= 0, length <= bytes.count, place <= bytes.count - length else { return nil }
        return bytes[place..<place + length]
    }
}
