import GRDB

/// Ids of units by their place in the tree, for queries of other features.
enum UnitPathStore {
    /// SQL: the units of a scope, each with all below it.
    static func ids(within roots: [UnitPath]) -> SQL {
        """
        (SELECT unit.id FROM unit JOIN json_each(\(list(roots))) AS own
            ON substr(unit.path, 1, length(own.value)) = own.value)
        """
    }

    /// SQL: those, and the units above them.
    static func ids(around roots: [UnitPath]) -> SQL {
        """
        (SELECT unit.id FROM unit JOIN json_each(\(list(roots))) AS own
            ON substr(unit.path, 1, length(own.value)) = own.value
                OR substr(own.value, 1, length(unit.path)) = unit.path)
        """
    }

    /// SQL: a unit and those above it.
    static func ids(above unit: UnitPath) -> SQL {
        "(SELECT unit.id FROM unit WHERE substr(\(unit.rawValue), 1, length(unit.path)) = unit.path)"
    }

    private static func list(_ paths: [UnitPath]) -> String {
        "[" + paths.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    }
}
