/// A unit with the figures that the tree shows.
struct UnitFigures: Sendable {
    let unit: Unit
    /// How many people are in service at the unit itself.
    let own: Int
    /// How many people are in service at the unit and all below it.
    let total: Int
    /// How many units are directly below it.
    let below: Int
}
