import GRDB

/// Tokens of personal feeds, and what stands in feeds.
enum FeedStore {
    static func put(_ token: FeedToken, of employee: ID<Employee>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO feedToken (employeeID, tokenHash, madeAt) VALUES (?, ?, ?)
                ON CONFLICT (employeeID) DO UPDATE SET tokenHash = excluded.tokenHash, madeAt = excluded.madeAt
                """, arguments: [employee, token.hash, now])
    }

    /// False when there was none.
    static func remove(of employee: ID<Employee>, in db: Database) throws -> Bool {
        try db.execute(sql: "DELETE FROM feedToken WHERE employeeID = ?", arguments: [employee])
        return db.changesCount > 0
    }

    static func madeAt(of employee: ID<Employee>, in db: Database) throws -> Moment? {
        try Moment.fetchOne(db, sql: "SELECT madeAt FROM feedToken WHERE employeeID = ?", arguments: [employee])
    }

    static func employee(of token: FeedToken, in db: Database) throws -> ID<Employee>? {
        try ID<Employee>.fetchOne(
            db, sql: "SELECT employeeID FROM feedToken WHERE tokenHash = ?", arguments: [token.hash])
    }

    /// The latest saved revisions of the pages that the filter finds; of withdrawn pages none.
    ///
    /// `currentOnly`: of each page only the latest revision.
    static func items(
        _ filter: PageFilter, currentOnly: Bool, today: Day, limit: Int, in db: Database
    ) throws -> [FeedItem] {
        let query: SQL = """
            SELECT page.*, revision.number AS revisionNumber, revision.reason, revision.savedAt,
                iif(revision.id = page.currentRevisionID, NULL, revision.source) AS formerSource
            FROM page JOIN pageRevision AS revision ON revision.pageID = page.id
            WHERE \(PageStore.condition(filter, today: today))
                AND (\(!currentOnly) OR revision.id = page.currentRevisionID)
            ORDER BY revision.savedAt DESC, page.code, revision.number DESC LIMIT \(limit)
            """
        let facts = try LocalFactStore.facts(in: db)
        return try SQLRequest<Row>(literal: query).fetchAll(db).compactMap { row in
            item(row) { facts.filled($0, isPublic: filter.reach == .open) }
        }
    }

    private static func item(_ row: Row, filled: (String) -> String) -> FeedItem? {
        guard let page = PageStore.page(row) else { return nil }
        let former = (row["formerSource"] as String?).flatMap { content(of: $0, page) }
        return FeedItem(
            page: page, number: row["revisionNumber"], title: former?.title ?? page.title, reason: row["reason"],
            savedAt: row["savedAt"],
            plainText: filled(former.map { Markdown($0.body).plainText } ?? row["plainText"]))
    }

    /// What an older revision says; its kind may have been another then.
    private static func content(of source: String, _ page: Page) -> PageContent? {
        ([page.kind] + PageKind.allCases).lazy.compactMap { kind in
            PageFile(reading: Array(source.utf8), path: PageContent.path(kind, page.code)).content
        }.first
    }
}
