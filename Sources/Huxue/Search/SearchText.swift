import Foundation

/// How text is cut into tokens, for the full-text index and for what people look for.
///
/// Every Han character is a token, so that a word of any length is found as a phrase wherever it stands; other letters
/// and digits form lower-case words. Width, case and variants of a character make no difference.
struct SearchText: Sendable {
    struct Token: Equatable, Sendable {
        let text: String
        /// Where it stands, counted in scalars of the source.
        let place: Range<Int>
    }

    /// In order; ends of sentences are tokens too, so that no phrase goes across them.
    let tokens: [Token]

    /// The token for the end of a sentence: a private character, which the index keeps like a letter.
    static let stop = "\u{F8FF}"

    init(_ source: String) {
        var scanner = Scanner()
        for (place, scalar) in source.unicodeScalars.enumerated() { scanner.take(scalar, at: place) }
        tokens = scanner.finish()
    }

    /// The text as the index takes it: tokens with a space between them.
    var indexed: String { tokens.lazy.map(\.text).joined(separator: " ") }

    private struct Scanner {
        private var tokens: [Token] = []
        private var word = ""
        private var start = 0
        private var end = 0

        mutating func take(_ scalar: Unicode.Scalar, at place: Int) {
            if scalar.isASCII || SearchText.isHan(scalar) { return takeFolded(scalar, at: place) }
            for folded in String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars {
                takeFolded(folded, at: place)
            }
        }

        mutating func finish() -> [Token] {
            closeWord()
            return tokens
        }

        private mutating func takeFolded(_ scalar: Unicode.Scalar, at place: Int) {
            if SearchText.isHan(scalar) {
                closeWord()
                let found = SearchVariants.common[scalar] ?? scalar
                tokens.append(Token(text: String(Character(found)), place: place..<place + 1))
            } else if SearchText.isLetter(scalar) {
                if word.isEmpty { start = place }
                word += scalar.properties.lowercaseMapping
                end = place + 1
            } else {
                closeWord()
                guard SearchText.stops.contains(scalar), tokens.last.map({ $0.text != SearchText.stop }) ?? false
                else { return }
                tokens.append(Token(text: SearchText.stop, place: place..<place + 1))
            }
        }

        private mutating func closeWord() {
            guard !word.isEmpty else { return }
            tokens.append(Token(text: word, place: start..<end))
            word = ""
        }
    }

    private static let stops: Set<Unicode.Scalar> = ["。", "！", "？", "；", "!", "?", ";"]

    /// Ideographs, kana, bopomofo and what else is written without spaces.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xE000...0xF8FE,
            0x20000...0x3FFFF, 0xF0000...0x10FFFD:
            true
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
