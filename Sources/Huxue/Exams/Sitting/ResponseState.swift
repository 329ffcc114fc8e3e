/// The saved answers of an attempt, as the page's script reads them.
struct ResponseState: Encodable, Sendable {
    struct Saved: Encodable, Sendable {
        let number: Int
        let sequence: Int64
        /// Displayed keys, from 1, ascending.
        let keys: [Int]
        let flagged: Bool
        /// Which browser window saved it; empty without JavaScript.
        let window: String
    }

    /// The server's clock in milliseconds, from which the script's sequence numbers follow.
    let now: Int64
    let remaining: Int64
    let submitted: Bool
    /// The form token of this session; a page that was open before its user signed in again must adopt it.
    let token: String
    /// In the order of the question numbers.
    let responses: [Saved]
}
