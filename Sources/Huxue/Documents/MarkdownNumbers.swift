/// The numbers of a text's lists as they were typed: the parser tells only the first of each list.
///
/// It goes through the text once, beside the parser, and is valid for as long as that works.
struct MarkdownNumbers {
    private let source: UnsafeBufferPointer<CChar>
    /// Where the parser has come to.
    private var place = 0

    init(of source: UnsafeBufferPointer<CChar> = UnsafeBufferPointer(start: nil, count: 0)) {
        self.source = source
    }

    /// Notes that the parser has come to a text.
    mutating func pass(_ text: UnsafePointer<CChar>?, _ size: UInt32) {
        guard let text, let base = source.baseAddress else { return }
        let reached = text - base + Int(size)
        if (0...source.count).contains(reached), reached > place { place = reached }
    }

    /// The number of the next line that begins with one; nil when there is none.
    mutating func next() -> Int? {
        while place < source.count {
            let (number, end) = number(from: place)
            place = end
            if let number { return number }
            while place < source.count, byte(place) != UInt8(ascii: "\n") { place += 1 }
            place += 1
        }
        return nil
    }

    /// The number that stands next, behind margins and the signs of other lists, and where it ends.
    private func number(from start: Int) -> (Int?, Int) {
        var place = start
        while place < source.count, [" ", "\t", ">", "-", "+", "*"].contains(Unicode.Scalar(byte(place))) { place += 1 }
        var end = place
        while end < source.count, ("0"..."9").contains(Unicode.Scalar(byte(end))) { end += 1 }
        guard end > place, end - place < 10, end < source.count, [".", ")"].contains(Unicode.Scalar(byte(end))) else {
            return (nil, place)
        }
        return (Int(String(decoding: (place..<end).map(byte), as: UTF8.self)), end + 1)
    }

    private func byte(_ place: Int) -> UInt8 { UInt8(bitPattern: source[place]) }
}
