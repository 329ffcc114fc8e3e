import GRDB

/// A feature that hides other features' works from a person for a time, as a test hides the questions drawn in it.
protocol SealSource: Sendable {
    /// The rows of `table` that this person must not see now.
    func sealed(_ table: String, for employee: ID<Employee>, in db: Database) throws -> Set<Int64>
}
