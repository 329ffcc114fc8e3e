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
    /// What is asked about it; nil when it is looked for alone.
    var aspect: SearchAspect?
    /// For the titles: all words with those of the question, such as a page that is called so; nil when none was left
    /// out.
    var whole: String?
    /// For the names: what everyday words mean, 死亡登記 for 過世; nil when they say it themselves.
    var meant: String?
    var breadth = SearchBreadth.exact
    var scope = SearchScope.everywhere
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
    var expression: String? { wording.expression.map(scope.narrowed) }

    /// What to mark in titles and excerpts.
    var phrases: [[String]] { wording.phrases }
}

/// Where the words have to stand.
enum SearchScope: Sendable {
    case everywhere
    /// In the title, a heading or a keyword.
    case names
    case titles

    /// The same expression in these columns alone.
    func narrowed(_ expression: String) -> String {
        switch self {
        case .everywhere: expression
        case .names: "{\(SearchColumn.title.rawValue) \(SearchColumn.headings.rawValue)} : (\(expression))"
        case .titles: SearchColumn.titles(expression)
        }
    }
}

/// The columns that every full-text table of ours has, the heaviest first.
enum SearchColumn: String, Sendable {
    case title, headings, body

    /// The same expression in the titles alone.
    static func titles(_ expression: String) -> String { "{\(title.rawValue)} : (\(expression))" }
}
