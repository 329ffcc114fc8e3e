import CZlib
import Foundation

/// The list of files in a ZIP archive on the disk; encrypted and ZIP64 archives are refused.
struct ZipArchive {
    enum Fault: Error {
        /// The file is no ZIP archive, or a damaged one.
        case damaged
        /// The archive is encrypted, or uses an unsupported compression method.
        case unsupported
        case oversized
    }

    struct Entry {
        let name: String
        fileprivate let isPacked: Bool
        let packedSize: Int
        let size: Int
        fileprivate let checksum: UInt32
        fileprivate let head: UInt64
    }

    let entries: [Entry]
    private let handle: FileHandle
    private let length: UInt64

    private static let entryLimit = 1000
    private static let directoryLimit = 1 << 20
    /// How many times larger than its compressed data a file may be, against decompression bombs.
    private static let ratio = 100

    /// - Throws: `Fault`, or the system's error.
    init(_ handle: FileHandle) throws {
        self.handle = handle
        length = try handle.seekToEnd()
        let tail = try Self.read(handle, at: length - min(length, 65_557), count: Int(min(length, 65_557)))
        guard let end = Self.lastPlace(of: [0x50, 0x4B, 0x05, 0x06], in: tail), end + 22 <= tail.count else {
            throw Fault.damaged
        }
        let count = Self.number(tail, end + 10, 2)
        let (size, start) = (Self.number(tail, end + 12, 4), Self.number(tail, end + 16, 4))
        guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw Fault.unsupported }
        guard count <= Self.entryLimit, size <= Self.directoryLimit else { throw Fault.oversized }
        let directory = try Self.read(handle, at: UInt64(start), count: size)
        guard directory.count == size else { throw Fault.damaged }
        var entries: [Entry] = []
        var place = 0
        for _ in 0..<count { entries.append(try Self.entry(in: directory, at: &place)) }
        self.entries = entries
    }

    private static func entry(in directory: [UInt8], at place: inout Int) throws -> Entry {
        guard place + 46 <= directory.count, number(directory, place, 4) == 0x0201_4B50 else { throw Fault.damaged }
        let (flags, method) = (number(directory, place + 8, 2), number(directory, place + 10, 2))
        let (packed, size) = (number(directory, place + 20, 4), number(directory, place + 24, 4))
        let nameEnd = place + 46 + number(directory, place + 28, 2)
        let next = nameEnd + number(directory, place + 30, 2) + number(directory, place + 32, 2)
        let head = number(directory, place + 42, 4)
        guard next <= directory.count else { throw Fault.damaged }
        guard flags & 1 == 0, method == 0 || method == 8, packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF,
            head != 0xFFFF_FFFF
        else { throw Fault.unsupported }
        let entry = Entry(
            name: String(decoding: directory[(place + 46)..<nameEnd], as: UTF8.self), isPacked: method == 8,
            packedSize: packed, size: size, checksum: UInt32(number(directory, place + 16, 4)), head: UInt64(head))
        place = next
        return entry
    }

    /// A reader at the beginning of one file.
    ///
    /// The decompressed file must have exactly the size in the list, and at most `limit` bytes.
    func reader(of entry: Entry, limit: Int) throws -> ZipEntryReader {
        guard entry.size <= limit, entry.size / Self.ratio <= entry.packedSize else { throw Fault.oversized }
        let head = try Self.read(handle, at: entry.head, count: 30)
        guard head.count == 30, Self.number(head, 0, 4) == 0x0403_4B50 else { throw Fault.damaged }
        let start = entry.head + 30 + UInt64(Self.number(head, 26, 2) + Self.number(head, 28, 2))
        guard start + UInt64(entry.packedSize) <= length else { throw Fault.damaged }
        return try ZipEntryReader(
            handle, from: start, packed: entry.packedSize, size: entry.size, checksum: entry.checksum,
            inflates: entry.isPacked)
    }

    private static func read(_ handle: FileHandle, at place: UInt64, count: Int) throws -> [UInt8] {
        try handle.seek(toOffset: place)
        return Array(try handle.read(upToCount: count) ?? Data())
    }

    /// The little-endian number of `count` bytes at `place`.
    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    private static func lastPlace(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).last { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }
    }
}

/// Decompresses one file of an archive piece by piece.
final class ZipEntryReader {
    private let handle: FileHandle
    private var place: UInt64
    private var packedLeft: Int
    private var sizeLeft: Int
    private let checksum: UInt32
    private var sum = crc32(0, nil, 0)
    /// Nil for an uncompressed file; allocated on the heap, because zlib needs it to stay at one address.
    private let stream: UnsafeMutablePointer<z_stream>?
    private var input: [UInt8] = []
    private static let chunk = 1 << 18

    fileprivate init(
        _ handle: FileHandle, from start: UInt64, packed: Int, size: Int, checksum: UInt32, inflates: Bool
    ) throws {
        self.handle = handle
        place = start
        packedLeft = packed
        sizeLeft = size
        self.checksum = checksum
        guard inflates else {
            stream = nil
            return
        }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        self.stream = stream
        // A negative window size means raw DEFLATE data without zlib's header.
        guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ZipArchive.Fault.unsupported
        }
    }

    deinit {
        guard let stream else { return }
        inflateEnd(stream)
        stream.deallocate()
    }

    /// The next piece; nil at the end, if size and checksum are right.
    /// - Throws: `ZipArchive.Fault.damaged`, or the system's error.
    func next() throws -> Data? {
        guard sizeLeft > 0 else {
            guard sum == UInt(checksum) else { throw ZipArchive.Fault.damaged }
            return nil
        }
        let piece = try stream.map(inflated) ?? read()
        guard !piece.isEmpty, piece.count <= sizeLeft else { throw ZipArchive.Fault.damaged }
        sizeLeft -= piece.count
        sum = piece.withUnsafeBufferPointer { crc32(sum, $0.baseAddress, UInt32($0.count)) }
        return Data(piece)
    }

    private func read() throws -> [UInt8] {
        try handle.seek(toOffset: place)
        let data = try handle.read(upToCount: min(Self.chunk, packedLeft)) ?? Data()
        place += UInt64(data.count)
        packedLeft -= data.count
        return Array(data)
    }

    private func inflated(_ stream: UnsafeMutablePointer<z_stream>) throws -> [UInt8] {
        var output = [UInt8](repeating: 0, count: Self.chunk)
        var written = 0
        while written == 0 {
            if input.isEmpty { input = try read() }
            let (code, left, free) = input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_in = source.baseAddress
                    stream.pointee.avail_in = UInt32(source.count)
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    let code = inflate(stream, Z_NO_FLUSH)
                    return (code, Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                }
            }
            written = Self.chunk - free
            guard code == Z_OK || code == Z_STREAM_END, written > 0 || left < input.count else {
                throw ZipArchive.Fault.damaged
            }
            input.removeFirst(input.count - left)
            if code == Z_STREAM_END { break }
        }
        return Array(output.prefix(written))
    }
}
