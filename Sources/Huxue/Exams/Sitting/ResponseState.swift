/// What is saved of an attempt, as the script reads it.
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
    /// The form token of this session: after signing in again the page takes it up.
    let token: String
    /// By number.
    let responses: [Saved]
}
