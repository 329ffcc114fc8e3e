import Foundation

/// Passwords that many people choose: our own list, `Resources/lists/common-passwords.txt`.
///
/// Compared without regard to case, width, and digits or punctuation put at the end.
struct CommonPasswords: Sendable {
    private let words: Set<String>

    /// `text`: one password a line; lines that begin with `#` are remarks.
    init(text: String) {
        var words: Set<String> = []
        for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) where line.first != "#" {
            words.insert(Self.folded(String(String.UnicodeScalarView(line))))
        }
        words.remove("")
        self.words = words
    }

    init(resources: Resources) throws {
        self.init(text: String(decoding: try resources.data("lists/common-passwords.txt"), as: UTF8.self))
    }

    var count: Int { words.count }

    func contains(_ password: String) -> Bool {
        let folded = Self.folded(password)
        return words.contains(folded) || words.contains(Self.withoutTail(folded))
    }

    /// The text in half-width and lower case, without white space.
    static func folded(_ text: String) -> String {
        let lowered = StreamSafeText.compatible(text).lowercased()
        return String(String.UnicodeScalarView(lowered.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    /// The text without the digits and punctuation at its end.
    private static func withoutTail(_ folded: String) -> String {
        var scalars = Array(folded.unicodeScalars)
        while let last = scalars.last, !last.properties.isAlphabetic { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}
