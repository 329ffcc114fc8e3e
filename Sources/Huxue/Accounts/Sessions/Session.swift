/// A signed-in browser.
struct Session: Codable, Sendable {
    let id: ID<Session>
    let accountID: ID<Account>
    let startedAt: Moment
    let lastSeenAt: Moment
    /// As the person recognises it: browser and system, never an address.
    let device: String
}
