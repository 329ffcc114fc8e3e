/// Makes emphasis work in Chinese text such as `**粗體：**文字`.
///
/// CommonMark does not treat these asterisks as emphasis, because there is punctuation inside them and a letter right
/// outside, which is usual in Chinese without spaces. Therefore a separator that occurs in no text is inserted beside
/// such punctuation before parsing, and removed from the result.
enum MarkdownEmphasis {
    /// Unicode's last private-use character; offices already use those of the basic plane for characters of their own.
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

    /// Whether the character is punctuation outside ASCII; for ASCII, CommonMark's own rule is left in force.
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
