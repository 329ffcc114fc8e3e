/// One of a proposal's authors.
struct ProposalAuthor: Hashable, Sendable {
    let employee: ID<Employee>
    let staffNumber: String
    let name: String
    /// In hundredths of a per cent; those of all authors sum to 10,000.
    let share: Int
    let consent: Consent

    /// What somebody says to being an author with this share.
    enum Consent: String, Hashable, Sendable {
        case given, asked, declined
    }
}
