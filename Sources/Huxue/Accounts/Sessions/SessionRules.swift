/// Thrown when the person must enter their password again before they may see a page.
struct ConfirmationNeeded: Error {}

/// How long a session lasts and how many an account may have.
///
/// Source: ASVS 5.0, 7.1.1, 7.3.
enum SessionRules {
    static let idleMinutes = 60
    static let absoluteMinutes = 12 * 60
    static let perAccount = 5
    /// How stale the stored "last seen" may be before it is written again.
    static let touchSeconds: Int64 = 60
    /// How long after entering the password sensitive actions are allowed without entering it again (ASVS 7.5.3).
    static let confirmedMinutes = 15

    /// Whether a session started at `start` and last used at `seen` still counts at `now`.
    static func isAlive(start: Moment, seen: Moment, now: Moment) -> Bool {
        now < seen.adding(minutes: idleMinutes) && now < start.adding(minutes: absoluteMinutes)
    }

    /// Whether the person entered their password recently enough to be allowed sensitive actions.
    static func isConfirmed(_ visitor: Visitor, now: Moment) -> Bool {
        now < visitor.confirmedAt.adding(minutes: confirmedMinutes)
    }

    /// - Throws: `ConfirmationNeeded`, which makes the server ask for the password before it shows the requested page.
    static func requireConfirmed(_ visitor: Visitor, now: Moment) throws {
        guard isConfirmed(visitor, now: now) else { throw ConfirmationNeeded() }
    }

    /// Checks that an account whose password was proven a moment ago may still be signed in to.
    ///
    /// - Throws: `SignInRefusal.wrong` when password, expiry or service have changed so that it may not.
    static func mayStart(
        _ proven: ProvenAccount, account: Account, employee: Employee, now: Moment
    ) throws(SignInRefusal) {
        guard account.id == proven.id, account.passwordHash == proven.hash,
            account.passwordExpiresAt.map({ now < $0 }) ?? true, employee.isInService(on: ROCDate.day(of: now))
        else { throw .wrong }
    }
}
