import GRDB

/// A feature that refers to units and must be asked or told when they change.
protocol UnitFollower: Sendable {
    /// The feature's records that prevent removing `unit`, in words; empty when there are none.
    static func uses(of unit: Unit, in db: Database) throws -> [String]

    /// The feature's records whose audience would lose people if units moved, in words; empty when there are none.
    ///
    /// `branch`: the units as they will be after the move, by their old full names.
    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String]

    /// Updates the feature's records after units were renamed; `names`: the new full names by the old ones.
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws
}
