import GRDB

enum AccountStore {
    /// The account with this login, which must already be folded by `Login`; nil when there is none.
    static func account(login: String, in db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM account WHERE login = ?", arguments: [login]).map(account)
    }

    static func account(_ id: ID<Account>, in db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM account WHERE id = ?", arguments: [id]).map(account)
    }

    /// Nil for an employee who has no account.
    static func account(employee: ID<Employee>, in db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM account WHERE employeeID = ?", arguments: [employee]).map(account)
    }

    static func insert(employee: ID<Employee>, login: String, in db: Database) throws -> ID<Account> {
        try db.cachedStatement(sql: "INSERT INTO account (employeeID, login) VALUES (?, ?)")
            .execute(arguments: [employee, login])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Frees the account's login so that another account can take it in the same transaction.
    ///
    /// The caller must set a new login before the transaction ends.
    static func releaseLogin(of account: ID<Account>, in db: Database) throws {
        // No real login begins with `#`.
        try setLogin("#\(account)", of: account, in: db)
    }

    static func setLogin(_ login: String, of account: ID<Account>, in db: Database) throws {
        try db.execute(sql: "UPDATE account SET login = ? WHERE id = ?", arguments: [login, account])
    }

    /// Sets a password that the person chose.
    static func setChosenPassword(hash: String, of account: ID<Account>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE account SET passwordHash = ?, passwordIsIssued = 0, passwordExpiresAt = NULL WHERE id = ?
                """, arguments: [hash, account])
    }

    /// Sets a password that somebody else issued, to be changed at the first sign-in.
    static func setIssuedPassword(hash: String, until end: Moment, of account: ID<Account>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE account SET passwordHash = ?, passwordIsIssued = 1, passwordExpiresAt = ?,
                    timesIssued = timesIssued + 1 WHERE id = ?
                """, arguments: [hash, end, account])
    }

    /// Makes an issued password that has been used once expire at `end` at the latest.
    static func shortenIssuedPassword(until end: Moment, of account: ID<Account>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE account SET passwordExpiresAt = min(coalesce(passwordExpiresAt, ?), ?)
                WHERE id = ? AND passwordIsIssued = 1
                """, arguments: [end, end, account])
    }

    /// Replaces the hash by a stronger one of the same password; false when the password was changed meanwhile.
    static func replaceHash(_ old: String, with new: String, of account: ID<Account>, in db: Database) throws -> Bool {
        try db.execute(
            sql: "UPDATE account SET passwordHash = ? WHERE id = ? AND passwordHash = ?",
            arguments: [new, account, old])
        return db.changesCount > 0
    }

    static func setTheme(_ theme: Theme, of account: ID<Account>, in db: Database) throws {
        try db.execute(sql: "UPDATE account SET theme = ? WHERE id = ?", arguments: [theme.rawValue, account])
    }

    private static func account(_ row: Row) -> Account {
        Account(
            id: row["id"], employeeID: row["employeeID"], login: row["login"], passwordHash: row["passwordHash"],
            passwordIsIssued: row["passwordIsIssued"], passwordExpiresAt: row["passwordExpiresAt"],
            theme: row["theme"], timesIssued: row["timesIssued"])
    }
}
