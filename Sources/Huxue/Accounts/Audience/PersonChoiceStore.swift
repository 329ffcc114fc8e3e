import Foundation
import GRDB

/// People as forms offer them and as somebody writes them.
enum PersonChoiceStore {
    private static let selection = """
        SELECT employee.staffNumber, employee.name, employee.endsOn IS NOT NULL AS leaves, unit.fullName, account.login
        FROM employee JOIN unit ON unit.id = employee.unitID LEFT JOIN account ON account.employeeID = employee.id
        """

    /// At most `limit` people who have not left by `today`: those whose number or name begins so first.
    ///
    /// `text`: the beginning of a staff number or login, or a part of the name of the person or the unit.
    static func suggestions(
        _ text: String, scope: UnitScope, today: Day, limit: Int, in db: Database
    ) throws -> [PersonChoice] {
        let folded = text.lowercased()
        let query: SQL = """
            \(sql: selection) WHERE \(scope.condition(on: "unit.path"))
                AND (employee.endsOn IS NULL OR employee.endsOn >= \(today))
                AND (instr(lower(employee.staffNumber), \(folded)) = 1 OR instr(employee.name, \(text)) > 0
                    OR instr(unit.name, \(text)) > 0 OR instr(account.login, \(folded)) = 1)
            ORDER BY lower(employee.staffNumber) = \(folded) DESC, instr(employee.name, \(text)) = 1 DESC,
                instr(employee.name, \(text)) > 0 DESC, unit.path, employee.staffNumber
            LIMIT \(limit)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(choice)
    }

    /// Everybody within `scope` who has one of these staff numbers or names, by number.
    static func people(
        numbers: [String], names: [String], scope: UnitScope, in db: Database
    ) throws -> [PersonChoice] {
        let query: SQL = """
            \(sql: selection) WHERE \(scope.condition(on: "unit.path"))
                AND (employee.staffNumber IN (SELECT value FROM json_each(\(try json(numbers))))
                    OR employee.name IN (SELECT value FROM json_each(\(try json(names)))))
            ORDER BY employee.staffNumber
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(choice)
    }

    /// The people within `scope` whom these texts may mean; see `PersonChoiceRules`.
    static func people(mentioned texts: [String], scope: UnitScope, in db: Database) throws -> [PersonChoice] {
        guard !texts.isEmpty else { return [] }
        return try people(
            numbers: texts.flatMap(PersonChoiceRules.numbers), names: texts, scope: scope, in: db)
    }

    private static func json(_ texts: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    }

    private static func choice(_ row: Row) -> PersonChoice {
        let fullName: String = row["fullName"]
        return PersonChoice(
            staffNumber: row["staffNumber"], name: row["name"],
            unitName: fullName.split(separator: "/", maxSplits: 1).last.map(String.init) ?? fullName,
            login: row["login"], leaves: row["leaves"])
    }
}
