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

/// One question to a source.
struct SearchRequest: Sendable {
    let query: SearchQuery
    /// The words together found nothing: any of them, or a part of one, will do.
    var isPartial = false
    /// The words have to stand in the title.
    var isOfTitles = false
    var offset = 0
    var limit = 20

    /// Up to how many hits are counted, ranked and can be paged through.
    static let countLimit = 1000

    /// For the full-text index; nil when nothing can be found.
    var expression: String? {
        guard !query.isEmpty else { return nil }
        return isOfTitles ? query.titles(.title) : isPartial ? query.any : query.all
    }

    /// What to mark in titles and excerpts.
    var phrases: [[String]] { query.phrases(isPartial: isPartial) }
}

/// A name that completes what somebody is typing.
struct SearchSuggestion: Hashable, Sendable {
    let title: String
    let kindWord: String
    let address: Address
}
