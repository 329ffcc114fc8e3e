import GRDB

/// The full-text index of the statutes' names: the present one as title, short and former ones as headings.
enum StatuteIndexStore {
    static let index = SearchIndexStore(table: "statuteText")

    /// Brings a statute's names in step.
    static func put(_ statuteID: Int64, in db: Database) throws {
        guard let names = try names(of: statuteID, in: db) else { return }
        try index.put(
            statuteID, title: names.present, headings: names.others.joined(separator: "。"), body: "", in: db)
    }

    /// Indexes statutes that are not yet, at most `limit`; returns how many there were.
    static func catchUp(limit: Int, in db: Database) throws -> Int {
        let missing = try Int64.fetchAll(
            db, sql: "SELECT id FROM statute WHERE id NOT IN (SELECT rowid FROM statuteText) LIMIT ?",
            arguments: [limit])
        for id in missing { try put(id, in: db) }
        return missing.count
    }

    /// What a statute is called, and what it is and was called as well; nil when there is no such statute.
    static func names(of statuteID: Int64, in db: Database) throws -> (present: String, others: [String])? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT statute.pcode, version.name FROM statute
                JOIN statuteVersion AS version ON version.statuteID = statute.id
                WHERE statute.id = ? ORDER BY version.number DESC
                """)
        let rows = try Row.fetchAll(statement, arguments: [statuteID])
        guard let first = rows.first else { return nil }
        let present: String = first["name"]
        var others = rows.map { $0["name"] as String }
        if let known = StatuteTable.statute(pcode: first["pcode"]) { others += [known.name] + known.otherNames }
        var seen: Set = [present]
        return (present, others.filter { seen.insert($0).inserted })
    }
}
