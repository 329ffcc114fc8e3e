import Foundation
import GRDB

enum QuestionUploadStore {
    private static let keptMinutes = 24 * 60

    /// Stores the file in place of the account's earlier one, and deletes all files that are more than a day old.
    static func replace(
        of account: ID<Account>, fileName: String, format: QuestionFormat, options: QuestionImportBasis.Options,
        unit: String, content: [UInt8], now: Moment, in db: Database
    ) throws -> ID<QuestionUpload> {
        try db.execute(
            sql: "DELETE FROM questionUpload WHERE accountID = ? OR uploadedAt < ?",
            arguments: [account, now.adding(minutes: -keptMinutes)])
        try db.execute(
            sql: """
                INSERT INTO questionUpload (accountID, fileName, format, topic, citations, unit, content, uploadedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                account, fileName, format.rawValue, options.topic, options.citations, unit, Data(content), now,
            ])
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// The stored file; nil when it is gone or belongs to another account.
    static func upload(_ id: ID<QuestionUpload>, of account: ID<Account>, in db: Database) throws -> QuestionUpload? {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM questionUpload WHERE id = ? AND accountID = ?", arguments: [id, account])
        guard let row, let format = QuestionFormat(rawValue: row["format"]) else { return nil }
        return QuestionUpload(
            id: row["id"], fileName: row["fileName"], format: format,
            options: .init(topic: row["topic"], citations: row["citations"]), unit: row["unit"], content: row["content"]
        )
    }

    static func choose(
        _ options: QuestionImportBasis.Options, unit: String, for id: ID<QuestionUpload>, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE questionUpload SET topic = ?, citations = ?, unit = ? WHERE id = ?",
            arguments: [options.topic, options.citations, unit, id])
    }

    static func delete(_ id: ID<QuestionUpload>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM questionUpload WHERE id = ?", arguments: [id])
    }
}
