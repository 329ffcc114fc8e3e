/// Who acts, from where and when: what every action that writes is given.
struct ActionContext: Sendable {
    let actor: Actor
    /// The browser's address, or `CommandSession.origin`.
    let origin: String
    let now: Moment

    /// The signed-in person, for what people do to their own account.
    var visitor: Visitor {
        get throws {
            guard case .visitor(let visitor) = actor else { throw CommonRefusal.missing }
            return visitor
        }
    }
}
