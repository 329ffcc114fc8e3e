/// Everything that is known of a call's proposals, as far as its reader may know it: for files.
struct ProposalResults: Sendable {
    let board: ReviewBoard
    let ranking: Ranking
    /// Of the proposals on the board; empty before the meeting.
    let decisions: [ID<Proposal>: ProposalDecision]
    /// Of the proposals on the board, with their shares.
    let authors: [ID<Proposal>: [ProposalAuthor]]

    var call: ProposalCall { board.call }
}
