import GRDB

/// The full-text index of case studies: what they say, never who wrote it.
enum CaseIndexStore {
    static let index = SearchIndexStore(table: "caseText")

    static func put(_ form: CaseForm, of id: ID<CaseStudy>, in db: Database) throws {
        try index.put(
            id.rawValue, title: form[.title], headings: form[.subject] + " " + form[.service],
            body: CaseField.prose.map { form[$0] }.joined(separator: "\n"), in: db)
    }
}
