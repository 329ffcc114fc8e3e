/// What somebody looks for: one or more words, each found as a phrase.
struct SearchQuery: Sendable {
    /// As it was typed, without blanks around it.
    let text: String
    /// The tokens of each word, in order; words are what blanks separate.
    let words: [[String]]

    /// How many words of a query count, and how many tokens of each: bounds what a search costs.
    private static let wordLimit = 12
    /// How many scalars of what was typed count.
    static let lengthLimit = 200
    private static let tokenLimit = 40

    /// What somebody typed, bounded, and without what could turn the line around in which it is shown.
    init(typed text: String) {
        let marks = text.unicodeScalars.prefix(Self.lengthLimit).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        self.init(String(String.UnicodeScalarView(marks)))
    }

    init(_ text: String) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        words = text.split(whereSeparator: \.isWhitespace).prefix(Self.wordLimit).flatMap { word in
            SearchText(String(word)).tokens.map(\.text).prefix(Self.tokenLimit)
                .split(separator: SearchText.stop).map(Array.init)
        }
    }

    /// Nothing that could be found stands in it.
    var isEmpty: Bool { words.isEmpty }

    /// Every word has to be found.
    var all: String { words.map(Self.phrase).joined(separator: " AND ") }

    /// Any word, or any two neighbouring characters of a longer one, will do; nil when that is no more than `all`.
    var any: String? {
        let parts = words.flatMap(Self.parts)
        guard parts.count > 1 else { return nil }
        return parts.map(Self.phrase).joined(separator: " OR ")
    }

    /// The same in the titles alone.
    func titles(_ column: SearchColumn) -> String { "{\(column.rawValue)} : (\(all))" }

    /// What to mark in an excerpt: whole words, or for a partial match their parts.
    func phrases(isPartial: Bool) -> [[String]] { isPartial ? words.flatMap(Self.parts) : words }

    private static func parts(of word: [String]) -> [[String]] {
        guard word.count > 2 else { return [word] }
        return (0..<word.count - 1).map { Array(word[$0...$0 + 1]) }
    }

    /// Tokens are letters and digits, so nothing in the quotes can end them.
    ///
    /// A Latin word may go on.
    private static func phrase(_ tokens: [String]) -> String {
        let quoted = "\"\(tokens.joined(separator: " "))\""
        guard let last = tokens.last?.unicodeScalars.first, last.isASCII else { return quoted }
        return quoted + " *"
    }
}

/// The columns that every full-text table of ours has, the heaviest first.
enum SearchColumn: String, Sendable {
    case title, headings, body
}
