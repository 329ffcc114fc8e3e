import GRDB

/// The extension at which a colleague is reached.
enum PhoneExtensionStore {
    /// Empty when none is known.
    static func phoneExtension(of employee: ID<Employee>, in db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT extension FROM employee WHERE id = ?", arguments: [employee]) ?? ""
    }

    static func set(_ phoneExtension: String, of employee: ID<Employee>, in db: Database) throws {
        try db.execute(
            sql: "UPDATE employee SET extension = ? WHERE id = ?",
            arguments: [phoneExtension.isEmpty ? nil : phoneExtension, employee])
    }
}
