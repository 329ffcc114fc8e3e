/// 創意提案: an idea of one or several of the staff; what it says is in its revisions.
struct Proposal: Hashable, Sendable {
    let id: ID<Proposal>
    let callID: ID<ProposalCall>
    /// Who began it, and alone decides who the authors are.
    let creator: ID<Employee>
    /// Within its call, from 1; nil until it is submitted for the first time.
    let number: Int?
    let state: ProposalState
    let currentRevisionID: ID<ProposalRevision>
    /// The day of the law by which its citations were checked; nil when it cites nothing.
    let lawAsOf: Day?
    let createdAt: Moment
    /// For the last time; nil for what was never submitted.
    let submittedAt: Moment?
    /// Why it was returned; empty unless it is.
    let remark: String
    let withdrawnAt: Moment?
}

/// The life of a proposal until its review; what comes then is its call's.
enum ProposalState: String, CaseIterable, Codable, Sendable {
    /// Its authors still work on it.
    case draft
    /// Waits for its form to be checked.
    case submitted
    /// With reasons: its authors mend it and submit again.
    case returned
    /// Its form is right: it will be reviewed.
    case accepted
    case withdrawn
}
