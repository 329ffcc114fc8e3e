/// The signed-in person, with what every page needs to know about them.
struct Visitor: Sendable {
    let account: ID<Account>
    let employee: ID<Employee>
    let session: ID<Session>
    let login: String
    let name: String
    let unitID: ID<Unit>
    let unit: UnitPath
    let grants: [Grant]
    let theme: Theme
    /// True until a password issued by somebody else has been changed.
    let mustChangePassword: Bool
    /// The token that every form of this session must contain.
    let formToken: String
    /// When they last entered their password in this session; see `SessionRules.isConfirmed`.
    let confirmedAt: Moment
    /// The first instant at which they are no longer in service; nil when no last day is known.
    var serviceEndsAt: Moment?
    /// The generation of access rights when these values were read; they are valid while it is the same.
    var accessGeneration: Int64 = -1

    /// How much waits for them behind each entry of the menu, as far as it was counted for this page.
    var waiting: [Address: Int] = [:]

    var actor: Actor { .visitor(self) }

    func may(_ action: Action) -> Bool { Policy.permitsSomewhere(action, for: actor) }
    func may(_ action: Action, at unit: UnitPath) -> Bool { Policy.permits(action, for: actor, at: unit) }
}

enum Theme: String, CaseIterable, Codable, Sendable {
    case system, light, dark
}
