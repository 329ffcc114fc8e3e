import Foundation

/// Takes a JSON text apart value by value, holding one value and one chunk of the text at a time.
struct JSONPieces {
    enum Fault: Error {
        /// The text ends inside a value, or before one.
        case ended
        /// Something else stands where a value or a mark must be.
        case unexpected
        /// One value is longer than the limit.
        case oversized
        /// The file cannot be read.
        case unreadable
    }

    private let next: () throws -> Data?
    private var chunk: [UInt8] = []
    private var place = 0
    /// The bytes of the value that is being read, or was read last.
    private(set) var value: [UInt8] = []

    /// - Parameter next: the following bytes of the text; nil or none at its end.
    init(next: @escaping () throws -> Data?) {
        self.next = next
    }

    /// The first bytes, up to `count`, without moving on.
    mutating func lead(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
        while chunk.count - place < count {
            guard let more = try following() else { break }
            chunk = Array(chunk[place...]) + more
            place = 0
        }
        return chunk[place...].prefix(count)
    }

    mutating func skip(_ count: Int) {
        place += count
    }

    /// The next byte that is not white space, without taking it; nil at the end.
    mutating func peek() throws(Fault) -> UInt8? {
        while true {
            while place < chunk.count {
                guard Self.isSpace(chunk[place]) else { return chunk[place] }
                place += 1
            }
            guard try refill() else { return nil }
        }
    }

    /// Takes `mark` when it comes next.
    mutating func take(_ mark: Character) throws(Fault) -> Bool {
        guard try peek() == mark.asciiValue else { return false }
        place += 1
        return true
    }

    /// - Throws: `Fault.ended` or `.unexpected` unless `mark` comes next.
    mutating func require(_ mark: Character) throws(Fault) {
        guard try !take(mark) else { return }
        throw try peek() == nil ? .ended : .unexpected
    }

    /// Reads the next value, of any kind, into `value`.
    mutating func read(limit: Int) throws(Fault) {
        value.removeAll(keepingCapacity: true)
        guard let first = try peek() else { throw .ended }
        guard [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(first) else { return try readPlain() }
        var nesting = Nesting()
        while true {
            let end = nesting.end(in: chunk, from: place)
            guard value.count + (end ?? chunk.count) - place <= limit else { throw .oversized }
            value += chunk[place..<(end ?? chunk.count)]
            place = end ?? chunk.count
            if end != nil { return }
            guard try refill() else { throw .ended }
        }
    }

    /// Whether a field of the value read last has a name of more than 200 bytes.
    ///
    /// Names are compared when they are decoded, which takes forever for some; see `StreamSafeText`.
    var hasLongNames: Bool {
        var (start, end, isEscaped): (Int?, Int?, Bool) = (nil, nil, false)
        for (place, byte) in value.enumerated() {
            if let begun = start {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    (start, end) = (nil, place - begun)
                }
            } else if byte == UInt8(ascii: "\"") {
                start = place
            } else if byte == UInt8(ascii: ":") {
                if end ?? 0 > 200 { return true }
            } else if !Self.isSpace(byte) {
                end = nil
            }
        }
        return false
    }

    /// A number, `true`, `false` or `null`.
    private mutating func readPlain() throws(Fault) {
        let marks = Set(",]}:{[\"".utf8)
        while let byte = try lead(1).first, !marks.contains(byte), !Self.isSpace(byte) {
            guard value.count < 100 else { throw .unexpected }
            value.append(byte)
            place += 1
        }
        guard !value.isEmpty else { throw .unexpected }
    }

    private mutating func refill() throws(Fault) -> Bool {
        guard let more = try following() else { return false }
        chunk = more
        place = 0
        return true
    }

    private func following() throws(Fault) -> [UInt8]? {
        do {
            guard let data = try next(), !data.isEmpty else { return nil }
            return Array(data)
        } catch {
            throw .unreadable
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

/// Where a walk through an object, array or string stands.
private struct Nesting {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Walks on through `chunk`; the place after the value's last byte, nil when the value goes on beyond the chunk.
    mutating func end(in chunk: [UInt8], from place: Int) -> Int? {
        chunk.withUnsafeBufferPointer { bytes in
            for index in place..<bytes.count where ends(at: bytes[index]) { return index + 1 }
            return nil
        }
    }

    @inline(__always) private mutating func ends(at byte: UInt8) -> Bool {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                return depth == 0
            }
            return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            return depth == 0
        default: break
        }
        return false
    }
}
