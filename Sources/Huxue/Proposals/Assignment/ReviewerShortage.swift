/// Proposals that together need more reviews than reviewers are left for them.
///
/// `needed` is greater than `available`, so no assignment can exist, by Hall's theorem (P. Hall, "On representatives of
/// subsets", 1935) in its form for flows.
struct ReviewerShortage: Hashable, Sendable {
    /// A member of the panel who may review some of the proposals.
    struct Choice: Hashable, Sendable {
        let reviewer: ID<Employee>
        /// How many of the proposals have no conflict with this reviewer, and not their review yet.
        let open: Int
        /// How many reviews the reviewer may still take; nil for any number.
        let room: Int?

        var available: Int { room.map { min($0, open) } ?? open }
    }

    /// A proposal for which reviewers were found last, and too few; another of `proposals` might miss them instead.
    struct Gap: Hashable, Sendable {
        let proposal: ID<Proposal>
        let missing: Int
    }

    /// In the order of their ids, like all lists here.
    let proposals: [ID<Proposal>]
    let gaps: [Gap]
    /// Reviews that the proposals need beyond the locked ones.
    let needed: Int
    let choices: [Choice]

    /// Reviews that the reviewers can give to these proposals at most.
    var available: Int { choices.map(\.available).reduce(0, +) }
    var missing: Int { needed - available }
}
