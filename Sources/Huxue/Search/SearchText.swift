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
    static let stop: Unicode.Scalar = "\u{F8FF}"

    init(_ source: String) {
        var scanner = SearchTextScanner(sink: TokenList())
        scanner.take(source)
        tokens = scanner.sink.tokens
    }

    /// `source` as the index takes it: tokens with a space between them.
    static func indexed(_ source: String) -> String {
        var scanner = SearchTextScanner(sink: IndexedText(reserving: source.utf8.count))
        scanner.take(source)
        return String(decoding: scanner.sink.bytes, as: UTF8.self)
    }

    private struct TokenList: SearchTokenSink {
        var tokens: [Token] = []

        mutating func add(_ scalar: Unicode.Scalar, at place: Int) {
            tokens.append(Token(text: String(Character(scalar)), place: place..<place + 1))
        }

        mutating func add(_ word: String, at place: Range<Int>) {
            tokens.append(Token(text: word, place: place))
        }
    }

    private struct IndexedText: SearchTokenSink {
        var bytes: [UInt8] = []

        init(reserving count: Int) {
            bytes.reserveCapacity(count + count / 2)
        }

        mutating func add(_ scalar: Unicode.Scalar, at place: Int) {
            separate()
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }

        mutating func add(_ word: String, at place: Range<Int>) {
            separate()
            bytes.append(contentsOf: word.utf8)
        }

        private mutating func separate() {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        }
    }
}
