import GRDB

/// The pages in use that cite a statute.
struct PageCitationStore: CitationSource {
    /// Nil for all of them.
    var only: ID<Page>?

    let subject = CitedSubject.page
    var onlyWork: Int64? { only?.rawValue }

    func pcodes(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT pageCitation.pcode FROM pageCitation JOIN page ON page.id = pageCitation.pageID
                WHERE page.state = 'current' AND page.id = coalesce(?, page.id) ORDER BY pageCitation.pcode
                """, arguments: [only])
    }

    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64> {
        let current = try Int64.fetchSet(db, sql: "SELECT id FROM page WHERE state = 'current'")
        return ids.intersection(current)
    }

    func works(citing pcode: String, in db: Database) throws -> [CitedWork] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT page.id, page.code, page.title, page.lawAsOf, pageCitation.passage FROM pageCitation
                JOIN page ON page.id = pageCitation.pageID
                WHERE pageCitation.pcode = ? AND page.state = 'current' AND page.id = coalesce(?, page.id)
                ORDER BY page.code, pageCitation.position
                """)
        let rows = try Row.fetchAll(statement, arguments: [pcode, only])
        return rows.map { row in
            CitedWork(
                subject: .page, id: row["id"], code: row["code"], title: row["title"], pcode: pcode,
                citation: row["passage"], lawAsOf: row["lawAsOf"])
        }
    }
}
