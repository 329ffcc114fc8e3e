/// How far reviewers agree: intraclass correlations, 1 when they agree wholly, around 0 or below when not at all.
struct Agreement: Hashable, Sendable {
    enum Model: String, Codable, Sendable {
        /// ICC(2,1) and ICC(2,k): the same reviewers scored every proposal.
        case twoWay
        /// ICC(1,1) and ICC(1,k): reviewers differ from proposal to proposal.
        case oneWay
    }

    let model: Model
    let proposals: Int
    let scores: Int
    /// Of one reviewer's total; nil when it is not defined, as when all totals are equal.
    let single: Figure?
    /// Of the mean of as many totals as a proposal has; nil when it is not defined.
    let average: Figure?
    /// Whether there are too few proposals or scores to rely on it.
    let isUncertain: Bool
}
