/// A proposal and one of its reviewers.
struct ReviewPair: Hashable, Comparable, Sendable {
    let proposal: ID<Proposal>
    let reviewer: ID<Employee>

    static func < (left: Self, right: Self) -> Bool {
        (left.proposal, left.reviewer) < (right.proposal, right.reviewer)
    }
}
