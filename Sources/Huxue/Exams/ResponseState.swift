import GRDB

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

    /// Nil when the attempt is not this employee's.
    static func read(
        address: String, visitor: Visitor, now: Moment, in db: Database
    ) throws -> ResponseState? {
        guard let attempt = try AttemptStore.find(address: address, employee: visitor.employee, in: db) else {
            return nil
        }
        let saved = try AttemptStore.responses(of: attempt.id, in: db)
        let responses = try AttemptStore.lines(of: attempt.id, in: db).compactMap { line in
            saved[line.number].map { response in
                Saved(
                    number: line.number, sequence: response.sequence,
                    keys: line.order.enumerated().filter { response.chosen.contains($0.element) }.map { $0.offset + 1 },
                    flagged: response.isFlagged, window: response.window)
            }
        }
        return ResponseState(
            now: now.milliseconds, remaining: max(0, attempt.deadline.seconds(since: now)),
            submitted: attempt.submittedAt != nil || now >= attempt.deadline, token: visitor.formToken,
            responses: responses)
    }
}
