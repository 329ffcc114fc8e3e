/// One of the authors of a case study.
struct CaseAuthor: Hashable, Sendable {
    let employee: ID<Employee>
    let staffNumber: String
    let name: String
    /// In hundredths of a per cent; those of all authors sum to 10,000.
    let share: Int

    /// As `ProposalAuthorFile` reads them, one a line.
    static func text(_ authors: [CaseAuthor]) -> String {
        authors.map {
            "\(PersonChoice.text(name: $0.name, staffNumber: $0.staffNumber)) \(ProposalAuthorFile.percent($0.share))"
        }.joined(separator: "\n")
    }
}
