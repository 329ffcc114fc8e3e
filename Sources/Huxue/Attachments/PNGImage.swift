/// A PNG file, chunk by chunk.
struct PNGImage: RasterImage {
    let width: Int
    let height: Int
    let bytes: [UInt8]

    /// The chunk types that are removed: texts, EXIF and the time of the last change.
    private static let metadata: Set<Int> = [0x7445_5874, 0x7A54_5874, 0x6954_5874, 0x6558_4966, 0x7449_4D45]
    private static let header = 0x4948_4452
    private static let data = 0x4944_4154
    private static let end = 0x4945_4E44

    init?(reading bytes: [UInt8]) {
        let reader = ByteReader(bytes: bytes)
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), reader.big(4, at: 8) == 13,
            reader.big(4, at: 12) == Self.header, let width = reader.big(4, at: 16),
            let height = reader.big(4, at: 20), width <= 0x7FFF_FFFF, height <= 0x7FFF_FFFF
        else { return nil }
        var kept = Array(bytes[..<8])
        var place = 8
        var hasData = false
        while let length = reader.big(4, at: place), let type = reader.big(4, at: place + 4),
            let chunk = reader.slice(place, length + 12)
        {
            if !Self.metadata.contains(type) { kept += chunk }
            hasData = hasData || type == Self.data
            place += length + 12
            guard type == Self.end else { continue }
            guard hasData else { return nil }
            (self.width, self.height, self.bytes) = (width, height, kept)
            return
        }
        return nil
    }
}
