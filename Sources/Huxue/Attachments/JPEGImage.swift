/// A JPEG file, segment by segment.
struct JPEGImage: RasterImage {
    let width: Int
    let height: Int
    let bytes: [UInt8]

    init?(reading bytes: [UInt8]) {
        let reader = ByteReader(bytes: bytes)
        guard reader.big(3, at: 0) == 0xFFD8FF else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        var extent: (width: Int, height: Int)?
        var turn: UInt8?
        var hasData = false
        var place = 2
        while let marker = reader.big(2, at: place), marker >= 0xFF01 {
            // Markers may be preceded by any number of fill bytes.
            if marker == 0xFFFF {
                place += 1
                continue
            }
            if marker == 0xFFD9 {
                guard let extent, hasData else { return nil }
                (width, height) = extent
                let turned = turn.map { kept[..<2] + Self.segment(turn: $0) + kept[2...] } ?? kept[...]
                self.bytes = turned + [0xFF, 0xD9]
                return
            }
            guard let length = reader.big(2, at: place + 2), length >= 2, let segment = reader.slice(place, length + 2)
            else { return nil }
            if Self.isFrame(marker), extent == nil, length >= 8, let height = reader.big(2, at: place + 5),
                let width = reader.big(2, at: place + 7)
            {
                extent = (width, height)
            }
            if marker == 0xFFE1, turn == nil { turn = Self.turn(in: reader, at: place + 4, length: length - 2) }
            if !Self.isMetadata(marker) { kept += segment }
            place += length + 2
            guard marker == 0xFFDA else { continue }
            hasData = true
            let end = Self.endOfData(in: bytes, from: place)
            kept += bytes[place..<end]
            place = end
        }
        return nil
    }

    /// Whether a segment holds metadata: EXIF, XMP, Photoshop's data, comments, or data for cameras only.
    private static func isMetadata(_ marker: Int) -> Bool {
        switch marker {
        // JFIF, colour profiles and Adobe's colour transform are needed to draw the picture.
        case 0xFFE0, 0xFFE2, 0xFFEE: false
        case 0xFFE1...0xFFEF, 0xFFFE: true
        default: false
        }
    }

    private static func isFrame(_ marker: Int) -> Bool {
        (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
    }

    /// The index of the next marker that is not part of the coded data.
    private static func endOfData(in bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]) { return place }
            place += 1
        }
        return bytes.count
    }

    /// The orientation, 2 to 8, in an EXIF segment; kept, as the only metadata that changes how the picture looks.
    private static func turn(in reader: ByteReader, at start: Int, length: Int) -> UInt8? {
        guard reader.has("Exif\0\0", at: start) else { return nil }
        let base = start + 6
        let isLittle = reader.has("II", at: base)
        func number(_ size: Int, _ place: Int) -> Int? {
            guard place >= base, place + size <= start + length else { return nil }
            return isLittle ? reader.little(size, at: place) : reader.big(size, at: place)
        }
        guard isLittle || reader.has("MM", at: base), number(2, base + 2) == 42, let directory = number(4, base + 4),
            let count = number(2, base + directory)
        else { return nil }
        for index in 0..<min(count, 200) {
            let entry = base + directory + 2 + 12 * index
            guard number(2, entry) == 0x0112, let turn = number(2, entry + 8) else { continue }
            return (2...8).contains(turn) ? UInt8(turn) : nil
        }
        return nil
    }

    /// An EXIF segment with the orientation and nothing else.
    private static func segment(turn: UInt8) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8)
            + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
    }
}
