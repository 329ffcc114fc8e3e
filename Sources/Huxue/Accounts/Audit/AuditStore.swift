import Foundation
import GRDB

/// The audit log: rows are added, read, and never changed.
enum AuditStore {
    /// Adds a row and moves the head of the chain, in the transaction of the change that it records.
    ///
    /// `subject`: the record, as its readers know it.
    /// `origin`: the browser's address, or `CommandSession.origin`.
    static func append(
        actor: Actor, action: AuditAction, subject: String, detail: String = "", origin: String, now: Moment,
        in db: Database
    ) throws {
        try append(
            actorName: actor.auditName, action: action, subject: subject, detail: detail, origin: origin, now: now,
            in: db)
    }

    /// The same for somebody who is only about to sign in.
    static func append(
        actorName: String, action: AuditAction, subject: String, detail: String = "", origin: String, now: Moment,
        in db: Database
    ) throws {
        var batch = try Batch(actorName: actorName, origin: origin, now: now, in: db)
        try batch.append(action, subject: subject, detail: detail, in: db)
        try batch.finish(in: db)
    }

    /// Many rows by one person at one time, as an import leaves them; nothing else may append before `finish`.
    struct Batch {
        private let actorName: String
        private let origin: String
        private let now: Moment
        private var head: (count: Int64, hash: Data)

        init(actor: Actor, origin: String, now: Moment, in db: Database) throws {
            try self.init(actorName: actor.auditName, origin: origin, now: now, in: db)
        }

        init(actorName: String, origin: String, now: Moment, in db: Database) throws {
            self.actorName = actorName
            self.origin = origin
            self.now = now
            head = try AuditStore.head(in: db)
        }

        mutating func append(_ action: AuditAction, subject: String, detail: String = "", in db: Database) throws {
            let entry = AuditEntry(
                id: ID(rawValue: head.count + 1), at: now, actor: actorName, action: action.code,
                subject: subject, detail: detail, origin: origin)
            head = (head.count + 1, AuditChain.hash(of: entry, after: head.hash))
            try db.cachedStatement(
                sql: """
                    INSERT INTO auditEntry (id, at, actor, action, subject, detail, origin, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                entry.id, entry.at, entry.actor, entry.action, entry.subject, entry.detail, entry.origin, head.hash,
            ])
        }

        /// Moves the head of the chain to the last row.
        func finish(in db: Database) throws {
            try db.cachedStatement(sql: "UPDATE auditHead SET count = ?, hash = ? WHERE id = 1")
                .execute(arguments: [head.count, head.hash])
        }
    }

    /// Newest first.
    static func entries(
        _ filter: AuditFilter, limit: Int, offset: Int = 0, in db: Database
    ) throws -> [AuditEntry] {
        let query: SQL = """
            SELECT id, at, actor, action, subject, detail, origin FROM auditEntry
            WHERE \(condition(filter)) ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map(entry)
    }

    /// Every row of `action` on one of these subjects, oldest first.
    static func entries(_ action: AuditAction, on subjects: [String], in db: Database) throws -> [AuditEntry] {
        let query: SQL = """
            SELECT id, at, actor, action, subject, detail, origin FROM auditEntry
            WHERE action = \(action.code) AND subject IN \(subjects) ORDER BY id
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map(entry)
    }

    static func count(_ filter: AuditFilter, in db: Database) throws -> Int {
        let query: SQL = "SELECT count(*) FROM auditEntry WHERE \(condition(filter))"
        return try SQLRequest<Int>(literal: query).fetchOne(db) ?? 0
    }

    /// How many rows have ever been written.
    static func count(in db: Database) throws -> Int64 { try head(in: db).count }

    /// Whether any of `actions` has been recorded after the first `count` rows.
    static func has(_ actions: Set<AuditAction>, since count: Int64, in db: Database) throws -> Bool {
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM auditEntry WHERE id > \(count) AND +action IN \(actions.map(\.code)))
            """
        return try SQLRequest<Bool>(literal: query).fetchOne(db) ?? false
    }

    /// The number of the last row of any of `actions`; 0 when there is none.
    static func last(of actions: Set<AuditAction>, in db: Database) throws -> Int64 {
        let query: SQL = "SELECT ifnull(max(id), 0) FROM auditEntry WHERE action IN \(actions.map(\.code))"
        return try SQLRequest<Int64>(literal: query).fetchOne(db) ?? 0
    }

    /// The first place where the log is not what was written; nil when it is whole.
    static func firstBreak(in db: Database) throws -> AuditChain.Break? {
        var walk = AuditChain.Walk()
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM auditEntry ORDER BY id")
        while let row = try rows.next() {
            if let found = walk.step(entry(row), hash: row["hash"]) { return found }
        }
        let head = try head(in: db)
        return walk.finish(headCount: head.count, headHash: head.hash)
    }

    private static func head(in db: Database) throws -> (count: Int64, hash: Data) {
        let query = try db.cachedStatement(sql: "SELECT count, hash FROM auditHead WHERE id = 1")
        guard let row = try Row.fetchOne(query) else { return (0, AuditChain.beginning) }
        return (row["count"], row["hash"])
    }

    private static func entry(_ row: Row) -> AuditEntry {
        AuditEntry(
            id: row["id"], at: row["at"], actor: row["actor"], action: row["action"], subject: row["subject"],
            detail: row["detail"], origin: row["origin"])
    }

    private static func condition(_ filter: AuditFilter) -> SQL {
        var conditions: [SQL] = ["1"]
        if let since = filter.since { conditions.append("at >= \(since)") }
        if let until = filter.until { conditions.append("at < \(until)") }
        if !filter.actor.isEmpty { conditions.append("actor = \(filter.actor)") }
        if !filter.action.isEmpty { conditions.append("action = \(filter.action)") }
        if !filter.search.isEmpty {
            conditions.append("(instr(subject, \(filter.search)) > 0 OR instr(detail, \(filter.search)) > 0)")
        }
        return conditions.joined(separator: " AND ")
    }
}
