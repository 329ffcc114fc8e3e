/// What a call lays down; fixed from the moment at which its review begins.
struct ProposalCallPlan: Hashable, Sendable {
    var title: String
    /// Gregorian.
    var year: Int
    var opens: Moment
    /// Exclusive.
    var closes: Moment
    /// In the order of `ProposalKind`.
    var kinds: [ProposalKind]
    /// Whether everybody with the role of a reviewer at the unit is in the panel, besides those who are named.
    var takesRole: Bool
    /// How many reviewers each proposal has.
    var reviewersEach: Int
    /// Whether reviewers do not learn who the authors are.
    var isBlind: Bool
    var method: RankMethod
    /// The share of the full score, in per cent, from which on two totals are too far apart; nil to ask no third reviewer.
    var thirdShare: Int?
    var ties: [TieBreaker]
    /// The highest first.
    var awards: [ProposalAward]
}
