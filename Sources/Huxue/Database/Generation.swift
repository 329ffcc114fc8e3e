import GRDB

/// A counter that triggers move whenever something changes on which remembered or previewed things rest.
struct Generation: Hashable, Sendable {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// Moves whenever an account, employee, grant or unit changes or a session ends; see `Generations`.
    static let access = Generation("access")

    /// As things stand in this transaction or snapshot; a few microseconds.
    func value(in db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT value FROM generation WHERE name = ?", arguments: [name]) ?? 0
    }
}
