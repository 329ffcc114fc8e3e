import GRDB

/// Statutes that a complete file of the ministry's does not have any more.
enum StatuteMissingStore {
    /// All statutes of the office but local rules, whose keys begin with X.
    static func kept(in db: Database) throws -> [StatuteFileCoverage.Kept] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT statute.pcode, statute.missingSince, version.name, version.level, version.publishedOn
                FROM statute JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE statute.pcode NOT LIKE 'X%'
                """
        ).map { row in
            StatuteFileCoverage.Kept(
                pcode: row["pcode"], name: row["name"], level: row["level"], published: row["publishedOn"],
                missingSince: row["missingSince"])
        }
    }

    /// `since`: the day of the file; nil when they are there again.
    static func mark(_ pcodes: [String], since day: Day?, in db: Database) throws {
        let statement = try db.cachedStatement(sql: "UPDATE statute SET missingSince = ? WHERE pcode = ?")
        for pcode in pcodes { try statement.execute(arguments: [day, pcode]) }
    }
}
