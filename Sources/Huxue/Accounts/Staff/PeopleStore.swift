import GRDB

/// People and units in the queries of features: parts that name the tables, so that no feature does.
///
/// In all of them a person is `employee`, and their unit `unit`.
enum PeopleStore {
    /// Everybody with their unit, unit by unit in the order of the tree, so that who wants the first reads no others.
    static var byUnit: SQL { "unit CROSS JOIN employee ON employee.unitID = unit.id" }

    /// All units, to be joined with people in the order of the tree.
    static var units: SQL { "unit" }

    /// One person with their unit.
    static func one(_ id: ID<Employee>) -> SQL {
        "employee JOIN unit ON unit.id = employee.unitID AND employee.id = \(id)"
    }

    /// The person whose id a table named before has in `column`, never typed by people.
    static func joined(on column: String) -> SQL { "CROSS JOIN employee ON employee.id = \(sql: column)" }

    /// The unit whose id a table named before has in `column`.
    static func unit(on column: String) -> SQL { "CROSS JOIN unit ON unit.id = \(sql: column)" }

    /// The unit at the path that a table named before has in `column`.
    static func unit(at column: String) -> SQL { "CROSS JOIN unit ON unit.path = \(sql: column)" }

    /// Whether there are units below `unit`.
    static var isParent: SQL { "EXISTS (SELECT 1 FROM unit AS child WHERE child.parentID = unit.id)" }
}
