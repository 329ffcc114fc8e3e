/// A WebP file, chunk by chunk.
struct WebPImage: RasterImage {
    let width: Int
    let height: Int
    let bytes: [UInt8]

    init?(reading bytes: [UInt8]) {
        let reader = ByteReader(bytes: bytes)
        guard reader.has("RIFF", at: 0), let size = reader.little(4, at: 4), reader.has("WEBP", at: 8),
            size >= 4, size + 8 <= bytes.count
        else { return nil }
        var kept: [UInt8] = []
        var extent: (width: Int, height: Int)?
        var hasData = false
        var place = 12
        while place < size + 8 {
            guard let length = reader.little(4, at: place + 4),
                let chunk = reader.slice(place, min(8 + length + length % 2, size + 8 - place)),
                chunk.count >= 8 + length
            else { return nil }
            if extent == nil { extent = Self.extent(reader, place, length) }
            hasData =
                hasData || reader.has("VP8", at: place) && !reader.has("VP8X", at: place)
                || reader.has("ANMF", at: place)
            if reader.has("VP8X", at: place), length >= 1 {
                var head = Array(chunk)
                // These flags announce EXIF and XMP chunks, which are removed.
                head[8] &= ~0b1100
                kept += head
            } else if !reader.has("EXIF", at: place), !reader.has("XMP ", at: place) {
                kept += chunk
            }
            if (8 + length) % 2 == 1, chunk.count == 8 + length { kept.append(0) }
            place += 8 + length + length % 2
        }
        guard let extent, hasData else { return nil }
        (width, height) = extent
        let total = UInt32(kept.count + 4)
        let written = (0..<4).map { UInt8(truncatingIfNeeded: total >> (8 * UInt32($0))) }
        self.bytes = Array("RIFF".utf8) + written + Array("WEBP".utf8) + kept
    }

    /// Width and height in pixels as stated in a chunk; nil when the chunk states none.
    private static func extent(_ reader: ByteReader, _ place: Int, _ length: Int) -> (Int, Int)? {
        let data = place + 8
        if reader.has("VP8X", at: place), length >= 10, let width = reader.little(3, at: data + 4),
            let height = reader.little(3, at: data + 7)
        {
            return (width + 1, height + 1)
        }
        if reader.has("VP8L", at: place), length >= 5, reader.little(1, at: data) == 0x2F,
            let bits = reader.little(4, at: data + 1)
        {
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        if reader.has("VP8 ", at: place), length >= 10, reader.little(3, at: data + 3) == 0x2A_019D,
            let width = reader.little(2, at: data + 6), let height = reader.little(2, at: data + 8)
        {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        return nil
    }
}
