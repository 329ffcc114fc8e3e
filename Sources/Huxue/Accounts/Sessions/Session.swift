/// A signed-in browser.
struct Session: Codable, Sendable {
    let id: ID<Session>
    let accountID: ID<Account>
    let startedAt: Moment
    let lastSeenAt: Moment
    /// The browser and system, as people recognise them; never an address.
    let device: String
}
