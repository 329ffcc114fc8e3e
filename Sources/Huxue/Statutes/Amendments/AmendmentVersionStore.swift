import GRDB

enum AmendmentVersionStore {
    /// Versions promulgated or brought in since `day` that amended what the office had, and `versions`; the latest first.
    static func amendments(
        publishedSince day: Day, or versions: Set<ID<StatuteVersion>>, in db: Database
    ) throws -> [Amendment] {
        try Row.fetchAll(
            db,
            sql: select + """
                 WHERE version.id IN (SELECT value FROM json_each(?))
                    OR version.number > 1 AND max(ifnull(version.modifiedOn, ''), substr(version.importedAt, 1, 10)) >= ?
                ORDER BY ifnull(version.modifiedOn, '') DESC, version.id DESC LIMIT 200
                """, arguments: [list(versions), day]
        ).map { row in
            let effective: EffectiveDay =
                row["isEffectOpen"] ? .toBeSet : (row["effectiveOn"] as Day?).map(EffectiveDay.on) ?? .unstated
            return Amendment(
                version: row["id"], pcode: row["pcode"], name: row["name"], modified: row["modifiedOn"],
                effective: effective, isRepealed: row["isRepealed"], importedAt: row["importedAt"],
                comparison: comparison(row))
        }
    }

    /// Where each of these versions can be compared with the one before it.
    static func comparisons(
        of versions: Set<ID<StatuteVersion>>, in db: Database
    ) throws -> [ID<StatuteVersion>: AmendmentLink] {
        let rows = try Row.fetchAll(
            db, sql: select + " WHERE version.id IN (SELECT value FROM json_each(?))", arguments: [list(versions)])
        return Dictionary(rows.map { ($0["id"], comparison($0)) }) { first, _ in first }
    }

    private static let select = """
        SELECT version.*, statute.pcode FROM statuteVersion AS version
        JOIN statute ON statute.id = version.statuteID
        """

    private static func comparison(_ row: Row) -> AmendmentLink {
        let (number, pcode): (Int, String) = (row["number"], row["pcode"])
        guard number > 1 else { return AmendmentLink(address: StatuteAddress.statute(pcode), isComparison: false) }
        return AmendmentLink(
            address: StatuteAddress.comparison(pcode, from: number - 1, to: number), isComparison: true)
    }

    private static func list(_ ids: Set<ID<StatuteVersion>>) -> String {
        "[" + ids.map(\.description).sorted().joined(separator: ",") + "]"
    }
}
