import GRDB

/// Drafts of pages; each query asks for the author's own alone.
enum PageDraftStore {
    private static let selection = """
        SELECT pageDraft.*, coalesce(page.code, '') AS code FROM pageDraft LEFT JOIN page ON page.id = pageDraft.pageID
        """

    /// The latest first.
    static func drafts(of author: ID<Employee>, in db: Database) throws -> [PageDraft] {
        try Row.fetchAll(
            db, sql: "\(selection) WHERE pageDraft.employeeID = ? ORDER BY updatedAt DESC, key", arguments: [author]
        ).map(draft)
    }

    static func draft(_ key: String, of author: ID<Employee>, in db: Database) throws -> PageDraft? {
        try Row.fetchOne(
            db, sql: "\(selection) WHERE pageDraft.employeeID = ? AND pageDraft.key = ?", arguments: [author, key]
        ).map(draft)
    }

    static func count(of author: ID<Employee>, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM pageDraft WHERE employeeID = ?", arguments: [author]) ?? 0
    }

    /// Keeps the draft in the place of an earlier one with the same key.
    ///
    /// `page`: nil for a new page.
    static func put(
        _ form: PageForm, key: String, of page: ID<Page>?, base: Int, by author: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO pageDraft (employeeID, key, pageID, baseNumber, fields, updatedAt) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (employeeID, key) DO UPDATE SET baseNumber = excluded.baseNumber, fields = excluded.fields,
                    updatedAt = excluded.updatedAt
                """, arguments: [author, key, page, base, form.json, now])
    }

    /// False when there was none; `seen`: the mark of the only state that is removed, nil for any.
    @discardableResult
    static func remove(
        _ key: String, of author: ID<Employee>, seen: String? = nil, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM pageDraft WHERE employeeID = ? AND key = ? AND updatedAt = coalesce(?, updatedAt)",
            arguments: [author, key, seen])
        return db.changesCount > 0
    }

    private static func draft(_ row: Row) -> PageDraft {
        PageDraft(
            key: row["key"], page: row["pageID"], code: row["code"], base: row["baseNumber"],
            form: PageForm(json: row["fields"]), updatedAt: row["updatedAt"])
    }
}
