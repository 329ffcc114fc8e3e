/// How much of what was typed has to be found.
enum SearchBreadth: Sendable {
    /// Every word as it was typed.
    case exact
    /// Every word, whole or in two pieces.
    case loose
    /// Any word or part of one.
    case partial
}

/// One question to a source.
struct SearchRequest: Sendable {
    /// What to look for at one breadth.
    struct Wording: Sendable {
        /// For the full-text index; nil when nothing can be found, or no more than with less breadth.
        let expression: String?
        /// What to mark in titles and excerpts, each as its tokens.
        let phrases: [[String]]
    }

    /// As it was typed, without blanks around it.
    let text: String
    let exact: Wording
    let loose: Wording
    let partial: Wording
    var breadth = SearchBreadth.exact
    /// The words have to stand in the title.
    var isOfTitles = false
    var offset = 0
    var limit = 20

    /// With fewer hits than this that have all words, those with some of them are listed as well.
    static let few = 3

    /// Up to how many hits are counted, ranked and can be paged through.
    static let countLimit = 1000

    private var wording: Wording {
        switch breadth {
        case .exact: exact
        case .loose: loose
        case .partial: partial
        }
    }

    /// For the full-text index; nil when nothing can be found.
    var expression: String? { isOfTitles ? wording.expression.map(SearchColumn.titles) : wording.expression }

    /// What to mark in titles and excerpts.
    var phrases: [[String]] { wording.phrases }
}

/// The columns that every full-text table of ours has, the heaviest first.
enum SearchColumn: String, Sendable {
    case title, headings, body

    /// The same expression in the titles alone.
    static func titles(_ expression: String) -> String { "{\(title.rawValue)} : (\(expression))" }
}
