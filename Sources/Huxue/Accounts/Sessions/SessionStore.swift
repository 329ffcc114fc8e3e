import Foundation
import GRDB

enum SessionStore {
    /// A session and its person, as `SessionCache` keeps them.
    struct Found: Sendable {
        let visitor: Visitor
        let startedAt: Moment
        let lastSeenAt: Moment
    }

    static func insert(
        token: SessionToken, account: ID<Account>, device: String, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO session (tokenHash, accountID, startedAt, lastSeenAt, device) VALUES (?, ?, ?, ?, ?)
                """, arguments: [token.hash, account, now, now, String(device.prefix(80))])
        try db.execute(
            sql: """
                DELETE FROM session WHERE accountID = ? AND id NOT IN (
                    SELECT id FROM session WHERE accountID = ? ORDER BY lastSeenAt DESC, id DESC LIMIT ?)
                """, arguments: [account, account, SessionRules.perAccount])
    }

    /// The session with this token and its person; nil when there is none or the person is not in service today.
    static func find(token: SessionToken, now: Moment, in db: Database) throws -> Found? {
        guard
            let session = try Row.fetchOne(
                db, sql: "SELECT id, accountID, startedAt, lastSeenAt, confirmedAt FROM session WHERE tokenHash = ?",
                arguments: [token.hash]),
            let visitor = try person(
                account: session["accountID"], session: session["id"], formToken: token.formToken,
                confirmedAt: session["confirmedAt"] ?? session["startedAt"], now: now, in: db)
        else { return nil }
        return Found(visitor: visitor, startedAt: session["startedAt"], lastSeenAt: session["lastSeenAt"])
    }

    /// The actor with the rights that they have in this transaction.
    ///
    /// While waiting for the transaction, the session may have ended or a role may have been revoked. Reads the person
    /// again only when the generation of access rights has changed since, or their last day in service has passed.
    /// - Throws: `CommonRefusal.signedOut` when the session is over.
    static func current(_ actor: Actor, now: Moment, in db: Database) throws -> Actor {
        guard case .visitor(let visitor) = actor, visitor.session.rawValue > 0 else { return actor }
        let isInService = visitor.serviceEndsAt.map { now < $0 } ?? true
        if isInService, try Generation.access.value(in: db) == visitor.accessGeneration { return actor }
        let confirmed = try Row.fetchOne(
            db, sql: "SELECT ifnull(confirmedAt, startedAt) FROM session WHERE id = ?", arguments: [visitor.session])
        guard let confirmed,
            let found = try person(
                account: visitor.account, session: visitor.session, formToken: visitor.formToken,
                confirmedAt: confirmed[0], now: now, in: db)
        else { throw CommonRefusal.signedOut }
        return .visitor(found)
    }

    /// The person of an account without a session, for commands that act in their name; nil when not in service.
    static func visitor(login: String, now: Moment, in db: Database) throws -> Visitor? {
        guard
            let account = try ID<Account>.fetchOne(
                db, sql: "SELECT id FROM account WHERE login = ?", arguments: [login.lowercased()])
        else { return nil }
        return try person(
            account: account, session: ID(rawValue: 0), formToken: "", confirmedAt: now, now: now, in: db)
    }

    /// The person of an employee's account, without a session; nil when not in service.
    static func visitor(employee: ID<Employee>, now: Moment, in db: Database) throws -> Visitor? {
        guard
            let account = try ID<Account>.fetchOne(
                db, sql: "SELECT id FROM account WHERE employeeID = ?", arguments: [employee])
        else { return nil }
        return try person(
            account: account, session: ID(rawValue: 0), formToken: "", confirmedAt: now, now: now, in: db)
    }

    private static func person(
        account: ID<Account>, session: ID<Session>, formToken: String, confirmedAt: Moment, now: Moment,
        in db: Database
    ) throws -> Visitor? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT account.login, account.theme, account.passwordIsIssued, employee.id AS employeeID,
                        employee.name, employee.unitID, employee.startsOn, employee.endsOn, unit.path
                    FROM account JOIN employee ON employee.id = account.employeeID
                    JOIN unit ON unit.id = employee.unitID
                    WHERE account.id = ?
                    """, arguments: [account])
        else { return nil }
        let today = ROCDate.day(of: now)
        let starts: Day? = row["startsOn"]
        let ends: Day? = row["endsOn"]
        guard starts.map({ $0 <= today }) ?? true, ends.map({ today <= $0 }) ?? true else { return nil }
        let employee: ID<Employee> = row["employeeID"]
        return Visitor(
            account: account, employee: employee, session: session, login: row["login"], name: row["name"],
            unitID: row["unitID"], unit: UnitPath(rawValue: row["path"]), grants: try grants(of: employee, in: db),
            theme: Theme(rawValue: row["theme"]) ?? .system, mustChangePassword: row["passwordIsIssued"],
            formToken: formToken, confirmedAt: confirmedAt,
            serviceEndsAt: ends.map { ROCDate.start(of: $0.adding(days: 1)) },
            accessGeneration: try Generation.access.value(in: db))
    }

    private static func grants(of employee: ID<Employee>, in db: Database) throws -> [Grant] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT roleGrant.role, unit.path FROM roleGrant JOIN unit ON unit.id = roleGrant.unitID
                WHERE roleGrant.employeeID = ?
                """, arguments: [employee]
        ).compactMap { row in
            Role(rawValue: row["role"]).map { Grant(role: $0, unit: UnitPath(rawValue: row["path"])) }
        }
    }

    /// Stores that the person has entered their password again at `now`.
    static func confirm(_ session: ID<Session>, now: Moment, in db: Database) throws {
        try db.execute(sql: "UPDATE session SET confirmedAt = ? WHERE id = ?", arguments: [now, session])
    }

    static func touch(_ session: ID<Session>, now: Moment, in db: Database) throws {
        try db.execute(sql: "UPDATE session SET lastSeenAt = ? WHERE id = ?", arguments: [now, session])
    }

    /// The sessions of an account, the most recently used first.
    static func all(of account: ID<Account>, in db: Database) throws -> [Session] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, accountID, startedAt, lastSeenAt, device FROM session
                WHERE accountID = ? ORDER BY lastSeenAt DESC
                """, arguments: [account]
        ).map {
            Session(
                id: $0["id"], accountID: $0["accountID"], startedAt: $0["startedAt"], lastSeenAt: $0["lastSeenAt"],
                device: $0["device"])
        }
    }

    /// Ends a session of that account; false when the account has no such session.
    static func end(_ session: ID<Session>, of account: ID<Account>, in db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM session WHERE id = ? AND accountID = ?", arguments: [session, account])
        return db.changesCount > 0
    }

    /// Ends all sessions of that account except `kept`.
    static func endAll(of account: ID<Account>, keeping kept: ID<Session>? = nil, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM session WHERE accountID = ? AND id IS NOT ?", arguments: [account, kept])
    }

    /// Deletes sessions that have expired because they were idle too long or are too old.
    static func removeExpired(now: Moment, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM session WHERE lastSeenAt <= ? OR startedAt <= ?",
            arguments: [
                now.adding(minutes: -SessionRules.idleMinutes), now.adding(minutes: -SessionRules.absoluteMinutes),
            ])
    }
}
