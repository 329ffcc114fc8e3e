/// Who must not review what, because one of the two is the other's supervisor.
enum ReviewConflictRules {
    static let reasonLimit = 500

    /// Somebody at their unit; a supervisor at the unit that is supervised.
    struct Post: Hashable, Sendable {
        let employee: ID<Employee>
        let unit: UnitPath
    }

    /// Pairs of a proposal and whoever supervises one of its authors, or is supervised by one and in `panel`.
    ///
    /// `authors`: of each proposal.
    static func chain(
        authors: [(proposal: ID<Proposal>, author: Post)], supervisors: [Post], panel: [Post]
    ) -> Set<ReviewPair> {
        var pairs: Set<ReviewPair> = []
        for (proposal, author) in authors {
            let above = supervisors.filter { $0.unit.covers(author.unit) }.map(\.employee)
            let led = supervisors.filter { $0.employee == author.employee }
            let below = panel.filter { post in led.contains { $0.unit.covers(post.unit) } }.map(\.employee)
            for other in above + below where other != author.employee {
                pairs.insert(ReviewPair(proposal: proposal, reviewer: other))
            }
        }
        return pairs
    }

    /// - Throws: `ReviewRefusal.noReason`, `.reasonTooLong`.
    static func checked(reason: String) throws(ReviewRefusal) -> String {
        guard !reason.allSatisfy(\.isWhitespace) else { throw .noReason }
        guard reason.unicodeScalars.count <= reasonLimit else { throw .reasonTooLong(limit: reasonLimit) }
        return reason
    }
}
