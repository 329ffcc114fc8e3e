/// A proposal's place in a ranking, and what it rests on.
struct ProposalStanding: Hashable, Sendable {
    /// What one review contributes.
    struct Mark: Hashable, Sendable {
        let reviewer: ID<Employee>
        /// The total, the rank or the standard score, as the method wants; ranks among fewer than all proposals and
        /// standard scores to `MarkRules.places`.
        let value: Fraction
        /// False when it is trimmed, or set aside by the rule about a third score.
        let counts: Bool
    }

    let proposal: ID<Proposal>
    /// From 1; a shared rank is given to all who share it, and the ranks after it are skipped: 1, 2, 2, 4.
    let rank: Int
    let isShared: Bool
    /// The mean of the marks that count, or their sum as `RankMethod.rankSum` says.
    let value: Fraction
    /// In the order of the reviewers' ids.
    let marks: [Mark]
    /// Mean points on the criterion for ties, trimmed reviews included; nil unless each review has them.
    let tieCriterion: Fraction?
    /// Share of its reviewers, trimmed ones included, who gave nothing a higher total.
    let firstPlaces: Fraction
}
