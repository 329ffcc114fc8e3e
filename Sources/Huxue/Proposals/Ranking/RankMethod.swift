/// How a panel's scores become one value for each proposal.
///
/// Over the n proposals that have a score; a reviewer has scored m of them.
enum RankMethod: String, CaseIterable, Codable, Sendable {
    /// The mean of a proposal's totals.
    case mean
    /// The mean without one highest and one lowest total; of fewer than three totals, the mean of all.
    case trimmedMean
    /// 序位法: the sum of the ranks that the reviewers' totals give it; lowest is best.
    ///
    /// A reviewer's highest total has rank 1, equal ones share the mean of their ranks. Where not every reviewer's score
    /// of every proposal counts, ranks among different numbers must not be added: a rank r among m counts as
    /// ½ + (r − ½)·n/m, which is r when m = n, and the value is the mean of these instead of the sum. (r − ½)/m is the
    /// share of the reviewer's own that it leaves above it, half of itself included.
    ///
    /// Source: 最有利標評選辦法 (A0030080) §15, for the sum; mid-ranks for ties as in M. G. Kendall, "The treatment of ties
    /// in ranking problems", Biometrika 33 (1945), 239–251.
    case rankSum
    /// The mean of (x − x̄)/σ, where x̄ and σ are of all the totals that the reviewer gave.
    ///
    /// σ = √(Σ(x − x̄)²/m), of the population: the totals are all that the reviewer gave, no sample of more. When m is the
    /// same for all, the order is that of the sample's deviation too. Who gives everyone the same (σ = 0), or scores
    /// one proposal only, contributes 0. Source: Hays, Statistics (5th ed. 1994), standardized scores.
    case standardScore

    var lowestIsBest: Bool { self == .rankSum }
}
