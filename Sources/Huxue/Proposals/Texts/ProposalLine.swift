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
    /// Nil until the call is decided; of one that was merged, that of the proposal that took it up.
    let outcome: ProposalOutcome?

    /// The same without its authors.
    var blind: ProposalLine {
        ProposalLine(
            id: id, callID: callID, callTitle: callTitle, closes: closes, number: number, title: title, kind: kind,
            state: state, authors: [], submittedAt: submittedAt, outcome: outcome)
    }
}
