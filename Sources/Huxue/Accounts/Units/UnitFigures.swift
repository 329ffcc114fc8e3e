/// A unit as the tree shows it.
struct UnitFigures: Sendable {
    let unit: Unit
    /// In service at the unit itself.
    let own: Int
    /// In service at the unit and all below it.
    let total: Int
    /// How many units stand right below it.
    let below: Int
}
