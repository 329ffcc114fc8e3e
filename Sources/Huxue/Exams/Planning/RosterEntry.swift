/// 應試人員: somebody who has to take an exam.
struct RosterEntry: Hashable, Sendable {
    let employee: ID<Employee>
    let staffNumber: String
    let name: String
    let unitID: ID<Unit>
    /// Names from the root down; once the exam is closed, of the unit in which the person was then.
    let unitName: String
    let unit: UnitPath
    let position: String
    let servesCounter: Bool
}
