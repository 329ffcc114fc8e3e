/// The signs that begin a block of code, and the only ones that end it.
struct MarkdownFence {
    private let sign: UInt8
    private let length: Int

    /// Nil when the line begins no block of code at the place.
    ///
    /// Behind the signs only such words may follow as do not hold the sign: `~~~注意~~~` is text.
    init?(opening line: [UInt8], at place: Int) {
        guard place < line.count, line[place] == UInt8(ascii: "`") || line[place] == UInt8(ascii: "~") else {
            return nil
        }
        sign = line[place]
        length = line[place...].prefix { [sign] in $0 == sign }.count
        guard length > 2, !line[(place + length)...].contains(sign) else { return nil }
    }

    func isClosed(by line: [UInt8], at place: Int) -> Bool {
        let rest = line[place...].drop { $0 == sign }
        return rest.startIndex - place >= length && rest.allSatisfy { $0 == UInt8(ascii: " ") }
    }
}
