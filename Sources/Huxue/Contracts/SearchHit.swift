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

/// A name that completes what somebody is typing.
struct SearchSuggestion: Hashable, Sendable {
    let title: String
    let kindWord: String
    let address: Address
}
