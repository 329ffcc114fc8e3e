import GRDB

enum AccommodationStore {
    /// The accommodation of one person in one exam; nil for none.
    static func find(exam: ID<Exam>, employee: ID<Employee>, in db: Database) throws -> Accommodation? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM accommodation WHERE examID = ? AND employeeID = ?", arguments: [exam, employee]
        ).map(accommodation)
    }

    static func all(of exam: ID<Exam>, in db: Database) throws -> [Accommodation] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM accommodation WHERE examID = ? ORDER BY employeeID", arguments: [exam]
        ).map(accommodation)
    }

    /// The accommodation with the make-up that ends last in one exam; nil when none has one.
    static func lastMakeUp(of exam: ID<Exam>, in db: Database) throws -> Accommodation? {
        try Row.fetchOne(
            db,
            sql: "SELECT * FROM accommodation WHERE examID = ? AND closes IS NOT NULL ORDER BY closes DESC, opens DESC",
            arguments: [exam]
        ).map(accommodation)
    }

    /// The accommodations of `people` in one exam, by person.
    static func all(
        of exam: ID<Exam>, among people: [ID<Employee>], in db: Database
    ) throws -> [ID<Employee>: Accommodation] {
        let query: SQL = "SELECT * FROM accommodation WHERE examID = \(exam) AND employeeID IN \(people)"
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(rows.map { ($0["employeeID"], accommodation($0)) }) { first, _ in first }
    }

    /// The accommodations of one person, by exam.
    static func all(of employee: ID<Employee>, in db: Database) throws -> [ID<Exam>: Accommodation] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM accommodation WHERE employeeID = ?", arguments: [employee])
        return Dictionary(rows.map { ($0["examID"], accommodation($0)) }) { first, _ in first }
    }

    static func delete(exam: ID<Exam>, employee: ID<Employee>, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM accommodation WHERE examID = ? AND employeeID = ?", arguments: [exam, employee])
    }

    static func insert(_ accommodation: Accommodation, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO accommodation (examID, employeeID, extraMinutes, isExcused, opens, closes, extraAttempts)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                accommodation.examID, accommodation.employeeID, accommodation.extraMinutes, accommodation.isExcused,
                accommodation.opens, accommodation.closes, accommodation.extraAttempts,
            ])
    }

    private static func accommodation(_ row: Row) -> Accommodation {
        Accommodation(
            examID: row["examID"], employeeID: row["employeeID"], extraMinutes: row["extraMinutes"],
            isExcused: row["isExcused"], opens: row["opens"], closes: row["closes"],
            extraAttempts: row["extraAttempts"])
    }
}
