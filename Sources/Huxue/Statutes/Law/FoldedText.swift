/// A text folded as `LawText.folded` does it, with the way back to where each scalar stood.
///
/// An empty line becomes one `wall`, so that nothing is read across it; other white space is dropped.
struct FoldedText: Sendable {
    /// A line of the source, but for empty ones.
    struct Line: Sendable {
        /// Index of its first scalar in `scalars`.
        let start: Int
        /// Begins with a blank: the ministry's older texts set wrapped lines like this.
        let isIndented: Bool
    }

    static let wall: Unicode.Scalar = "\n"

    let source: String
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var lines: [Line] = []
    /// Offsets in UTF-8 where the source of each scalar begins and ends.
    private var places: [(start: Int, end: Int)] = []

    init(_ source: String) {
        self.source = source
        scalars.reserveCapacity(source.utf8.count / 3)
        places.reserveCapacity(source.utf8.count / 3)
        var offset = 0
        var breaks = 1
        var isIndented = false
        for scalar in source.unicodeScalars {
            let start = offset
            offset += UTF8.width(scalar)
            if Self.isBlank(scalar) {
                if scalar == "\n" { breaks += 1 }
                isIndented = scalar != "\n" && scalar != "\r"
                continue
            }
            if breaks > 0 { beginLine(afterBreaks: breaks, isIndented: isIndented, at: start) }
            breaks = 0
            isIndented = false
            append(scalar, from: start, to: offset)
        }
    }

    /// Where the scalars of `range`, at least one, stood in the source.
    func sourceRange(_ range: Range<Int>) -> Range<String.Index> {
        let bytes = source.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: places[range.lowerBound].start)
        return start..<bytes.index(bytes.startIndex, offsetBy: places[range.upperBound - 1].end)
    }

    private mutating func beginLine(afterBreaks breaks: Int, isIndented: Bool, at offset: Int) {
        if breaks > 1, !scalars.isEmpty {
            scalars.append(Self.wall)
            places.append((offset, offset))
        }
        lines.append(Line(start: scalars.count, isIndented: isIndented))
    }

    private mutating func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        if let folded = Self.known[scalar] {
            let isChineseZero =
                folded == "0" && scalars.last.map { "〇零一二三四五六七八九十百千".unicodeScalars.contains($0) } ?? false
            scalars.append(isChineseZero ? "〇" : folded)
            places.append((start, end))
            return
        }
        for folded in LawText.folded(String(scalar)).unicodeScalars {
            scalars.append(folded)
            places.append((start, end))
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF: false
        case 0x200B, 0x2060, 0xFEFF: true
        default: scalar.properties.isWhitespace
        }
    }

    private static let known = FoldedScalars()
}

/// What `LawText.folded` makes of the scalars that fill texts about law, worked out once.
private struct FoldedScalars: Sendable {
    /// By scalar value; 0 where folding was not worked out or does not give exactly one scalar.
    private var values = [UInt32](repeating: 0, count: 0x10000)

    init() {
        // Ideographs fold one to one, so that one call does them all.
        let ideographs = (0x4E00...0x9FFF).compactMap { Unicode.Scalar($0 as UInt32) }
        let folded = Array(LawText.folded(String(String.UnicodeScalarView(ideographs))).unicodeScalars)
        if folded.count == ideographs.count {
            for (scalar, one) in zip(ideographs, folded) { values[Int(scalar.value)] = one.value }
        }
        for range in [0x21...0xFF, 0x2010...0x2027, 0x3001...0x303F, 0xFF01...0xFF5E] as [ClosedRange<UInt32>] {
            for scalar in range.compactMap({ Unicode.Scalar($0) }) {
                let folded = Array(LawText.folded(String(scalar)).unicodeScalars)
                if folded.count == 1 { values[Int(scalar.value)] = folded[0].value }
            }
        }
    }

    subscript(scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.value < 0x10000 else { return nil }
        let value = values[Int(scalar.value)]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
