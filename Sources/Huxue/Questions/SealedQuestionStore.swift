import GRDB

/// Knows the questions whose keys must stay closed to a person, because they stand in a test that person is taking.
///
/// The bank shows such a question as the examinee sees it, and nothing else of it.
protocol SealedQuestions: Sendable {
    func sealed(for employee: ID<Employee>, in db: Database) throws -> Set<ID<QuestionRevision>>
}
