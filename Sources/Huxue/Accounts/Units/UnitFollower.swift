import GRDB

/// What another feature does with units.
protocol UnitFollower: Sendable {
    /// What of its own stands in the way of removing `unit`, in words.
    static func uses(of unit: Unit, in db: Database) throws -> [String]

    /// What of its own would lose people if units moved, in words; `branch`: as they will be, by their old full names.
    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String]

    /// Units, and those below them, are called otherwise from now on; `names` by their old full names.
    static func follow(
        _ names: [String: String], by actor: Actor, origin: String, now: Moment, in db: Database
    ) throws
}
