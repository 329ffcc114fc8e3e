/// 會議紀錄: what a call's meeting decided, as far as its reader may know of it.
struct ProposalMinutes: Sendable {
    struct Item: Sendable {
        /// Number and title.
        let name: String
        /// None in a blind call before everything is decided.
        let authors: [String]
        /// Nil for what nobody has scored.
        let standing: ProposalStanding?
        /// Who was present and has left the room, by name.
        let left: [String]
        let notes: String
        /// Nil while it is undecided.
        let decision: ProposalDecision?
        /// What was merged into it, by number and title.
        let merged: [String]
    }

    let call: ProposalCall
    let meeting: ProposalMeeting
    let begun: Moment
    /// Nil while it goes on.
    let ended: Moment?
    let method: RankMethod
    /// By rank, then those without one by number.
    let items: [Item]
    /// Whether proposals are left out in which the reader has an interest.
    let isPartial: Bool
}
