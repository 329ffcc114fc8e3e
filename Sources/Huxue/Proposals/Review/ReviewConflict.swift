/// 迴避: that somebody must see nothing of a proposal's review.
struct ReviewConflict: Hashable, Sendable {
    let pair: ReviewPair
    let name: String
    let source: Source
    let reason: String

    enum Source: String, CaseIterable, Sendable {
        /// By the person themselves.
        case declared
        /// By who manages the call.
        case secretary
        /// One of them is the other's supervisor.
        case supervision
    }
}
