/// What the meeting decided about one proposal; its authors read it once the call is decided.
struct ProposalDecision: Hashable, Sendable {
    let proposal: ID<Proposal>
    let outcome: ProposalOutcome
    /// Never empty.
    let reasons: String
    /// Position among the call's awards, from 1; nil for none.
    let award: Int?
    let decidedBy: ID<Employee>
    let decidedAt: Moment
}
