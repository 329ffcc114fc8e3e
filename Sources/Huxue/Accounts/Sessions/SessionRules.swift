/// A page may be seen only by somebody who shows their password again.
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
    /// How long after the password was shown grave things may be done without showing it again (ASVS 7.5.3).
    static let confirmedMinutes = 15

    /// Whether a session started at `start` and last used at `seen` still counts at `now`.
    static func isAlive(start: Moment, seen: Moment, now: Moment) -> Bool {
        now < seen.adding(minutes: idleMinutes) && now < start.adding(minutes: absoluteMinutes)
    }

    /// Whether somebody showed their password so lately that it is surely they who sit there.
    static func isConfirmed(_ visitor: Visitor, now: Moment) -> Bool {
        now < visitor.confirmedAt.adding(minutes: confirmedMinutes)
    }

    /// - Throws: `ConfirmationNeeded`, which leads by way of the password to the page that was asked for.
    static func requireConfirmed(_ visitor: Visitor, now: Moment) throws {
        guard isConfirmed(visitor, now: now) else { throw ConfirmationNeeded() }
    }

    /// Whether a password shown a moment ago still opens the account, as both are stored now.
    ///
    /// - Throws: `SignInRefusal.wrong`, whatever has changed meanwhile.
    static func mayStart(
        _ proven: ProvenAccount, account: Account, employee: Employee, now: Moment
    ) throws(SignInRefusal) {
        guard account.id == proven.id, account.passwordHash == proven.hash,
            account.passwordExpiresAt.map({ now < $0 }) ?? true, employee.isInService(on: ROCDate.day(of: now))
        else { throw .wrong }
    }
}
