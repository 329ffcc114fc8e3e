/// 評審會議: who takes part in a call's meeting, and what its minutes say beside the decisions.
struct ProposalMeeting: Sendable {
    /// Why it began before every score was in; empty when every score was.
    let earlyReason: String
    /// Nil until somebody is named.
    let chair: StaffMember?
    let place: String
    /// Of the staff, by unit and staff number.
    let attendees: [StaffMember]
    /// Others, one on each line.
    let guests: String
    /// What was said besides the proposals.
    let remarks: String
    /// How often it was saved, from 1; a form sends it back.
    let edit: Int
    /// Who began it, and who ended it; the latter nil while it goes on.
    let begunBy: String
    let closedBy: String?
}
