import GRDB

/// The questions whose keys must stay closed to a person, because they stand in a test that person is taking.
///
/// The bank shows such a question as the examinee sees it, and nothing else of it.
struct QuestionSealActions: Sendable {
    let sources: [any SealSource]

    /// The table whose sealed rows are asked for.
    static let table = "questionRevision"

    func revisions(for employee: ID<Employee>, in db: Database) throws -> Set<ID<QuestionRevision>> {
        Set(try sources.flatMap { try $0.sealed(Self.table, for: employee, in: db) }.map(ID.init(rawValue:)))
    }

    func questions(for employee: ID<Employee>, in db: Database) throws -> Set<ID<Question>> {
        try QuestionStore.questions(of: revisions(for: employee, in: db), in: db)
    }
}
