/// The proposals of a call that have a score, ranked.
struct Ranking: Hashable, Sendable {
    let method: RankMethod
    /// Best first; those of one rank in the order of their ids.
    let standings: [ProposalStanding]
    /// Whether every reviewer's score of every proposal counts, so that a rank sum is a sum.
    let isComplete: Bool
    /// Reviewers whose totals are all equal, so that they tell nothing apart; in the order of their ids.
    ///
    /// Whoever has scored one proposal only is among them.
    let uniformReviewers: [ID<Employee>]
    /// Proposals whose two scores are so far apart that a third is asked for; in the order of their ids.
    ///
    /// Their value is the mean of the two until the third is in.
    let awaitingThird: [ID<Proposal>]
}
