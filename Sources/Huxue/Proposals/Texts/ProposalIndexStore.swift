import GRDB

/// The full-text index of proposals: what they say, never who wrote it.
enum ProposalIndexStore {
    static let index = SearchIndexStore(table: "proposalText")

    static func put(_ form: ProposalForm, of id: ID<Proposal>, in db: Database) throws {
        try index.put(
            id.rawValue, title: form[.title], headings: "",
            body: ProposalField.prose.map { form[$0] }.joined(separator: "\n"), in: db)
    }
}
