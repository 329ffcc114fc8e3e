/// An employee with unit and account, as lists and pages show them.
struct StaffMember: Hashable, Sendable {
    let employee: Employee
    /// Names from the root down.
    let unitName: String
    let unit: UnitPath
    /// Nil for somebody who has no account.
    let account: ID<Account>?
    let login: String?
    /// Whether a password, issued or chosen, has been set.
    let hasPassword: Bool
    /// Whether the password was issued and not yet changed.
    let passwordIsIssued: Bool
}

/// Which people a list shows, and in what order.
struct StaffFilter: Hashable, Sendable {
    enum Presence: String, CaseIterable, Sendable {
        case inService, left, all
    }

    enum Order: String, CaseIterable, Sendable {
        case unit, staffNumber, name, position, login, startsOn
    }

    /// Text in staff number, name, position or login.
    var search = ""
    /// This unit and all below it.
    var unit: UnitPath?
    var presence = Presence.inService
    var order = Order.unit
    var descending = false
    /// Only people with an account for which no password was ever set.
    var withoutPassword = false
}
