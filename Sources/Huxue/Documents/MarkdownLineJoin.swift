/// How the lines of a paragraph are joined: Chinese has no space between its own characters; beside digits and letters
/// the end of a line is a space.
struct MarkdownLineJoin {
    /// The last character of the running text; nil at the beginning of a block and behind a break that is shown.
    private var last: Unicode.Scalar?
    /// Whether the source has begun a new line since then.
    private var hasLineEnded = false

    var isAtStart: Bool { last == nil }

    /// A block, or a line that is shown as one.
    mutating func begin() { (last, hasLineEnded) = (nil, false) }

    mutating func endLine() { hasLineEnded = true }

    mutating func pass(_ text: String) { last = text.unicodeScalars.last ?? last }

    /// Whether a space stands before what follows; `next`: its first character, nil for an image.
    mutating func needsSpace(before next: Unicode.Scalar?) -> Bool {
        defer { hasLineEnded = false }
        guard hasLineEnded, let last, last != " " else { return false }
        return !(Self.isHan(last) && next.map(Self.isHan) ?? false)
    }

    /// A Han character or a sign of that width; full-width digits and letters are read like those of ASCII.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x2E80, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: false
        default: true
        }
    }
}
