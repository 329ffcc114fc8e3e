import Foundation
import GRDB

/// The statutes of the office: what is in force, and every version that was imported.
enum StatuteStore {
    /// Statutes by name, those in force first.
    static func summaries(_ query: StatuteQuery, limit: Int, in db: Database) throws -> [StatuteSummary] {
        var pcodes: String?
        if !query.search.isEmpty {
            let found = try namesByPcode(in: db).filter { query.fits($0.value) }.keys
            pcodes = "[\(found.sorted().map { "\"\($0)\"" }.joined(separator: ","))]"
        }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT chosen.*, (SELECT count(*) FROM article JOIN articleVersion
                    ON articleVersion.articleID = article.id AND articleVersion.untilVersionID IS NULL
                    WHERE article.statuteID = chosen.id) AS articles
                FROM (SELECT statute.id, statute.pcode, statute.missingSince, version.name, version.level, version.modifiedOn,
                        version.isRepealed, version.number
                    FROM statute JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                    WHERE (? IS NULL OR statute.pcode IN (SELECT value FROM json_each(?)))
                        AND (? IS NULL OR version.isRepealed = ?)
                    ORDER BY version.isRepealed, version.name LIMIT ?) AS chosen
                ORDER BY chosen.isRepealed, chosen.name
                """,
            arguments: [
                pcodes, pcodes, query.state?.rawValue, query.state == .repealed, limit,
            ])
        return rows.map { row in
            StatuteSummary(
                pcode: row["pcode"], name: row["name"], level: row["level"], modified: row["modifiedOn"],
                isRepealed: row["isRepealed"], missingSince: row["missingSince"], articles: row["articles"],
                versions: row["number"])
        }
    }

    /// Present, former and short names.
    private static func namesByPcode(in db: Database) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for (pcode, name) in try names(in: db) { found[pcode, default: []].append(name) }
        for statute in StatuteTable.all where found[statute.pcode] != nil {
            found[statute.pcode, default: []] += statute.otherNames
        }
        return found
    }

    static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM statute") ?? 0
    }

    /// The versions of a statute, the latest first; empty when the office does not keep it.
    static func versions(of pcode: String, in db: Database) throws -> [StatuteVersion] {
        try Row.fetchAll(
            db, sql: selectVersion + " WHERE statute.pcode = ? ORDER BY version.number DESC", arguments: [pcode]
        )
        .map(version)
    }

    /// The latest version; nil when the office does not keep the statute.
    static func current(_ pcode: String, in db: Database) throws -> StatuteVersion? {
        let statement = try db.cachedStatement(
            sql: selectVersion + " WHERE statute.pcode = ? AND version.id = statute.currentVersionID")
        return try Row.fetchOne(statement, arguments: [pcode]).map(version)
    }

    /// What the statute is called now; nil when the office does not keep it.
    static func name(of pcode: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT version.name FROM statute JOIN statuteVersion AS version
                ON version.id = statute.currentVersionID WHERE statute.pcode = ?
                """, arguments: [pcode])
    }

    static func digest(of pcode: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT version.digest FROM statute JOIN statuteVersion AS version
                ON version.id = statute.currentVersionID WHERE statute.pcode = ?
                """, arguments: [pcode])
    }

    /// The digests of all current versions by pcode.
    static func digests(in db: Database) throws -> [String: String] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT statute.pcode, version.digest FROM statute
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                """)
        var found: [String: String] = [:]
        while let row = try rows.next() { found[row[0]] = row[1] }
        return found
    }

    /// The same of these statutes alone.
    static func digests(of pcodes: [String], in db: Database) throws -> [String: String] {
        try pcodes.reduce(into: [:]) { $0[$1] = try digest(of: $1, in: db) }
    }

    /// 更新日期 of the latest file that showed the current version, by pcode; missing where no file told.
    static func publishedDays(in db: Database) throws -> [String: Day] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT statute.pcode, version.publishedOn FROM statute
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE version.publishedOn IS NOT NULL
                """)
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// Which state of the law the office has; nil when it has none.
    ///
    /// The ministry's keys never begin with X; those of local rules do, whose files tell nothing of the ministry's.
    static func dataVersion(in db: Database) throws -> StatuteDataVersion? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT (SELECT max(publishedOn) FROM statuteVersion JOIN statute ON statute.id = statuteID
                        WHERE pcode NOT LIKE 'X%'),
                    max(at) FROM (SELECT max(importedAt) AS at FROM statuteVersion
                        UNION ALL SELECT max(endedAt) FROM statuteUpload WHERE state = 'done')
                """)
        guard let row, let imported: Moment = row[1] else { return nil }
        return StatuteDataVersion(published: row[0], importedAt: imported)
    }

    /// The statutes that the office works with: those that can be cited, and those it keeps already.
    static func followed(in db: Database) throws -> Set<String> {
        Set(StatuteTable.all.map(\.pcode)).union(try String.fetchAll(db, sql: "SELECT pcode FROM statute"))
    }

    /// The texts of the articles as they stood in one version, by number.
    static func texts(of version: StatuteVersion, in db: Database) throws -> [ArticleNumber: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT article.main, article.branch, articleVersion.text FROM articleVersion
                JOIN article ON article.id = articleVersion.articleID
                JOIN statute ON statute.id = article.statuteID
                WHERE statute.pcode = ? AND articleVersion.sinceVersionID <= ?
                    AND (articleVersion.untilVersionID IS NULL OR articleVersion.untilVersionID > ?)
                """, arguments: [version.pcode, version.id, version.id])
        return Dictionary(rows.compactMap { row in number(row).map { ($0, row["text"]) } }) { first, _ in first }
    }

    /// The whole edition as it was imported, for comparing.
    static func edition(_ version: StatuteVersion, in db: Database) throws -> StatuteEdition {
        let texts = try texts(of: version, in: db)
        return StatuteEdition(
            pcode: version.pcode, name: version.name, level: version.level, category: version.category,
            modified: version.modified, effective: version.effective, effectiveNote: version.effectiveNote,
            isRepealed: version.isRepealed, histories: version.histories,
            parts: version.outline.compactMap { part in
                switch part {
                case .heading(let heading): .heading(heading)
                case .article(let number):
                    texts[number].map { .article(StatuteArticle(number: number, text: $0)) }
                }
            }, problems: [])
    }

    /// The article in force right before this one, or right after it; nil at the end.
    static func neighbour(
        of number: ArticleNumber, in statute: StatuteVersion, isNext: Bool, db: Database
    ) throws -> ArticleNumber? {
        let (comparison, order) = isNext ? (">", "") : ("<", " DESC")
        return try Row.fetchOne(
            db,
            sql: """
                SELECT article.main, article.branch FROM statute JOIN article ON article.statuteID = statute.id
                WHERE statute.pcode = ? AND (article.main, article.branch) \(comparison) (?, ?) AND EXISTS (
                    SELECT 1 FROM articleVersion
                    WHERE articleVersion.articleID = article.id AND articleVersion.untilVersionID IS NULL)
                ORDER BY article.main\(order), article.branch\(order) LIMIT 1
                """, arguments: [statute.pcode, number.main, number.branch]
        ).flatMap { Self.number($0) }
    }

    /// Every text that an article had, the latest first.
    static func articleVersions(
        of pcode: String, _ number: ArticleNumber, in db: Database
    ) throws -> [ArticleVersion] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT articleVersion.*, article.main, article.branch FROM articleVersion
                JOIN article ON article.id = articleVersion.articleID
                JOIN statute ON statute.id = article.statuteID
                WHERE statute.pcode = ? AND article.main = ? AND article.branch = ?
                ORDER BY articleVersion.sinceVersionID DESC
                """, arguments: [pcode, number.main, number.branch])
        return rows.map { row in
            ArticleVersion(
                id: row["id"], number: number, text: row["text"], since: row["sinceVersionID"],
                until: row["untilVersionID"])
        }
    }

    /// The text in the latest version; nil when there is no such article, or none any more.
    static func text(of pcode: String, _ number: ArticleNumber, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT articleVersion.text FROM articleVersion JOIN article ON article.id = articleVersion.articleID
                JOIN statute ON statute.id = article.statuteID
                WHERE statute.pcode = ? AND article.main = ? AND article.branch = ?
                    AND articleVersion.untilVersionID IS NULL
                """, arguments: [pcode, number.main, number.branch])
    }

    /// Current names and keys, for reading citations.
    static func names(in db: Database) throws -> [(pcode: String, name: String)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT statute.pcode, version.name, version.number FROM statute
                JOIN statuteVersion AS version ON version.statuteID = statute.id
                ORDER BY statute.pcode, version.number DESC
                """
        ).map { ($0["pcode"], $0["name"]) }
    }

    private static let selectVersion = """
        SELECT version.*, statute.pcode, statute.missingSince FROM statuteVersion AS version
        JOIN statute ON statute.id = version.statuteID
        """

    private static func version(_ row: Row) -> StatuteVersion {
        let effective: EffectiveDay =
            row["isEffectOpen"] ? .toBeSet : (row["effectiveOn"] as Day?).map(EffectiveDay.on) ?? .unstated
        return StatuteVersion(
            id: row["id"], pcode: row["pcode"], number: row["number"], name: row["name"], level: row["level"],
            category: row["category"], modified: row["modifiedOn"], effective: effective,
            effectiveNote: row["effectiveNote"], isRepealed: row["isRepealed"], histories: row["histories"],
            outlineFile: row["outline"], published: row["publishedOn"],
            importedAt: row["importedAt"], missingSince: row["missingSince"])
    }

    private static func number(_ row: Row) -> ArticleNumber? { ArticleNumber(row["main"], branch: row["branch"]) }
}
