/// What kinds of things can be found, in the order in which they are shown.
enum SearchKind: String, CaseIterable, Sendable {
    case pages, articles, statutes, questions
}

/// Something that was found, ready to be shown.
struct SearchHit: Sendable {
    /// Its name, with the found words marked.
    let title: SearchExcerpt
    let address: Address
    /// What it is, in one word of the reader: 條文, 標準作業程序.
    let kindWord: String
    /// One line of what tells it from others; empty for nothing.
    var facts = ""
    /// The place that was found; nil where the title says it all.
    var excerpt: SearchExcerpt?
    /// Repealed, retired, superseded: shown with that word, and behind what is in force.
    var isOutOfForce = false
}

/// The hits of one page of results, and how many there are on all pages.
struct SearchFindings: Sendable {
    var hits: [SearchHit] = []
    /// Counted up to `SearchRequest.countLimit`, at which there may well be more.
    var count = 0
}

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
    let query: SearchQuery
    var breadth = SearchBreadth.exact
    /// The words have to stand in the title.
    var isOfTitles = false
    var offset = 0
    var limit = 20

    /// With fewer pages than this that have all words, those with some of them are listed as well.
    static let few = 3

    /// Up to how many hits are counted, ranked and can be paged through.
    static let countLimit = 1000

    /// For the full-text index; nil when nothing can be found, or no more than with less breadth.
    var expression: String? {
        guard !query.isEmpty else { return nil }
        let expression =
            switch breadth {
            case .exact: query.all
            case .loose: query.loose
            case .partial: query.any
            }
        return isOfTitles ? expression.map(SearchQuery.titles) : expression
    }

    /// What to mark in titles and excerpts.
    var phrases: [[String]] { query.phrases(breadth) }
}

/// A name that completes what somebody is typing.
struct SearchSuggestion: Hashable, Sendable {
    let title: String
    let kindWord: String
    let address: Address
}
