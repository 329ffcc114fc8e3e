/// What a call lays down; fixed from the moment at which its review begins, but for the panel's deadline.
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
    /// By which the panel scores, in the version that is the newest when the review begins; nil until one is chosen.
    var rubric: ID<Rubric>?
    /// The name of the rubric's criterion that decides between equal values; empty for none.
    var tieCriterion = ""
    /// Whether supervisors and those below them do not review each other's proposals.
    var excludesChain = false
    /// Until when the panel hands in, exclusive; nil until it is laid down.
    var reviewsClose: Moment?
}
