/// Who acts, from where and when: what every action that writes is given.
struct ActionContext: Sendable {
    let actor: Actor
    /// The browser's address, or `CommandSession.origin`.
    let origin: String
    let now: Moment
}
