import GRDB

/// Everything that must hold in the database, checked by reading alone.
enum Doctor {
    typealias Finding = DoctorCommand.Finding

    /// What does not hold, at most ten rows of each kind; empty when all is well.
    static func findings(in db: Database) throws -> [Finding] {
        try damage(in: db) + schemaDifferences(in: db) + brokenStamps(in: db) + violations(in: db)
            + wrongScores(in: db) + brokenAudit(in: db) + wrongWords(in: db)
    }

    /// Attachments whose file is not there, or not what it was; reads them all.
    static func lostAttachments(_ attachments: [Attachment], in folder: AttachmentFolder) -> [Finding] {
        let wrong = attachments.compactMap { attachment -> Finding? in
            guard folder.bytes(of: attachment) == nil else { return nil }
            let isThere = folder.holds(attachment.hash)
            return Finding(
                check: isThere ? AttachmentTerms.altered : AttachmentTerms.lost, detail: attachment.name)
        }
        return Array(wrong.prefix(10))
    }

    private static func wrongWords(in db: Database) throws -> [Finding] {
        try PageIndexStore.outOfStep(in: db).prefix(10).map { Finding(check: "條目的搜尋索引與內文不符", detail: $0) }
    }

    private static func damage(in db: Database) throws -> [Finding] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10)
        return integrity.map { Finding(check: "資料庫檔案損壞", detail: $0) }
            + orphans.map { Finding(check: "關聯的資料不存在", detail: "\($0)") }
    }

    /// Tables and triggers that are not as the migrations make them: somebody may have taken a guard away.
    private static func schemaDifferences(in db: Database) throws -> [Finding] {
        let expected = try DatabaseQueue().write { fresh in
            try fresh.execute(sql: "PRAGMA foreign_keys = OFF")
            for migration in Schema.migrations { try fresh.execute(sql: migration.sql) }
            return try objects(in: fresh)
        }
        let found = try objects(in: db).filter { $0.key != "migration" }
        let names = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
        return names.sorted().prefix(10).map { Finding(check: "資料表或保護規則被更動", detail: $0) }
    }

    private static func objects(in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'")
        return Dictionary(rows.map { ($0["name"], $0["sql"]) }) { first, _ in first }
    }

    /// Columns of days and instants that hold something else, which reads as the year 0.
    private static func brokenStamps(in db: Database) throws -> [Finding] {
        let day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
        let moment = day + "T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z"
        var findings: [Finding] = []
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
            let names = try db.columns(in: table).map(\.name)
            for column in names where column.contains(/(At|On|AsOf)$|^(at|opens|closes|deadline)$/) {
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT "\(column)" FROM "\(table)"
                        WHERE "\(column)" IS NOT NULL AND "\(column)" NOT GLOB ? AND "\(column)" NOT GLOB ? LIMIT 10
                        """, arguments: [day, moment])
                findings += rows.map { Finding(check: "日期或時間無法辨識", detail: "\(table).\(column) \($0)") }
            }
        }
        return findings
    }

    private static func violations(in db: Database) throws -> [Finding] {
        try Schema.invariants.flatMap { invariant in
            try Row.fetchAll(db, sql: "SELECT * FROM (\(invariant.sql)) LIMIT 10")
                .map { Finding(check: invariant.violation, detail: "\($0)") }
        }
    }

    /// Scores that do not follow from the answers and keys, and plans that cannot be read.
    private static func wrongScores(in db: Database) throws -> [Finding] {
        do {
            _ = try ExamStore.all(within: .everywhere, in: db)
            return try SubmissionStore.wrongScores(in: db).prefix(10)
                .map { Finding(check: "成績與作答不符", detail: "attempt/\($0)") }
        } catch {
            return [Finding(check: "測驗的設定無法讀取", detail: "\(error)")]
        }
    }

    private static func brokenAudit(in db: Database) throws -> [Finding] {
        guard let broken = try AuditStore.firstBreak(in: db) else { return [] }
        return [Finding(check: "稽核紀錄被更動", detail: broken.sentence)]
    }
}
