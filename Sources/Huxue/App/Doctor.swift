import GRDB

/// Checks that the database is intact; it only reads.
enum Doctor {
    /// Everything found wrong, at most ten rows of each kind; empty when all is well.
    static func findings(
        of features: FeatureList = Features.all, in folder: DataFolder, _ db: Database
    ) throws -> [Finding] {
        try damage(in: db) + schemaDifferences(from: features, in: db) + brokenStamps(in: db)
            + violations(of: features, in: db) + brokenAudit(in: db)
            + changedHeads(AuditHeadFile.heads(in: folder), in: db)
            + features.all.flatMap { try $0.findings(in: folder, db) }
    }

    private static func damage(in db: Database) throws -> [Finding] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10)
        return integrity.map { Finding(check: "資料庫檔案損壞", detail: $0) }
            + orphans.map { Finding(check: "關聯的資料不存在", detail: "\($0)") }
    }

    /// Tables and triggers that differ from what the migrations make: somebody may have dropped one by hand.
    private static func schemaDifferences(from features: FeatureList, in db: Database) throws -> [Finding] {
        let expected = try DatabaseQueue().write { fresh in
            try Seal.random().add(to: fresh)
            try fresh.execute(sql: "PRAGMA foreign_keys = OFF")
            for migration in features.migrations { try fresh.execute(sql: migration.sql) }
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

    /// Date and time columns whose text cannot be parsed; such values are read as the year 0.
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

    private static func violations(of features: FeatureList, in db: Database) throws -> [Finding] {
        try features.invariants.flatMap { invariant in
            try Row.fetchAll(db, sql: "SELECT * FROM (\(invariant.sql)) LIMIT 10")
                .map { Finding(check: invariant.violation, detail: "\($0)") }
        }
    }

    /// Heads of the audit log that were written down, and with which it does not agree.
    static func changedHeads(_ heads: [AuditHead], in db: Database) throws -> [Finding] {
        try AuditActions.disagreeing(heads, in: db).prefix(10).map { head in
            Finding(check: "稽核紀錄與記下的末筆驗證碼不符", detail: "\(head.count) 筆　\(head.digits)")
        }
    }

    private static func brokenAudit(in db: Database) throws -> [Finding] {
        guard let broken = try AuditStore.firstBreak(in: db) else { return [] }
        return [Finding(check: "稽核紀錄被更動", detail: broken.sentence)]
    }
}
