/// 併案: that a proposal is taken up into an earlier one, which alone is reviewed and decided from then on.
///
/// Both stay on record, and the credit for the idea is the earlier one's.
struct ProposalMerger: Sendable {
    let later: ID<Proposal>
    let earlier: ID<Proposal>
    /// Why; read by the authors of both.
    let reason: String
    let proposedAt: Moment
    /// Nil until every author of both has agreed.
    let mergedAt: Moment?
    /// Those who have to agree, by name, each with the answer; the answer nil until it is given.
    let answers: [Answer]

    struct Answer: Hashable, Sendable {
        let employee: ID<Employee>
        let name: String
        let agrees: Bool?
    }

    /// Whether somebody has declined, which ends it.
    var isDeclined: Bool { answers.contains { $0.agrees == false } }
    /// Whether it still waits for answers.
    var isOpen: Bool { mergedAt == nil && !isDeclined }
}
