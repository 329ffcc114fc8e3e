import GRDB

/// Pages by the unit that they name.
enum PageUnitStore {
    /// Pages whose unit is called one of these, withdrawn ones too, in the order of their codes.
    static func pages(naming names: some Sequence<String>, in db: Database) throws -> [Page] {
        let query: SQL = "SELECT * FROM page WHERE unit IN \(names.sorted()) ORDER BY code"
        return try SQLRequest<Row>(literal: query).fetchAll(db).compactMap(PageStore.page)
    }
}
