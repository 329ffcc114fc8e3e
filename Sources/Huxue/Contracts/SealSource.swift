import GRDB

/// A feature that closes other features' works to a person for a time, as a test closes the questions drawn in it.
protocol SealSource: Sendable {
    /// The rows of `table` that must stay closed to this person now.
    func sealed(_ table: String, for employee: ID<Employee>, in db: Database) throws -> Set<Int64>
}
