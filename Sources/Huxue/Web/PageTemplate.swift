/// A part of a page that differs from one visit to the next.
enum PageSlot: UInt8, Sendable {
    case remainingSeconds = 1
    case remainingClock = 2
    case serverMilliseconds = 3
}

/// A page rendered once, with slots to be filled in for each visit.
struct PageTemplate: Sendable {
    private var pieces: [(text: [UInt8], slot: PageSlot?)] = []
    private let length: Int

    init(_ page: HTML) {
        length = page.bytes.count
        var start = page.bytes.startIndex
        for (place, byte) in page.bytes.enumerated() {
            guard let slot = PageSlot(rawValue: byte) else { continue }
            pieces.append((Array(page.bytes[start..<place]), slot))
            start = place + 1
        }
        pieces.append((Array(page.bytes[start...]), nil))
    }

    /// The page as UTF-8 bytes.
    func filled(_ value: (PageSlot) -> String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 64)
        for piece in pieces {
            bytes.append(contentsOf: piece.text)
            if let slot = piece.slot { bytes.append(contentsOf: value(slot).utf8) }
        }
        return bytes
    }
}
