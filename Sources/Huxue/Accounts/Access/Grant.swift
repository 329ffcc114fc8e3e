/// A role given to an employee at a unit.
struct Grant: Hashable, Sendable {
    let role: Role
    let unit: UnitPath
}
