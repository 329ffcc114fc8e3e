/// A conclusion that somebody proposes for a case study, with what the others say to it.
struct CaseConclusion: Sendable {
    let id: ID<CaseConclusion>
    let text: String
    let name: String
    let proposedAt: Moment
    /// In the order of their words.
    let votes: [CaseVote]

    func agrees(_ employee: ID<Employee>) -> Bool? { votes.first { $0.employee == employee }?.agrees }
}

/// What one participant says to a proposed conclusion.
struct CaseVote: Sendable {
    let employee: ID<Employee>
    let name: String
    let agrees: Bool
    /// Never empty for those who oppose.
    let reason: String
}
