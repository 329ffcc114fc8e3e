/// Who acts, from where and when: what every action that writes is given.
struct ActionContext: Sendable {
    let actor: Actor
    /// The browser's address, or `CommandSession.origin`.
    let origin: String
    let now: Moment

    /// The context of what the server does by itself, such as handing in a test when time is up.
    static func system(at now: Moment) -> ActionContext { ActionContext(actor: .system, origin: "", now: now) }

    /// The same context at a later moment, for an action that takes long.
    func at(_ now: Moment) -> ActionContext { ActionContext(actor: actor, origin: origin, now: now) }

    /// The signed-in person, for what people do to their own account.
    var visitor: Visitor {
        get throws {
            guard case .visitor(let visitor) = actor else { throw CommonRefusal.missing }
            return visitor
        }
    }
}
