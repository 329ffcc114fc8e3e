/// The signed-in person, as every page needs them.
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
    /// Stands in every form of this session.
    let formToken: String
    /// When they last showed their password in this session; see `SessionRules.isConfirmed`.
    let confirmedAt: Moment
    /// The first instant at which they are no longer in service; nil when open.
    var serviceEndsAt: Moment?
    /// The generation of access rights under which all this was read: while it stands, all this holds.
    var accessGeneration: Int64 = -1

    var actor: Actor { .visitor(self) }

    func may(_ action: Action) -> Bool { Policy.permitsSomewhere(action, for: actor) }
    func may(_ action: Action, at unit: UnitPath) -> Bool { Policy.permits(action, for: actor, at: unit) }
}

enum Theme: String, CaseIterable, Codable, Sendable {
    case system, light, dark
}
