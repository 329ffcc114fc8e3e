import Foundation
import GRDB

enum StaffUploadStore {
    private static let keptMinutes = 24 * 60

    /// Stores the file in place of the account's earlier one, and deletes all files that are more than a day old.
    static func replace(
        of account: ID<Account>, fileName: String, content: [UInt8], now: Moment, in db: Database
    ) throws -> ID<StaffUpload> {
        try db.execute(
            sql: "DELETE FROM staffUpload WHERE accountID = ? OR uploadedAt < ?",
            arguments: [account, now.adding(minutes: -keptMinutes)])
        try db.execute(
            sql: "INSERT INTO staffUpload (accountID, fileName, content, uploadedAt) VALUES (?, ?, ?, ?)",
            arguments: [account, fileName, Data(content), now])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// The stored file; nil when it is gone or belongs to another account.
    static func upload(_ id: ID<StaffUpload>, of account: ID<Account>, in db: Database) throws -> StaffUpload? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM staffUpload WHERE id = ? AND accountID = ?", arguments: [id, account]
        ).map {
            StaffUpload(id: $0["id"], fileName: $0["fileName"], content: $0["content"], uploadedAt: $0["uploadedAt"])
        }
    }

    static func delete(_ id: ID<StaffUpload>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM staffUpload WHERE id = ?", arguments: [id])
    }
}
