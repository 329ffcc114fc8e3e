/// What one reviewer gave one proposal, as handed in.
struct PanelScore: Hashable, Sendable {
    let pair: ReviewPair
    /// On the rubric's scale, not rounded.
    let total: Fraction
    /// Points on the criterion that the call names for ties; nil when it names none.
    var tieCriterion: Fraction?
}
