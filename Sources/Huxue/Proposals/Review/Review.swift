/// 評審: that somebody is to score a proposal; what they give it is in their score sheet.
struct Review: Hashable, Sendable {
    let pair: ReviewPair
    let reviewerName: String
    let assignedAt: Moment
    /// When the reviewer put it aside for later; nil unless they did.
    let asideAt: Moment?
    /// Why it ended without counting; nil while it goes on or is handed in.
    let ending: ReviewEnding?
    /// Of the ending, as far as one has to be given.
    let reason: String

    var isLive: Bool { ending == nil }
}

/// Why somebody does not review a proposal any more; what they scored does not count.
enum ReviewEnding: String, CaseIterable, Sendable {
    /// By the secretary, before anything was handed in.
    case removed
    /// By the reviewer, with a reason.
    case abstained
    /// A conflict of interest came up.
    case conflict
}
