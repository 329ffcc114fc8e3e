/// A line of a list of proposals.
struct ProposalLine: Sendable {
    let id: ID<Proposal>
    let callID: ID<ProposalCall>
    let callTitle: String
    let closes: Moment
    let number: Int?
    let title: String
    let kind: ProposalKind?
    let state: ProposalState
    /// Names, in the order of the proposal.
    let authors: [String]
    let submittedAt: Moment?
}
