/// A role as lists show it: who has it, and where.
struct GrantEntry: Hashable, Sendable {
    let employee: ID<Employee>
    let login: String
    let name: String
    let role: Role
    let unitID: ID<Unit>
    let unitName: String
    let unit: UnitPath
    let grantedAt: Moment
}
