import GRDB

/// Saves pages: every save makes a revision and updates facets, citations, links and the search index.
enum PageRevisionStore {
    /// The latest first; `limit`: nil for all.
    static func revisions(of page: ID<Page>, limit: Int? = nil, in db: Database) throws -> [PageRevision] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM pageRevision WHERE pageID = ? ORDER BY number DESC LIMIT ?",
            arguments: [page, limit ?? -1]
        ).map(revision)
    }

    static func current(_ page: Page, in db: Database) throws -> PageRevision? {
        try Row.fetchOne(db, sql: "SELECT * FROM pageRevision WHERE id = ?", arguments: [page.currentRevisionID])
            .map(revision)
    }

    static func revision(of page: ID<Page>, number: Int, in db: Database) throws -> PageRevision? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM pageRevision WHERE pageID = ? AND number = ?", arguments: [page, number]
        ).map(revision)
    }

    /// The text of each page's file, by code.
    static func sources(in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT page.code, revision.source FROM page
                JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                """)
        return Dictionary(rows.map { ($0["code"], $0["source"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Saves what is new, as the page's first revision or its next one.
    ///
    /// `page`: nil for a new one. `isReview`: otherwise the page's review stays the last one.
    static func save(
        _ prepared: PreparedPage, of page: Page?, reason: String, isReview: Bool, by acting: ActionContext,
        in db: Database
    ) throws -> ID<Page> {
        let (content, author) = (prepared.content, acting.actor.auditName)
        let kept = isReview ? nil : page
        let (reviewed, reviewer) = (kept?.reviewedOn ?? ROCDate.day(of: acting.now), kept?.reviewedBy ?? author)
        let id = try page?.id ?? insertPage(content, in: db)
        let number =
            1
            + (try Int.fetchOne(db, sql: "SELECT max(number) FROM pageRevision WHERE pageID = ?", arguments: [id]) ?? 0)
        try db.execute(
            sql: """
                INSERT INTO pageRevision (pageID, number, source, author, reason, savedAt) VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [id, number, prepared.source, author, reason, acting.now])
        let revision = ID<PageRevision>(rawValue: db.lastInsertedRowID)
        try db.execute(
            sql: """
                UPDATE page SET kind = ?, title = ?, state = ?, owner = ?, unit = ?, isPublic = ?, lawAsOf = ?,
                    reviewedOn = ?, reviewedBy = ?, reviewOn = ?, plainText = ?, currentRevisionID = ? WHERE id = ?
                """,
            arguments: [
                content.kind.rawValue, content.title, content.state.rawValue, content.owner.text, content.unit,
                content.isPublic, content.lawAsOf, reviewed, reviewer,
                PageRules.reviewDay(after: reviewed, months: content.reviewMonths), prepared.reading.plainText,
                revision, id,
            ])
        try index(content, prepared.reading, of: id, in: db)
        return id
    }

    private static func insertPage(_ content: PageContent, in db: Database) throws -> ID<Page> {
        try db.execute(
            sql: """
                INSERT INTO page (code, kind, title, state, owner, unit, isPublic, lawAsOf, reviewedOn, reviewedBy,
                    reviewOn, plainText, currentRevisionID)
                VALUES (?, ?, ?, 'current', ?, '', 0, ?, '0000-01-01', '', '9999-12-31', '', 0)
                """,
            arguments: [content.code, content.kind.rawValue, content.title, content.owner.text, content.lawAsOf])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Updates everything by which the page is found: facets, citations, links, words.
    private static func index(
        _ content: PageContent, _ reading: PageReading, of id: ID<Page>, in db: Database
    ) throws {
        for table: StaticString in ["pageFacet", "pageCitation", "pageLink"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE pageID = ?", arguments: [id])
        }
        for facet in PageFacet.allCases {
            for value in content[facet] {
                try db.execute(
                    sql: "INSERT INTO pageFacet (pageID, facet, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    arguments: [id, facet.rawValue, value])
            }
        }
        for (place, passage) in reading.passages(restingOn: content.restsOn).enumerated() {
            try db.execute(
                sql: "INSERT INTO pageCitation (pageID, position, passage, pcode) VALUES (?, ?, ?, ?)",
                arguments: [id, place + 1, passage.description, passage.statute.pcode])
        }
        for target in reading.pages.union(reading.attachments.map { "attachments/\($0)" }) {
            try db.execute(sql: "INSERT INTO pageLink (pageID, target) VALUES (?, ?)", arguments: [id, target])
        }
        try PageIndexStore.put(id, content, reading, in: db)
    }

    /// Somebody finds that the page is still right; not a revision.
    static func review(_ page: ID<Page>, by name: String, on day: Day, next: Day, in db: Database) throws {
        try db.execute(
            sql: "UPDATE page SET reviewedOn = ?, reviewedBy = ?, reviewOn = ? WHERE id = ?",
            arguments: [day, name, next, page])
    }

    private static func revision(_ row: Row) -> PageRevision {
        PageRevision(
            id: row["id"], pageID: row["pageID"], number: row["number"], source: row["source"], author: row["author"],
            reason: row["reason"], savedAt: row["savedAt"])
    }
}
