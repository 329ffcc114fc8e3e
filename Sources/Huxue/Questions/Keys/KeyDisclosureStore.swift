import Foundation
import GRDB

/// Who was shown keys of the bank, and when.
enum KeyDisclosureStore {
    /// `codes`: of the questions; nil for the whole bank.
    static func insert(_ codes: [String]?, for employee: ID<Employee>, now: Moment, in db: Database) throws {
        let list = try codes.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        try db.cachedStatement(sql: "INSERT INTO keyDisclosure (employeeID, codes, at) VALUES (?, ?, ?)")
            .execute(arguments: [employee, list, now])
    }

    /// What these people were shown, oldest first.
    static func all(of employees: [ID<Employee>], in db: Database) throws -> [KeyDisclosure] {
        let people = String(decoding: try JSONEncoder().encode(employees), as: UTF8.self)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT employeeID, codes, at FROM keyDisclosure
                WHERE employeeID IN (SELECT value FROM json_each(?)) ORDER BY id
                """, arguments: [people]
        ).map { row in
            let codes = try (row["codes"] as String?).map {
                try JSONDecoder().decode(Set<String>.self, from: Data($0.utf8))
            }
            return KeyDisclosure(employee: row["employeeID"], codes: codes, at: row["at"])
        }
    }

    /// Who was shown a question's key, alone or with the whole bank.
    ///
    /// `since`: nil for ever; `before`: exclusive, nil for no end.
    static func viewers(
        of code: String, since: Moment?, before: Moment?, in db: Database
    ) throws -> Set<ID<Employee>> {
        let query: SQL = """
            SELECT DISTINCT employeeID FROM keyDisclosure
            WHERE at >= coalesce(\(since), '') AND (\(before) IS NULL OR at < \(before))
                AND (codes IS NULL OR EXISTS (SELECT 1 FROM json_each(codes) WHERE value = \(code)))
            """
        return Set(try SQLRequest<ID<Employee>>(literal: query, cached: true).fetchAll(db))
    }

    /// When somebody was last shown which keys.
    static func latest(of employee: ID<Employee>, in db: Database) throws -> KeysSeen {
        let query: SQL = """
            SELECT code.value AS code, max(at) AS at FROM keyDisclosure, json_each(keyDisclosure.codes) AS code
            WHERE employeeID = \(employee) GROUP BY code.value
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        let bank: SQL = "SELECT max(at) FROM keyDisclosure WHERE employeeID = \(employee) AND codes IS NULL"
        return KeysSeen(
            codes: Dictionary(rows.map { ($0["code"], $0["at"]) }) { first, _ in first },
            bank: try SQLRequest<Moment>(literal: bank, cached: true).fetchOne(db))
    }

    /// Everybody who ever looked at keys.
    static func employees(in db: Database) throws -> Set<ID<Employee>> {
        try Set(ID<Employee>.fetchAll(db, sql: "SELECT DISTINCT employeeID FROM keyDisclosure"))
    }
}
