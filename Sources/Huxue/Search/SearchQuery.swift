/// What somebody looks for: one or more words, each found as a phrase.
struct SearchQuery: Sendable {
    /// As it was typed, without blanks around it.
    let text: String
    /// The tokens of each word, in order; words are what blanks separate, without what is asked about them.
    let words: [[String]]
    /// What is asked about them; nil when nothing is.
    let aspect: SearchAspect?
    /// The words as they were typed; nil when nothing was left out.
    private let whole: [[String]]?
    /// Phrases in the name of what everyday words mean; empty when they say it themselves.
    private let meant: [[String]]

    /// How many words of a query count, and how many tokens of each: bounds what a search costs.
    private static let wordLimit = 12
    /// Scalars beyond so many are ignored.
    static let lengthLimit = 200
    private static let tokenLimit = 40
    /// How long a word must be, in characters, to be looked for in two pieces as well.
    private static let cutLengths = 4...16

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
        let typed = text.split(whereSeparator: \.isWhitespace).prefix(Self.wordLimit)
        let question = SearchQuestionWords(in: Array(typed))
        let all = typed.flatMap { Self.tokens(of: String($0)) }
        words = question.rest.flatMap(Self.tokens)
        whole = words == all ? nil : all
        let everyday = SearchEverydayWords(in: question.rest, asking: question.aspect)
        aspect = question.aspect ?? everyday.aspect
        meant = everyday.meant
    }

    /// Of each piece between ends of sentences.
    private static func tokens(of word: String) -> [[String]] {
        SearchText(word).tokens.map(\.text).prefix(tokenLimit)
            .split(separator: String(Character(SearchText.stop))).map(Array.init)
    }

    /// Whether it has no word that could be found.
    var isEmpty: Bool { words.isEmpty }

    /// Every word has to be found.
    var all: String { words.map(Self.phrase).joined(separator: " AND ") }

    /// Every word has to be found, whole or in two pieces: 補領身分證 in 補領國民身分證; nil when no word can be cut.
    var loose: String? {
        guard words.contains(where: { !Self.cuts(of: $0).isEmpty }) else { return nil }
        return words.map { word in
            let pairs = Self.cuts(of: word).map { "(\(Self.phrase($0)) AND \(Self.phrase($1)))" }
            return "(\(([Self.phrase(word)] + pairs).joined(separator: " OR ")))"
        }.joined(separator: " AND ")
    }

    /// Any word, or any two neighbouring characters of a longer one, will do; nil when that is no more than `all`.
    var any: String? {
        let parts = words.flatMap(Self.parts)
        guard parts.count > 1 else { return nil }
        return parts.map(Self.phrase).joined(separator: " OR ")
    }

    /// The question to a source; nothing is found when the query is empty.
    func request(
        _ breadth: SearchBreadth = .exact, offset: Int = 0, limit: Int = 20
    ) -> SearchRequest {
        SearchRequest(
            text: text, exact: SearchRequest.Wording(expression: isEmpty ? nil : all, phrases: phrases(.exact)),
            loose: SearchRequest.Wording(expression: isEmpty ? nil : loose, phrases: phrases(.loose)),
            partial: SearchRequest.Wording(expression: isEmpty ? nil : any, phrases: phrases(.partial)),
            aspect: aspect,
            whole: whole.map { SearchColumn.titles($0.map(Self.phrase).joined(separator: " AND ")) },
            meant: meant.isEmpty ? nil : meant.map(Self.phrase).joined(separator: " AND "),
            breadth: breadth, offset: offset, limit: limit)
    }

    /// What to mark in an excerpt: words, with pieces, or parts.
    func phrases(_ breadth: SearchBreadth) -> [[String]] {
        switch breadth {
        case .exact: words
        case .loose: words.flatMap { word in [word] + Self.cuts(of: word).flatMap { [$0, $1] } }
        case .partial: words.flatMap(Self.parts)
        }
    }

    private static func parts(of word: [String]) -> [[String]] {
        guard word.count > 2 else { return [word] }
        return (0..<word.count - 1).map { Array(word[$0...$0 + 1]) }
    }

    /// The ways to cut a word in two, of at least two characters each.
    private static func cuts(of word: [String]) -> [(head: [String], tail: [String])] {
        guard cutLengths.contains(word.count) else { return [] }
        return (2...word.count - 2).map { (Array(word[..<$0]), Array(word[$0...])) }
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
