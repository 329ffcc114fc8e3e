/// The directory of a ZIP file in memory; sizes are checked against limits before anything is decompressed.
///
/// Stricter than the format: one disk, no encryption, no ZIP64, nothing before the first entry, and no overlaps.
struct ZipListing: Sendable {
    struct Entry: Sendable {
        let name: String
        let isStored: Bool
        let packed: Int
        let unpacked: Int
        /// The offset at which the entry begins; `data` is the offset of its data.
        let start: Int
        let data: Int

        fileprivate var end: Int { data + packed }
    }

    struct Limits: Sendable {
        var entries = 1000
        var unpacked = 100_000_000
        /// How many times larger than the ZIP file all decompressed entries together may be.
        var ratio = 100
    }

    enum Failure: Error, Equatable {
        case malformed
        case tooManyEntries
        case tooLarge
        case encrypted
        /// A name that would lead outside the folder when the archive is unpacked.
        case unsafeName
    }

    /// The entries in the order of the directory.
    let entries: [Entry]
    private let reader: ByteReader

    init(reading bytes: [UInt8], limits: Limits = Limits()) throws(Failure) {
        reader = ByteReader(bytes: bytes)
        guard let end = Self.end(in: reader), let count = reader.little(2, at: end + 10),
            let size = reader.little(4, at: end + 12), let start = reader.little(4, at: end + 16),
            reader.little(4, at: end + 4) == 0, reader.little(2, at: end + 8) == count, count > 0
        else { throw .malformed }
        guard count <= limits.entries else { throw .tooManyEntries }
        guard start + size == end else { throw .malformed }
        var entries: [Entry] = []
        var place = start
        for _ in 0..<count {
            let (entry, next) = try Self.entry(in: reader, at: place, before: start)
            entries.append(entry)
            place = next
        }
        guard place == end, Set(entries.map { $0.name.lowercased() }).count == count else { throw .malformed }
        let unpacked = entries.reduce(0) { $0 + $1.unpacked }
        guard unpacked <= limits.unpacked, unpacked / limits.ratio <= bytes.count else { throw .tooLarge }
        var free = 0
        for entry in entries.sorted(by: { $0.start < $1.start }) {
            guard entry.start >= free, entry.start > 0 || free == 0 else { throw .malformed }
            free = entry.end
        }
        guard free <= start, entries.contains(where: { $0.start == 0 }) else { throw .malformed }
        self.entries = entries
    }

    func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// The decompressed content of the entry, which has exactly the size stated in the directory.
    func contents(of entry: Entry) throws(Failure) -> [UInt8] {
        guard let packed = reader.slice(entry.data, entry.packed) else { throw .malformed }
        if entry.isStored { return Array(packed) }
        guard let unpacked = Inflation.inflated(Array(packed), size: entry.unpacked) else { throw .malformed }
        return unpacked
    }

    /// The decompressed content of an entry that is read as text.
    ///
    /// Texts are not packed a hundredfold; what is was made to exhaust the server, whatever stands beside it.
    /// - Throws: `tooLarge` for such an entry, and for one of more than `limit` bytes.
    func text(of entry: Entry, limit: Int) throws(Failure) -> [UInt8] {
        guard entry.unpacked <= limit, entry.unpacked / 100 <= entry.packed else { throw .tooLarge }
        return try contents(of: entry)
    }

    /// Decompresses every entry to check it.
    ///
    /// - Throws: `Failure.malformed` when the content of an entry does not match the directory.
    func check() throws(Failure) {
        for entry in entries { _ = try contents(of: entry) }
    }

    /// The offset of the end record, which may be followed by a comment of up to 64 KiB; nil when there is none.
    private static func end(in reader: ByteReader) -> Int? {
        let last = reader.count - 22
        guard last >= 0 else { return nil }
        return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { place in
            reader.has("PK\u{5}\u{6}", at: place) && reader.little(2, at: place + 20) == last - place
        }
    }

    private static func entry(
        in reader: ByteReader, at place: Int, before directory: Int
    ) throws(Failure) -> (Entry, next: Int) {
        guard reader.has("PK\u{1}\u{2}", at: place), let flags = reader.little(2, at: place + 8),
            let method = reader.little(2, at: place + 10), let packed = reader.little(4, at: place + 20),
            let unpacked = reader.little(4, at: place + 24), let nameLength = reader.little(2, at: place + 28),
            let extra = reader.little(2, at: place + 30), let comment = reader.little(2, at: place + 32),
            let start = reader.little(4, at: place + 42), let raw = reader.slice(place + 46, nameLength),
            let name = String(validating: raw, as: UTF8.self), method == 0 || method == 8,
            method == 8 || packed == unpacked
        else { throw .malformed }
        // Bit 0: encrypted; bit 6: strong encryption; bit 13: encrypted directory.
        guard flags & 0b10_0000_0100_0001 == 0 else { throw .encrypted }
        guard isSafe(name) else { throw .unsafeName }
        guard reader.has("PK\u{3}\u{4}", at: start), let localName = reader.little(2, at: start + 26),
            let localExtra = reader.little(2, at: start + 28), reader.little(2, at: start + 8) == method,
            reader.slice(start + 30, localName)?.elementsEqual(raw) == true
        else { throw .malformed }
        let data = start + 30 + localName + localExtra
        guard data + packed <= directory else { throw .malformed }
        let entry = Entry(
            name: name, isStored: method == 0, packed: packed, unpacked: unpacked, start: start, data: data)
        return (entry, place + 46 + nameLength + extra + comment)
    }

    private static func isSafe(_ name: String) -> Bool {
        // Before names are compared: with endless marks that takes forever.
        guard name.utf8.count <= 255, StreamSafeText.holds(name) else { return false }
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":") else { return false }
        return !name.utf8.contains { $0 < 32 } && !name.split(separator: "/").contains("..")
    }
}
