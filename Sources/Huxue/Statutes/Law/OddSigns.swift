/// Characters by which the ministry's file misses what the law says: those of the private areas, for which every font
/// has something else or an empty box, and the phonetic ㄧ typed for 一.
enum OddSigns {
    /// The mark that printers set where they have no type.
    static let mark: Unicode.Scalar = "〓"

    static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE000...0xF8FF, 0xF0000...0x10FFFD: true
        default: false
        }
    }

    /// Whether the text has a private character.
    static func arePrivate(in text: String) -> Bool { text.unicodeScalars.contains(where: isPrivate) }

    /// The text with the mark for each private character.
    static func marked(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isPrivate($0) ? mark : $0 }))
    }

    /// Whether folded texts are the same as far as can be told: a private character may be any other.
    static func areSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        guard arePrivate(in: one) || arePrivate(in: other) else { return false }
        let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        return left.count == right.count
            && zip(left, right).allSatisfy { $0 == $1 || isPrivate($0) || isPrivate($1) }
    }

    /// Whether the later of two texts of the same meaning has fewer of them.
    static func areMended(from old: String, to new: String) -> Bool { count(in: old) > count(in: new) }

    private static func count(in text: String) -> Int {
        text.unicodeScalars.count { isPrivate($0) || $0 == "ㄧ" }
    }
}
