import GRDB

/// Pages and drafts by the unit that they name.
enum PageUnitStore {
    /// Pages whose unit is called one of these, withdrawn ones too, in the order of their codes.
    static func pages(naming names: some Sequence<String>, in db: Database) throws -> [Page] {
        let query: SQL = "SELECT * FROM page WHERE unit IN \(names.sorted()) ORDER BY code"
        return try SQLRequest<Row>(literal: query).fetchAll(db).compactMap(PageStore.page)
    }

    /// Drafts, whoever writes them, name the unit so from now on.
    static func renameInDrafts(_ old: String, to new: String, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE pageDraft SET fields = json_set(fields, '$.unit', ?) WHERE json_extract(fields, '$.unit') = ?
                """, arguments: [new, old])
    }

    /// Drafts over this revision of the page are over its next one: what that changed was changed in them too.
    static func carryDrafts(of page: ID<Page>, from number: Int, in db: Database) throws {
        try db.execute(
            sql: "UPDATE pageDraft SET baseNumber = ? WHERE pageID = ? AND baseNumber = ?",
            arguments: [number + 1, page, number])
    }
}
