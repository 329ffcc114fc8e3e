import GRDB

/// Hides the questions of a person's open attempts from that person everywhere outside the test.
struct AttemptSealStore: SealSource {
    func sealed(_ table: String, for employee: ID<Employee>, in db: Database) throws -> Set<Int64> {
        guard table == QuestionSealActions.table else { return [] }
        return Set(try AttemptStore.openQuestions(of: employee, in: db).map(\.rawValue))
    }
}
