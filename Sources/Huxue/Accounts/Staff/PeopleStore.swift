import GRDB

/// Parts of SQL with which other features join people and units without knowing the tables.
///
/// In each of them, the person is called `employee` and their unit `unit`.
enum PeopleStore {
    /// Everybody with their unit, unit by unit in the order of the tree, so that a query with a limit stops early.
    static var byUnit: SQL { "unit CROSS JOIN employee ON employee.unitID = unit.id" }

    /// All units, to be joined with people in the order of the tree.
    static var units: SQL { "unit" }

    /// One person with their unit.
    static func one(_ id: ID<Employee>) -> SQL {
        "employee JOIN unit ON unit.id = employee.unitID AND employee.id = \(id)"
    }

    /// Joins the person whose id is in `column` of a table named earlier; `column` must never come from user input.
    static func joined(on column: String) -> SQL { "CROSS JOIN employee ON employee.id = \(sql: column)" }

    /// Joins the unit whose id is in `column` of a table named earlier.
    static func unit(on column: String) -> SQL { "CROSS JOIN unit ON unit.id = \(sql: column)" }

    /// Joins the unit whose path is in `column` of a table named earlier.
    static func unit(at column: String) -> SQL { "CROSS JOIN unit ON unit.path = \(sql: column)" }

    /// Whether there are units below `unit`.
    static var isParent: SQL { "EXISTS (SELECT 1 FROM unit AS child WHERE child.parentID = unit.id)" }
}
