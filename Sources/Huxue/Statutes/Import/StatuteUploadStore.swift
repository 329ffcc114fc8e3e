import GRDB

/// Files sent by page and what became of them; each is its sender's alone.
enum StatuteUploadStore {
    /// Minutes after which a preview expires.
    static let patience = 24 * 60

    /// A file that is being checked, in the place of another one of the same sender.
    static func insert(
        of account: ID<Account>, by login: String, fileName: String, followedOnly: Bool, now: Moment, in db: Database
    ) throws -> ID<StatuteUpload> {
        try db.execute(
            sql: """
                UPDATE statuteUpload SET state = 'replaced', endedAt = ?
                WHERE state IN ('checking', 'ready') AND (accountID = ? OR sentAt < ?)
                """, arguments: [now, account, now.adding(minutes: -patience)])
        try db.execute(
            sql: """
                INSERT INTO statuteUpload (accountID, sentBy, fileName, followedOnly, state, sentAt)
                VALUES (?, ?, ?, ?, 'checking', ?)
                """, arguments: [account, login, fileName, followedOnly, now])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Nil when there is none, or it is another account's.
    static func upload(_ id: ID<StatuteUpload>, of account: ID<Account>, in db: Database) throws -> StatuteUpload? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM statuteUpload WHERE id = ? AND accountID = ?", arguments: [id, account]
        ).map(upload)
    }

    /// The latest by anybody, the newest first, without those that nothing became of.
    static func latest(limit: Int, in db: Database) throws -> [StatuteUpload] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM statuteUpload WHERE state <> 'replaced' ORDER BY id DESC LIMIT ?",
            arguments: [limit]
        ).map(upload)
    }

    /// Changes the state, unless it is no longer `from`; returns whether it did.
    @discardableResult static func move(
        _ id: ID<StatuteUpload>, from: StatuteUpload.State, to: StatuteUpload.State, published: Day? = nil,
        problem: String = "", now: Moment, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE statuteUpload SET state = ?, problem = ?, publishedOn = ifnull(?, publishedOn),
                    startedAt = CASE WHEN ? THEN ? ELSE startedAt END, endedAt = CASE WHEN ? THEN ? ELSE endedAt END
                WHERE id = ? AND state = ?
                """,
            arguments: [
                to.rawValue, problem, published, to == .running, now, ![.checking, .ready, .running].contains(to), now,
                id, from.rawValue,
            ])
        return db.changesCount > 0
    }

    static func finish(
        _ id: ID<StatuteUpload>, outcome: StatuteUpload.Outcome, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE statuteUpload SET state = 'done', endedAt = ?, added = ?, amended = ?, regrouped = ?, same = ?,
                    older = ?, flags = ? WHERE id = ? AND state = 'running'
                """,
            arguments: [
                now, outcome.added, outcome.amended, outcome.regrouped, outcome.same, outcome.older, outcome.flags, id,
            ])
    }

    /// A server that begins has none of the files that an earlier one was sent.
    static func interruptAll(now: Moment, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE statuteUpload SET state = 'interrupted', endedAt = ?
                WHERE state IN ('checking', 'ready', 'running')
                """, arguments: [now])
    }

    /// The state on which a preview made now would rest.
    static func basis(today: Day, in db: Database) throws -> StatuteImportBasis {
        StatuteImportBasis(
            digests: try StatuteStore.digests(in: db), works: try Generation.works.value(in: db),
            today: today)
    }

    /// The statutes of which this import made a further version.
    static func amended(
        by upload: ID<StatuteUpload>, limit: Int, in db: Database
    ) throws -> [StatuteUpload.Amended] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT statute.pcode, version.name, version.number FROM statuteVersion AS version
                JOIN statute ON statute.id = version.statuteID
                WHERE version.uploadID = ? AND version.number > 1 ORDER BY version.id LIMIT ?
                """, arguments: [upload, limit]
        ).map { row in
            StatuteUpload.Amended(pcode: row["pcode"], name: row["name"], number: row["number"])
        }
    }

    private static func upload(_ row: Row) -> StatuteUpload {
        let outcome = (row["added"] as Int?).map { added in
            StatuteUpload.Outcome(
                added: added, amended: row["amended"], regrouped: row["regrouped"], same: row["same"],
                older: row["older"], flags: row["flags"])
        }
        return StatuteUpload(
            id: row["id"], account: row["accountID"], by: row["sentBy"], fileName: row["fileName"],
            followedOnly: row["followedOnly"], state: StatuteUpload.State(rawValue: row["state"]) ?? .failed,
            sentAt: row["sentAt"], startedAt: row["startedAt"], endedAt: row["endedAt"],
            published: row["publishedOn"], problem: row["problem"], outcome: outcome)
    }
}
