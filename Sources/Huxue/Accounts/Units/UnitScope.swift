/// The part of the unit tree that a person may act on.
enum UnitScope: Sendable {
    case everywhere
    case units([UnitPath])
}
