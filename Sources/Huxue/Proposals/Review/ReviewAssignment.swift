/// Who is to review what, as it is shown before it is kept.
struct ReviewAssignment: Sendable {
    let call: ProposalCall
    /// The proposals that it is about, by number.
    let lines: [ProposalLine]
    /// Names of the panel and of all reviewers.
    let people: [ID<Employee>: String]
    let seed: Int
    let assignment: Assignment

    /// Identifies what is added; forms send it back to tell what they have shown.
    ///
    /// FNV-1a over the ids, so that it is the same in every process.
    var mark: String {
        let ids = assignment.added.flatMap { [$0.proposal.rawValue, $0.reviewer.rawValue] }
        let hash = ids.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, id in
            (hash ^ UInt64(bitPattern: id)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }

    /// Reviews of each member of the panel, the most first.
    var loads: [(name: String, count: Int)] {
        assignment.loads.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { person, count in
            people[person].map { (name: $0, count: count) }
        }
    }

    /// A proposal's reviewers: those it has, and those that are added.
    func reviewers(of id: ID<Proposal>) -> [(name: String, isAdded: Bool)] {
        let added = Set(assignment.added)
        return assignment.pairs.filter { $0.proposal == id }.compactMap { pair in
            people[pair.reviewer].map { (name: $0, isAdded: added.contains(pair)) }
        }
    }
}
