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

/// What a request finds, before any of it is made ready to be shown.
struct SearchMatches: Sendable {
    /// The keys of one page of results, the best first.
    var ids: [Int64] = []
    /// How many there are on all pages, counted up to `SearchRequest.countLimit`, at which there may well be more.
    var count = 0
}

/// The hits of one page of results, and how many there are on all pages.
struct SearchFindings: Sendable {
    var hits: [SearchHit] = []
    /// As `SearchMatches` counts them.
    var count = 0
}

/// On what findings rest that are the same for many people.
struct SearchSharing: Sendable {
    let generations: [Generation]
    /// The day on which their order depends; nil when it depends on none.
    var day: Day?
}

/// A name that completes what somebody is typing.
struct SearchSuggestion: Hashable, Sendable {
    let title: String
    let kindWord: String
    let address: Address
}
