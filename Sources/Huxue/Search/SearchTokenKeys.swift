/// The tokens of a text as numbers: looking through a long text then makes no string for each of its characters.
struct SearchTokenKeys: SearchTokenSink {
    struct Token {
        /// The character; of a word its place in `words`, marked.
        let key: UInt32
        /// Where it stands, counted in scalars of the text.
        let start: UInt32
        let end: UInt32
    }

    /// A token of what is looked for.
    enum Wanted {
        case character(UInt32)
        case word(String)
    }

    private(set) var tokens: [Token] = []
    private var words: [String] = []
    private static let wordMark: UInt32 = 1 << 31

    init(_ text: String) {
        tokens.reserveCapacity(text.utf8.count / 3)
        var scanner = SearchTextScanner(sink: self)
        scanner.take(text)
        self = scanner.sink
    }

    mutating func add(_ scalar: Unicode.Scalar, at place: Int) {
        tokens.append(Token(key: scalar.value, start: UInt32(place), end: UInt32(place + 1)))
    }

    mutating func add(_ word: String, at place: Range<Int>) {
        tokens.append(
            Token(
                key: Self.wordMark | UInt32(words.count), start: UInt32(place.lowerBound),
                end: UInt32(place.upperBound)))
        words.append(word)
    }

    /// What is looked for, from its tokens.
    static func phrase(_ tokens: [String]) -> [Wanted] {
        tokens.map { token in
            let keys = SearchTokenKeys(token)
            guard keys.tokens.count == 1, let first = keys.tokens.first, first.key & wordMark == 0 else {
                return .word(token)
            }
            return .character(first.key)
        }
    }

    /// Whether the phrase, of at least one token, begins at the token `start`; its last one may go on when it is Latin.
    func has(_ phrase: [Wanted], at start: Int) -> Bool {
        guard start + phrase.count <= tokens.count else { return false }
        for (offset, wanted) in phrase.enumerated() {
            let key = tokens[start + offset].key
            switch wanted {
            case .character(let character):
                guard key == character else { return false }
            case .word(let wanted):
                guard key & Self.wordMark != 0 else { return false }
                let word = words[Int(key & ~Self.wordMark)]
                let mayGoOn = offset == phrase.count - 1 && wanted.utf8.first.map { $0 < 0x80 } ?? false
                guard mayGoOn ? word.hasPrefix(wanted) : word == wanted else { return false }
            }
        }
        return true
    }

    /// Rules out nearly all places where no phrase begins.
    struct Beginnings {
        private var characters = [Bool](repeating: false, count: 256)
        private var hasWord = false

        init(_ phrases: [[Wanted]]) {
            for phrase in phrases {
                switch phrase.first {
                case .character(let character): characters[Int(character & 255)] = true
                case .word: hasWord = true
                case nil: break
                }
            }
        }

        func mayBegin(with token: Token) -> Bool {
            token.key & SearchTokenKeys.wordMark == 0 ? characters[Int(token.key & 255)] : hasWord
        }
    }
}
