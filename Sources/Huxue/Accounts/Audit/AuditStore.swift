import Foundation
import GRDB

/// The audit log: rows are added, read, and never changed.
enum AuditStore {
    /// Adds a row and updates the head of the chain; call it in the transaction of the change that it records.
    ///
    /// `subject`: see `AuditEntry.subject`.
    static func append(
        _ action: AuditAction, on subject: String, _ detail: AuditDetail = [:], by acting: ActionContext,
        in db: Database
    ) throws {
        try append(
            action, on: subject, detail, byName: acting.actor.auditName, origin: acting.origin, now: acting.now, in: db)
    }

    /// Adds a row for somebody who has not signed in yet and therefore has no `ActionContext`.
    static func append(
        _ action: AuditAction, on subject: String, _ detail: AuditDetail = [:], byName actorName: String,
        origin: String, now: Moment, in db: Database
    ) throws {
        var batch = try Batch(actorName: actorName, origin: origin, now: now, in: db)
        try batch.append(action, on: subject, detail, in: db)
        try batch.finish(in: db)
    }

    /// Appends many rows of one actor and moment, as an import needs; nothing else may append before `finish`.
    struct Batch {
        private let actorName: String
        private let origin: String
        private let now: Moment
        private var head: (count: Int64, hash: Data)

        init(by acting: ActionContext, in db: Database) throws {
            try self.init(
                actorName: acting.actor.auditName, origin: acting.origin, now: acting.now, in: db)
        }

        fileprivate init(actorName: String, origin: String, now: Moment, in db: Database) throws {
            self.actorName = actorName
            self.origin = origin
            self.now = now
            head = try AuditStore.head(in: db)
            try AuditStore.requireSealed(head, in: db)
        }

        mutating func append(
            _ action: AuditAction, on subject: String, _ detail: AuditDetail = [:], in db: Database
        ) throws {
            let entry = AuditEntry(
                id: ID(rawValue: head.count + 1), at: now, actor: actorName, action: action.code,
                subject: subject, detail: AuditDetailText.print(detail), origin: origin)
            head = (
                head.count + 1, try AuditStore.seal(AuditChain.content(of: entry, after: head.hash), in: db)
            )
            try db.cachedStatement(
                sql: """
                    INSERT INTO auditEntry (id, at, actor, action, subject, detail, origin, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                entry.id, entry.at, entry.actor, entry.action, entry.subject, entry.detail, entry.origin, head.hash,
            ])
        }

        /// Stores the number and code of the last row as the head of the chain, and its seal.
        func finish(in db: Database) throws {
            try db.cachedStatement(sql: "UPDATE auditHead SET count = ?, hash = ? WHERE id = 1")
                .execute(arguments: [head.count, head.hash])
            try db.cachedStatement(sql: "UPDATE sealing SET code = seal(?) WHERE id = 1")
                .execute(arguments: [AuditChain.end(count: head.count, hash: head.hash)])
        }
    }

    /// The rows that match the filter, newest first.
    ///
    /// `wording`: puts details into words, so that the search finds what readers see; nil to search stored text only.
    /// `hidden`: see `AuditVocabulary.concealed`.
    static func entries(
        _ filter: AuditFilter, wording: AuditWording? = nil, hiding hidden: [SQL] = [], limit: Int, offset: Int = 0,
        in db: Database
    ) throws -> [AuditEntry] {
        if let wording { add(wording, to: db) }
        let query: SQL = """
            SELECT id, at, actor, action, subject, detail, origin FROM auditEntry
            WHERE \(condition(filter, isWorded: wording != nil, hiding: hidden)) ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map(entry)
    }

    static func count(
        _ filter: AuditFilter, wording: AuditWording? = nil, hiding hidden: [SQL] = [], in db: Database
    ) throws -> Int {
        if let wording { add(wording, to: db) }
        let query: SQL = """
            SELECT count(*) FROM auditEntry WHERE \(condition(filter, isWorded: wording != nil, hiding: hidden))
            """
        return try SQLRequest<Int>(literal: query).fetchOne(db) ?? 0
    }

    /// The first place where the log differs from what was written; nil when it is intact.
    static func firstBreak(in db: Database) throws -> AuditChain.Break? {
        var walk = AuditChain.Walk { try seal($0, in: db) }
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM auditEntry ORDER BY id")
        while let row = try rows.next() {
            if let found = try walk.step(entry(row), hash: row["hash"]) { return found }
        }
        let head = try head(in: db)
        return try walk.finish(
            headCount: head.count, headHash: head.hash,
            code: Data.fetchOne(db, sql: "SELECT code FROM sealing WHERE id = 1"))
    }

    /// The code of the row with this number; nil when there is no such row.
    static func hash(of number: Int64, in db: Database) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT hash FROM auditEntry WHERE id = ?", arguments: [number])
    }

    /// Goes on from no end but the one that was sealed; otherwise the next row would cover up what was removed.
    ///
    /// - Throws: `AuditRefusal.altered`.
    private static func requireSealed(_ head: (count: Int64, hash: Data), in db: Database) throws {
        let last = head.count == 0 ? AuditChain.beginning : try hash(of: head.count, in: db)
        let isSealed = try Bool.fetchOne(
            db, sql: "SELECT code = seal(?) FROM sealing WHERE id = 1",
            arguments: [AuditChain.end(count: head.count, hash: head.hash)])
        guard last == head.hash, isSealed == true else { throw AuditRefusal.altered }
    }

    private static func seal(_ content: Data, in db: Database) throws -> Data {
        try Data.fetchOne(db, sql: "SELECT seal(?)", arguments: [content]) ?? Data()
    }

    /// The number and code of the last row.
    static func head(in db: Database) throws -> (count: Int64, hash: Data) {
        let query = try db.cachedStatement(sql: "SELECT count, hash FROM auditHead WHERE id = 1")
        guard let row = try Row.fetchOne(query) else { return (0, AuditChain.beginning) }
        return (row["count"], row["hash"])
    }

    private static func entry(_ row: Row) -> AuditEntry {
        AuditEntry(
            id: row["id"], at: row["at"], actor: row["actor"], action: row["action"], subject: row["subject"],
            detail: row["detail"], origin: row["origin"])
    }

    /// Registers the SQL function `auditWords(action, detail)` on this connection.
    private static func add(_ wording: AuditWording, to db: Database) {
        let function = DatabaseFunction("auditWords", argumentCount: 2, pure: true) { values in
            guard let action = String.fromDatabaseValue(values[0]), let detail = String.fromDatabaseValue(values[1])
            else { return "" }
            return wording.words(for: detail, of: action)
        }
        db.add(function: function)
    }

    private static func condition(_ filter: AuditFilter, isWorded: Bool, hiding hidden: [SQL]) -> SQL {
        var conditions: [SQL] = ["1"] + hidden.map { "subject NOT IN (\($0))" }
        if let since = filter.since { conditions.append("at >= \(since)") }
        if let until = filter.until { conditions.append("at < \(until)") }
        if !filter.actor.isEmpty { conditions.append("actor = \(filter.actor)") }
        if !filter.action.isEmpty { conditions.append("action = \(filter.action)") }
        if !filter.search.isEmpty {
            let words: SQL = isWorded ? "OR instr(auditWords(action, detail), \(filter.search)) > 0" : ""
            conditions.append(
                "(instr(subject, \(filter.search)) > 0 OR instr(detail, \(filter.search)) > 0 \(words))")
        }
        return conditions.joined(separator: " AND ")
    }
}
