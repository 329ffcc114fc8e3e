import GRDB

enum OfficeStore {
    /// Nil before `huxue init`.
    static func facts(in db: Database) throws -> OfficeFacts? {
        try Row.fetchOne(db, sql: "SELECT name, minimumPasswordLength, createdAt, isDemo FROM office").map {
            OfficeFacts(
                name: $0["name"], minimumPasswordLength: $0["minimumPasswordLength"], createdAt: $0["createdAt"],
                isDemo: $0["isDemo"])
        }
    }

    /// Writes the only row of the office table; the root unit is inserted separately.
    static func insert(name: String, isDemo: Bool, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO office (id, name, createdAt, isDemo) VALUES (1, ?, ?, ?)",
            arguments: [name, now, isDemo])
    }

    static func setMinimumPasswordLength(_ length: Int, in db: Database) throws {
        try db.execute(sql: "UPDATE office SET minimumPasswordLength = ?", arguments: [length])
    }
}
