/// CommonMark lets `**粗體：**文字` stand as it is, because a mark of punctuation stands inside the asterisks and a
/// letter outside.
///
/// In Chinese, without spaces, that is the usual case. A character that no text has is put beside such a mark before
/// parsing and taken out of what comes back.
enum MarkdownEmphasis {
    /// The last private character of Unicode; offices give meanings of their own to those of the basic plane.
    static let separator: Unicode.Scalar = "\u{10FFFD}"

    static func mended(_ source: String) -> String {
        let scalars = Array(source.unicodeScalars.lazy.filter { $0 != separator })
        var mended = String.UnicodeScalarView()
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            guard scalar == "*" || scalar == "~" else {
                mended.append(scalar)
                place += 1
                continue
            }
            let end = scalars[place...].firstIndex { $0 != scalar } ?? scalars.count
            if place > 0, isMark(scalars[place - 1]) { mended.append(separator) }
            mended.append(contentsOf: scalars[place..<end])
            if end < scalars.count, isMark(scalars[end]) { mended.append(separator) }
            place = end
        }
        return String(mended)
    }

    static func restored(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != separator }))
    }

    /// Punctuation as it stands in Chinese text; ASCII follows the standard's own rule.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value > 0x7F else { return false }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .dashPunctuation, .connectorPunctuation:
            return true
        default: return false
        }
    }
}
