import GRDB

/// Seals the questions of a person's open attempts in the bank.
struct AttemptSeal: SealedQuestions {
    func sealed(for employee: ID<Employee>, in db: Database) throws -> Set<ID<QuestionRevision>> {
        try AttemptStore.openQuestions(of: employee, in: db)
    }
}
