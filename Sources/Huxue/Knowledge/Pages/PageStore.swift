import GRDB

/// The pages of the knowledge base.
enum PageStore {
    static let index = SearchIndexStore(table: "pageText")
    /// The public pages in force alone, so that the time of a search tells the public nothing of the others.
    static let publicIndex = SearchIndexStore(table: "publicPageText")

    static func page(code: String, in db: Database) throws -> Page? {
        try Row.fetchOne(db, sql: "SELECT \(columnNames) FROM page WHERE code = ?", arguments: [code]).flatMap(page)
    }

    static func page(_ id: ID<Page>, in db: Database) throws -> Page? {
        try Row.fetchOne(db, sql: "SELECT \(columnNames) FROM page WHERE id = ?", arguments: [id]).flatMap(page)
    }

    /// The words of a page, one line for each block; see `LocalFacts.filled`.
    static func plainText(of page: ID<Page>, in db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT plainText FROM page WHERE id = ?", arguments: [page]) ?? ""
    }

    /// Every page, retired ones too, in the order of their codes.
    static func all(in db: Database) throws -> [Page] {
        try SQLRequest<Row>(literal: "SELECT \(columns) FROM page ORDER BY code", cached: true).fetchAll(db).compactMap(
            page)
    }

    /// All of a page but its words, which are long.
    private static let columnNames = """
        page.id, page.code, page.kind, page.title, page.state, page.owner, page.unit, page.isPublic, page.lawAsOf,
        page.reviewedOn, page.reviewedBy, page.reviewOn, page.currentRevisionID
        """
    private static let columns = SQL(sql: columnNames)

    /// Whether one of these, logins and names of roles, answers for any page.
    static func hasOwned(by owners: [String], in db: Database) throws -> Bool {
        try SQLRequest<Bool>(literal: "SELECT EXISTS (SELECT * FROM page WHERE owner IN \(owners))").fetchOne(db)
            ?? false
    }

    /// In the order of kinds and titles, those in force first.
    ///
    /// `today`: overdue pages are those with a review due by then.
    static func lines(_ filter: PageFilter, today: Day, limit: Int = -1, offset: Int = 0, in db: Database) throws
        -> [Page]
    {
        let query: SQL = """
            SELECT \(columns) FROM page WHERE \(condition(filter, today: today))
            ORDER BY page.state, \(sql: filter.isDue ? "page.reviewOn," : "") CASE page.kind WHEN 'procedure' THEN 1 WHEN 'faq' THEN 2
                WHEN 'handbook' THEN 3 WHEN 'interpretation' THEN 4 ELSE 5 END, page.title COLLATE nameOrder, page.id
            LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap(page)
    }

    static func count(_ filter: PageFilter, today: Day, in db: Database) throws -> Int {
        try SQLRequest<Int>(literal: "SELECT count(*) FROM page WHERE \(condition(filter, today: today))", cached: true)
            .fetchOne(db)
            ?? 0
    }

    /// The values of a facet among the pages that the rest of the filter finds, with how many have each, the commonest
    /// first.
    static func values(
        of facet: PageFacet, _ filter: PageFilter, today: Day, in db: Database
    ) throws -> [(value: String, count: Int)] {
        var filter = filter
        filter.facets[facet] = nil
        let query: SQL = """
            SELECT pageFacet.value, count(*) AS count FROM page JOIN pageFacet ON pageFacet.pageID = page.id
            WHERE pageFacet.facet = \(facet.rawValue) AND \(condition(filter, today: today))
            GROUP BY pageFacet.value ORDER BY count DESC, pageFacet.value
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { ($0["value"], $0["count"]) }
    }

    /// The values of a facet of each of these pages.
    static func values(of facet: PageFacet, in pages: [Page], in db: Database) throws -> [Int64: [String]] {
        let ids = "[" + pages.map(\.id.description).joined(separator: ",") + "]"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT pageID, value FROM pageFacet WHERE facet = ? AND pageID IN (SELECT value FROM json_each(?))
                """, arguments: [facet.rawValue, ids])
        return Dictionary(grouping: rows, by: { $0["pageID"] as Int64 }).mapValues { $0.map { $0["value"] } }
    }

    /// How many pages of each kind the rest of the filter finds.
    static func kinds(_ filter: PageFilter, today: Day, in db: Database) throws -> [PageKind: Int] {
        var filter = filter
        filter.kind = nil
        let query: SQL = """
            SELECT page.kind, count(*) AS count FROM page WHERE \(condition(filter, today: today)) GROUP BY page.kind
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(
            rows.compactMap { row in PageKind(rawValue: row["kind"]).map { ($0, row["count"]) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The units in charge that pages name, in their order of text.
    static func units(in db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT DISTINCT unit FROM page WHERE unit <> '' AND state <> 'retired' ORDER BY unit")
    }

    /// A code that no page has, such as `page-1`.
    static func freeCode(in db: Database) throws -> String {
        let codes = try String.fetchAll(db, sql: "SELECT code FROM page WHERE code GLOB 'page-[0-9]*'")
        var number = (codes.compactMap { Int($0.dropFirst(5)) }.filter { $0 < 1_000_000 }.max() ?? 0) + 1
        while codes.contains("page-\(number)") { number += 1 }
        return "page-\(number)"
    }

    /// How many pages in use link to the file, by path.
    static func linkCount(to path: String, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM pageLink JOIN page ON page.id = pageLink.pageID
                WHERE pageLink.target = ? AND page.state <> 'retired'
                """, arguments: [path]) ?? 0
    }

    /// What holds of the pages that the filter finds.
    static func condition(_ filter: PageFilter, today: Day) -> SQL {
        var conditions: [SQL] = []
        switch filter.reach {
        case .open: conditions.append("page.isPublic AND page.state = 'current'")
        case .staff: conditions.append("page.state <> 'retired' AND NOT (\(waitsToBeSent))")
        case .editors: conditions.append("page.state <> 'retired'")
        case .all: conditions.append("1")
        }
        if let kind = filter.kind { conditions.append("page.kind = \(kind.rawValue)") }
        if let state = filter.state { conditions.append("page.state = \(state.rawValue)") }
        if !filter.unit.isEmpty { conditions.append("page.unit = \(filter.unit)") }
        if !filter.owner.isEmpty { conditions.append("page.owner = \(filter.owner)") }
        if let owners = filter.owners { conditions.append("page.owner IN \(owners.sorted())") }
        if let codes = filter.codes { conditions.append("page.code IN \(codes.sorted())") }
        if filter.isDue { conditions.append("page.state = 'current' AND page.reviewOn <= \(today)") }
        for (facet, value) in filter.facets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            conditions.append(
                """
                EXISTS (SELECT * FROM pageFacet WHERE pageFacet.pageID = page.id
                    AND pageFacet.facet = \(facet.rawValue) AND pageFacet.value = \(value))
                """)
        }
        return conditions.joined(separator: " AND ")
    }

    /// Announcements of which nobody was ever told and that are not for everybody: only editors see them.
    static var waitsToBeSent: SQL {
        """
        page.kind = 'announcement' AND NOT page.isPublic AND NOT EXISTS (
            SELECT * FROM announcement WHERE announcement.pageID = page.id)
        """
    }

    static func waitsToBeSent(_ id: ID<Page>, in db: Database) throws -> Bool {
        try SQLRequest<Bool>(
            literal: "SELECT EXISTS (SELECT * FROM page WHERE page.id = \(id) AND \(waitsToBeSent))", cached: true
        ).fetchOne(db) ?? false
    }

    /// The files of all pages that are not withdrawn, as `PageContent.path`.
    static func paths(in db: Database) throws -> Set<String> {
        let rows = try Row.fetchAll(db, sql: "SELECT kind, code FROM page WHERE state <> 'retired'")
        return Set(rows.compactMap { row in PageKind(rawValue: row["kind"]).map { PageContent.path($0, row["code"]) } })
    }

    /// Pages in force that link to this one, or to which it links, by title.
    static func related(to page: Page, reach: PageFilter.Reach, in db: Database) throws -> [Page] {
        let path = PageContent.path(page.kind, page.code)
        let query: SQL = """
            SELECT \(columns) FROM page WHERE page.id <> \(page.id) AND page.state = 'current'
                AND \(condition(PageFilter(reach: reach), today: page.reviewedOn)) AND (
                    page.id IN (SELECT pageID FROM pageLink WHERE target = \(path))
                    OR page.id IN (SELECT linked.id FROM pageLink JOIN page AS linked ON linked.code =
                            substr(target, instr(target, '/') + 1, length(target) - instr(target, '/') - length('.md'))
                        WHERE pageLink.pageID = \(page.id) AND target = linked.kind || '/' || linked.code || '.md'))
            ORDER BY page.title
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap(Self.page)
    }

    /// The pages that lie at these paths (`PageContent.path`) and that the filter finds.
    static func pages(at paths: Set<String>, _ filter: PageFilter, in db: Database) throws -> [Page] {
        guard !paths.isEmpty else { return [] }
        let codes = paths.compactMap { $0.split(separator: "/").last?.dropLast(3) }.map(String.init)
        let query: SQL = """
            SELECT \(columns) FROM page WHERE page.code IN \(codes.sorted()) AND \(condition(filter, today: Day(daysSinceEpoch: 0)))
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap(Self.page)
            .filter { paths.contains(PageContent.path($0.kind, $0.code)) }
    }

    static func page(_ row: Row) -> Page? {
        guard let kind = PageKind(rawValue: row["kind"]), let state = PageState(rawValue: row["state"]) else {
            return nil
        }
        return Page(
            id: row["id"], code: row["code"], kind: kind, title: row["title"], state: state,
            owner: PageOwner(row["owner"]), unit: row["unit"], isPublic: row["isPublic"], lawAsOf: row["lawAsOf"],
            reviewedOn: row["reviewedOn"], reviewedBy: row["reviewedBy"], reviewOn: row["reviewOn"],
            currentRevisionID: row["currentRevisionID"])
    }
}
